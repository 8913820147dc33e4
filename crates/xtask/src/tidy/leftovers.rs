// SPDX-License-Identifier: AGPL-3.0-or-later
//! What was meant to be finished, and tests that are switched off.

use super::tree::{Tree, names};
use super::violation::Violation;

const MACROS: [&str; 3] = ["todo!", "unimplemented!", "dbg!"];
/// In pieces, so that a plain search for switched-off tests does not find this list.
const SWITCHES: [&str; 2] = [concat!(".on", "ly("), concat!(".sk", "ip(")];
const IGNORED: &str = concat!("#[ig", "nore");

pub(super) fn check(tree: &Tree) -> Vec<Violation> {
    let mut found = Vec::new();
    for source in tree
        .sources
        .iter()
        .filter(|source| source.is_rust() && !source.lies_in("crates/xtask/src/tidy"))
    {
        for (number, line) in source.code() {
            if let Some(name) = MACROS.iter().find(|name| names_macro(line, name)) {
                found.push(Violation::at(
                    source,
                    number,
                    format!("`{name}` is left over: finish it or take it out"),
                ));
            }
            if line.trim_start().starts_with(IGNORED) {
                found.push(Violation::at(
                    source,
                    number,
                    "a test is switched off: mend it or delete it",
                ));
            }
        }
    }
    // Only in scripts: Rust's iterators have a method of the same name.
    for source in tree.sources.iter().filter(|source| source.path.ends_with(".mjs")) {
        for (number, line) in source
            .code()
            .filter(|(_, line)| SWITCHES.iter().any(|switch| line.contains(switch)))
        {
            found.push(Violation::at(
                source,
                number,
                format!("a test is switched off or alone: `{}`", line.trim()),
            ));
        }
    }
    found
}

fn names_macro(line: &str, name: &str) -> bool {
    names(line, name) && line.contains(&format!("{name}("))
}
