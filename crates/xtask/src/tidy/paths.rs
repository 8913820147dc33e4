// SPDX-License-Identifier: AGPL-3.0-or-later
//! No path of one computer: it would be wrong on every other.

use super::tree::Tree;
use super::violation::Violation;

/// In pieces, so that a plain search for such paths does not find this list.
const PRIVATE: [&str; 3] = [
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
];

pub(super) fn check(tree: &Tree) -> Vec<Violation> {
    let mut found = Vec::new();
    for source in &tree.sources {
        for (number, line) in (1..).zip(source.text.lines()) {
            if let Some(path) = PRIVATE.iter().find(|path| begins_there(line, path)) {
                found.push(Violation::at(
                    source,
                    number,
                    format!("a path below `{path}` exists on one computer only"),
                ));
            }
        }
    }
    found
}

/// `crates/root/` and `example.org/work/` are parts of something longer, not places on a disk.
fn begins_there(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(at, _)| {
        !line[..at].ends_with(|c: char| c.is_alphanumeric() || ['_', '.', '-', '/', '}', ')'].contains(&c))
    })
}
