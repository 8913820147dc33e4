// SPDX-License-Identifier: AGPL-3.0-or-later
//! Every test that a page about security names exists, and every attack of the table names one.

use super::tree::{Source, Tree};
use super::violation::Violation;

/// Pages that name tests as `path::name`.
const PAGES: [&str; 2] = ["docs/security.md", ATTACKS];

/// Rows that begin with a number, each of which is one attack.
const ATTACKS: &str = "docs/attacks.md";

/// How the pages shorten the beginnings of paths; both say so.
const SHORT: [(&str, &str); 8] = [
    ("api/", "crates/server/tests/api/"),
    ("http/", "crates/server/src/http/"),
    ("srv/", "crates/server/src/"),
    ("contract/", "crates/ledger/src/contract/"),
    ("rooms/", "crates/domain/src/rooms/tests/"),
    ("domain/", "crates/domain/src/"),
    ("sync/", "crates/sync/tests/sync/"),
    ("e2e/", "tests/e2e/"),
];

pub(super) fn check(tree: &Tree) -> Vec<Violation> {
    let mut found = Vec::new();
    for page in PAGES.iter().filter_map(|path| tree.get(path)) {
        let mut last = 0;
        for (number, line) in (1..).zip(page.text.lines()) {
            let tests = tests(line);
            for (path, name) in &tests {
                if !exists(tree, path, name) {
                    found.push(Violation::at(
                        page,
                        number,
                        format!("there is no test {path}::{name}"),
                    ));
                }
            }
            if page.path != ATTACKS {
                continue;
            }
            let Some(attack) = attack(line) else { continue };
            if attack != last + 1 {
                found.push(Violation::at(
                    page,
                    number,
                    format!("attack {attack} follows {last}"),
                ));
            }
            last = attack;
            if tests.is_empty() {
                found.push(Violation::at(
                    page,
                    number,
                    format!("attack {attack} names no test"),
                ));
            }
        }
    }
    found
}

/// The number at the beginning of a row.
fn attack(line: &str) -> Option<u32> {
    line.strip_prefix("| ")?.split(' ').next()?.parse().ok()
}

/// What stands between backticks and names a test: the file and the test.
fn tests(line: &str) -> Vec<(&str, &str)> {
    line.split('`')
        .skip(1)
        .step_by(2)
        .filter_map(|quoted| quoted.split_once("::"))
        .filter(|(path, _)| path.ends_with(".rs") || path.ends_with(".mjs"))
        .collect()
}

fn exists(tree: &Tree, path: &str, name: &str) -> bool {
    let whole = SHORT
        .iter()
        .find_map(|(short, long)| Some(format!("{long}{}", path.strip_prefix(short)?)));
    tree.get(whole.as_deref().unwrap_or(path))
        .is_some_and(|source| has(source, name))
}

/// Journeys are named by the beginning of their sentence.
fn has(source: &Source, name: &str) -> bool {
    if source.is_rust() {
        // Those of the contract take any store.
        return ["(", "<"]
            .iter()
            .any(|next| source.text.contains(&format!("fn {name}{next}")));
    }
    ["\"", "'", "`"]
        .iter()
        .any(|quote| source.text.contains(&format!("test({quote}{name}")))
}
