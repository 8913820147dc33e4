// SPDX-License-Identifier: AGPL-3.0-or-later
//! The shape of files: length, licence line, names of modules.

use super::tree::{Source, Tree};
use super::violation::Violation;

/// In lines. Above the first a Rust file says why; the second is the end for every source.
const LONG: usize = 300;
const TOO_LONG: usize = 500;
const HEAD: usize = 10;

const LICENSED: [&str; 6] = [".rs", ".mjs", ".js", ".css", ".html", ".sh"];

pub(super) fn check(tree: &Tree) -> Vec<Violation> {
    tree.sources
        .iter()
        .flat_map(|source| [length(source), licence(source), module(source)])
        .flatten()
        .collect()
}

fn length(source: &Source) -> Option<Violation> {
    if ![".rs", ".mjs", ".css"]
        .iter()
        .any(|ending| source.path.ends_with(ending))
    {
        return None;
    }
    let n_lines = source.text.lines().count();
    if n_lines > TOO_LONG {
        return Some(Violation::at(
            source,
            1,
            format!("{n_lines} lines; a file is read in one sitting, {TOO_LONG} at most"),
        ));
    }
    let says_why = source
        .text
        .lines()
        .take(HEAD)
        .any(|line| line.contains("// Long because:"));
    if source.is_rust() && n_lines > LONG && !says_why {
        let why = format!("{n_lines} lines; above {LONG} the head says `// Long because: …`");
        return Some(Violation::at(source, 1, why));
    }
    None
}

fn licence(source: &Source) -> Option<Violation> {
    let needed = LICENSED.iter().any(|ending| source.path.ends_with(ending));
    let given = source
        .text
        .lines()
        .take(3)
        .any(|line| line.contains("SPDX-License-Identifier:"));
    (needed && !given)
        .then(|| Violation::at(source, 1, "no SPDX-License-Identifier in the first three lines"))
}

fn module(source: &Source) -> Option<Violation> {
    let is_mod = source.path.ends_with("/mod.rs");
    is_mod.then(|| {
        Violation::at(
            source,
            1,
            "mod.rs: a module `name` lies in name.rs, so that tabs tell files apart",
        )
    })
}
