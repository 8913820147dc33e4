// SPDX-License-Identifier: AGPL-3.0-or-later
//! The glossary tells the truth: every name it gives for a notion exists in the domain, or in the kernel under it.

use super::tree::{Source, Tree, names};
use super::violation::Violation;

const GLOSSARY: &str = "crates/domain/README.md";

pub(super) fn check(tree: &Tree) -> Vec<Violation> {
    let Some(glossary) = tree.get(GLOSSARY) else {
        // A tree without the domain has no glossary either.
        return Vec::new();
    };
    let domain: Vec<&Source> = tree
        .sources
        .iter()
        .filter(|source| {
            let is_known = source.lies_in("crates/domain/src") || source.lies_in("crates/kernel/src");
            source.is_rust() && is_known
        })
        .collect();
    let exists = |name: &str| {
        domain
            .iter()
            .any(|source| source.code().any(|(_, line)| names(line, name)))
    };
    let mut found = Vec::new();
    for (number, line) in (1..).zip(glossary.text.lines()) {
        for name in names_of_row(line).into_iter().filter(|name| !exists(name)) {
            let why = format!(
                "`{name}` is in neither crates/domain/src nor crates/kernel/src: rename it here, or write \"planned\" in the note"
            );
            found.push(Violation::at(glossary, number, why));
        }
    }
    found
}

/// The names in backticks in the second column, unless the note says that they are planned.
fn names_of_row(line: &str) -> Vec<&str> {
    let mut cells = line
        .trim()
        .strip_prefix('|')
        .into_iter()
        .flat_map(|row| row.split('|'));
    let (Some(_italian), Some(code)) = (cells.next(), cells.next()) else {
        return Vec::new();
    };
    if cells.any(|note| note.to_lowercase().contains("planned")) {
        return Vec::new();
    }
    let in_backticks = code
        .split('`')
        .enumerate()
        .filter(|(at, _)| at % 2 == 1)
        .map(|(_, part)| part);
    in_backticks
        .flat_map(|part| part.split(|c: char| !c.is_alphanumeric() && c != '_'))
        .filter(|name| !name.is_empty())
        .collect()
}
