// SPDX-License-Identifier: AGPL-3.0-or-later
//! No circles of files: of two files that use each other, neither can be understood, or moved, without the other one.
//!
//! The rule, for the files of one crate (a module is a file; inline modules belong to the file they stand in, and tests
//! are left out):
//! - A file uses another one when it names something that is written there, in a `use` or in a path (`crate::a::b()`,
//!   `super::B`, `child::b()`).
//! - Names are followed to where they are written: who takes from a parent what the parent has from a child uses the child
//!   and not the parent. Where everything is taken (`use super::*`), it is the file named that is used.
//! - Calls of methods name no file and are not followed.
//! - `mod child;` alone is no use, nor is handing on (`pub use child::B`) what the parent's own code does not name.
//!
//! So a parent may declare and hand on children that take from it, and a parent may use children that take nothing from
//! it; both at once is a circle.
mod graph;
mod known;
mod uses;

use super::tree::Tree;
use super::violation::Violation;
use graph::Graph;
pub(super) use known::Known;
use known::{KNOWN, TABLE};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

pub(super) fn check(tree: &Tree) -> Vec<Violation> {
    against(tree, KNOWN)
}

/// Circles that are not in the table, and entries of the table that are no circle any more.
pub(super) fn against(tree: &Tree, known: &[Known]) -> Vec<Violation> {
    let mut found = Vec::new();
    let mut is_met = vec![false; known.len()];
    for root in roots(tree) {
        let graph = graph::read(tree, root);
        let (folder, _) = root.rsplit_once('/').unwrap_or(("", root));
        for circle in circles(&graph) {
            let files: Vec<&str> = circle.iter().filter_map(|file| below(file, folder)).collect();
            let is_same = |entry: &Known| {
                entry.folder == folder && entry.files.split_whitespace().eq(files.iter().copied())
            };
            if let Some(at) = known.iter().position(is_same) {
                is_met[at] = true;
                continue;
            }
            let way = way_around(&graph, &circle);
            let line = way.get(1).map_or(1, |next| graph[circle[0]][*next]);
            let steps: Vec<&str> = way.iter().filter_map(|file| below(file, folder)).collect();
            found.extend(tree.get(circle[0]).map(|source| {
                let why = format!(
                    "{} files use each other in a circle ({}), such as {}",
                    files.len(),
                    files.join(", "),
                    steps.join(" -> ")
                );
                Violation::at(source, line, why)
            }));
        }
    }
    // In a tree that has not this table, its entries say nothing.
    if let Some(table) = tree.get(TABLE) {
        let gone = known.iter().zip(is_met).filter(|(_, is_met)| !is_met);
        found.extend(gone.map(|(entry, _)| {
            let why = format!(
                "the circle in {} of {} is none any more ({}): take it out of the table",
                entry.folder, entry.files, entry.reason
            );
            Violation::at(table, 1, why)
        }));
    }
    found
}

fn below<'a>(file: &'a str, folder: &str) -> Option<&'a str> {
    file.strip_prefix(folder)?.strip_prefix('/')
}

fn roots(tree: &Tree) -> impl Iterator<Item = &str> {
    tree.sources
        .iter()
        .map(|source| source.path.as_str())
        .filter(|path| {
            let inside = path.strip_prefix("crates/").and_then(|rest| rest.split_once('/'));
            matches!(
                inside.map_or(*path, |(_, inside)| inside),
                "src/lib.rs" | "src/main.rs"
            )
        })
}

/// Files that reach each other, as groups of more than one, in order.
fn circles(graph: &Graph) -> Vec<Vec<&str>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> = graph
        .keys()
        .map(|file| (file.as_str(), reached(graph, file)))
        .collect();
    let mut circles: Vec<Vec<&str>> = Vec::new();
    for (file, others) in &reached {
        if circles.iter().any(|circle| circle.contains(file)) {
            continue;
        }
        let mut circle: Vec<&str> = others
            .iter()
            .copied()
            .filter(|other| other == file || reached[other].contains(file))
            .collect();
        circle.sort_unstable();
        if others.contains(file) && circle.len() > 1 {
            circles.push(circle);
        }
    }
    circles
}

fn reached<'a>(graph: &'a Graph, from: &'a str) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&str> = vec![from];
    while let Some(file) = open.pop() {
        let next = graph.get(file).into_iter().flat_map(BTreeMap::keys);
        open.extend(next.map(String::as_str).filter(|file| reached.insert(*file)));
    }
    reached
}

/// The shortest way from the first file of a circle back to it.
fn way_around<'a>(graph: &'a Graph, circle: &[&'a str]) -> Vec<&'a str> {
    let first = circle[0];
    let mut before: BTreeMap<&str, &str> = BTreeMap::new();
    let mut open = VecDeque::from([first]);
    while let Some(file) = open.pop_front() {
        for next in graph.get(file).into_iter().flat_map(BTreeMap::keys) {
            if next == first {
                let mut way = vec![first, file];
                while let Some(earlier) = before.get(way[way.len() - 1]) {
                    way.push(earlier);
                }
                way.reverse();
                return way;
            }
            if !before.contains_key(next.as_str()) {
                before.insert(next, file);
                open.push_back(next);
            }
        }
    }
    vec![first]
}
