// SPDX-License-Identifier: AGPL-3.0-or-later
//! No catch-all where an action, edit, record, refusal or kind is told apart: a forgotten place must not compile, and
//! must never mean "done" or "allowed".
//!
//! A `match` one of whose arms names a variant of such a type (`EditOp::X`, `household::Verb::X`, `Self::X` inside an
//! `impl` of the type) may have no arm `_ =>`, `_ if …`, `other =>`, nor a tuple of nothing but these. `matches!` and
//! `let … else` say what they look for, and are allowed. Tests are exempt.
mod known;
mod matches;

use super::plain::{inline_tests, line_of, plain};
use super::tree::{Source, Tree};
use super::violation::Violation;
use known::{KNOWN, TABLE};

/// Where a forgotten place would be reported as saved, or shown to somebody.
const PLACES: [&str; 5] = [
    "crates/kernel/src",
    "crates/domain/src",
    "crates/sync/src",
    "crates/ledger/src",
    "crates/server/src",
];

pub(super) fn check(tree: &Tree) -> Vec<Violation> {
    against(tree, KNOWN)
}

/// Files that have another number of catch-alls than the table says.
pub(super) fn against(tree: &Tree, known: &[(&str, usize)]) -> Vec<Violation> {
    let is_watched = |source: &&Source| source.is_rust() && PLACES.iter().any(|place| source.lies_in(place));
    let mut found = Vec::new();
    let mut is_met = vec![false; known.len()];
    // In a tree that has not this table, its entries say nothing.
    let table = tree.get(TABLE);
    for source in tree.sources.iter().filter(is_watched) {
        let entry = known.iter().position(|(path, _)| source.path == *path);
        let allowed = entry.map_or(0, |at| known[at].1);
        let places = catch_alls(source);
        if let Some(at) = entry {
            is_met[at] = true;
        }
        if places.len() > allowed {
            let beyond = if allowed == 0 {
                String::new()
            } else {
                format!(" ({} in this file; {allowed} are known)", places.len())
            };
            found.extend(places.into_iter().map(|(line, arm)| {
                let why = format!("`{arm} =>` takes what was forgotten: name every variant{beyond}");
                Violation::at(source, line, why)
            }));
        } else if places.len() < allowed && table.is_some() {
            let why = format!(
                "{} catch-alls and not {allowed} any more: lower the number in {TABLE}",
                places.len()
            );
            found.push(Violation::at(source, 1, why));
        }
    }
    if let Some(table) = table {
        let gone = known.iter().zip(is_met).filter(|(_, is_met)| !is_met);
        found.extend(gone.map(|((path, _), _)| {
            Violation::at(
                table,
                1,
                format!("{path} is not there any more: take it out of the table"),
            )
        }));
    }
    found
}

/// Each with its line and its pattern.
fn catch_alls(source: &Source) -> Vec<(usize, String)> {
    if source.path.ends_with("/tests.rs") || source.path.contains("/tests/") {
        return Vec::new();
    }
    let code = plain(&source.text);
    let tests = inline_tests(&code);
    let mut places: Vec<(usize, String)> = matches::catch_alls(&code)
        .into_iter()
        .filter(|(at, _)| !tests.iter().any(|test| test.contains(at)))
        .map(|(at, arm)| (line_of(&code, at), arm))
        .collect();
    places.sort();
    places
}
