// SPDX-License-Identifier: AGPL-3.0-or-later
//! An icon that a page names is drawn: a name that is not in the sprite leaves a hole, and nobody is told.

use super::tree::{Source, Tree};
use super::violation::Violation;

const LIST: &str = "crates/xtask/icons/list.txt";
const OWN: &str = "crates/xtask/icons/own.svg";

pub(super) fn check(tree: &Tree) -> Vec<Violation> {
    let text = |path: &str| {
        tree.sources
            .iter()
            .find(|source| source.path == path)
            .map_or("", |source| &source.text)
    };
    let (list, own) = (text(LIST), text(OWN));
    let is_drawn =
        |name: &str| list.lines().any(|line| line == name) || own.contains(&format!("id=\"{name}\""));
    let mut found = Vec::new();
    for source in tree.sources.iter().filter(|source| is_of_a_page(source)) {
        for (number, line) in (1..).zip(source.text.lines()) {
            for name in named(line).filter(|name| !is_drawn(name)) {
                found.push(Violation::at(
                    source,
                    number,
                    format!("`{name}` is not among the icons of {LIST}"),
                ));
            }
        }
    }
    found
}

fn is_of_a_page(source: &Source) -> bool {
    let folders = ["src/", "crates/share/src/", "crates/prelude/src/"];
    source.path.ends_with(".rs") && folders.iter().any(|folder| source.path.starts_with(folder))
}

/// `"it-user"`: a name in quotes by itself.
fn named(line: &str) -> impl Iterator<Item = &str> {
    line.split('"').skip(1).step_by(2).filter(|text| {
        text.starts_with("it-") && text.len() > 3 && text.chars().all(|c| c.is_ascii_lowercase() || c == '-')
    })
}
