// SPDX-License-Identifier: AGPL-3.0-or-later
//! What failed in the field elsewhere is held by a test here: every test that the table names exists and says so itself.

use super::tree::{Tree, names};
use super::violation::Violation;

const TABLE: &str = "docs/field-failures.md";

pub(super) fn check(tree: &Tree) -> Vec<Violation> {
    let Some(table) = tree.get(TABLE) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (number, line) in (1..).zip(table.text.lines()) {
        let mut cells = line.trim().trim_matches('|').split('|').map(str::trim);
        let Some(code) = cells.next().filter(|code| is_code(code)) else {
            continue;
        };
        let tests: Vec<&str> = cells
            .next_back()
            .into_iter()
            .flat_map(|cell| cell.split('`').skip(1).step_by(2))
            .collect();
        if tests.is_empty() {
            found.push(Violation::at(table, number, format!("{code} names no test")));
        }
        for path in tests {
            let holds = tree
                .get(path)
                .is_some_and(|test| test.text.lines().any(|line| names(line, code)));
            if !holds {
                let why = format!("{path} does not exist or does not name {code}");
                found.push(Violation::at(table, number, why));
            }
        }
    }
    found
}

/// "F12", and no other word.
fn is_code(cell: &str) -> bool {
    cell.strip_prefix('F')
        .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}
