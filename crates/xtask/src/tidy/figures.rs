// SPDX-License-Identifier: AGPL-3.0-or-later
//! A published figure is written once, in the rulebook, beside its source and date.

use super::tree::{Tree, names};
use super::violation::Violation;

/// The ISEE ceilings of the notice, in euro: the figures most likely to be typed in somewhere out of memory.
const PUBLISHED: [&str; 4] = ["16_000", "16000", "22_000", "22000"];

pub(super) fn check(tree: &Tree) -> Vec<Violation> {
    let mut found = Vec::new();
    // This file has to name what it looks for.
    let product = tree
        .sources
        .iter()
        .filter(|source| source.is_rust() && !source.lies_in("crates/xtask"));
    for source in product.filter(|source| !source.lies_in("crates/domain/rulebook")) {
        for (number, line) in source.code_before_tests() {
            if let Some(figure) = PUBLISHED.iter().find(|figure| names(line, figure)) {
                let why = format!("writes {figure}: published figures stand once, in crates/domain/rulebook");
                found.push(Violation::at(source, number, why));
            }
        }
    }
    found
}
