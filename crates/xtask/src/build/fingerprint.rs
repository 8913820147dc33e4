// SPDX-License-Identifier: AGPL-3.0-or-later
//! One hash over everything the client is made from: when it is the same, dist/ is still good.

use sha2::{Digest, Sha256};

use crate::place::Place;
use crate::shell::{Outcome, files_below, read};

const FILES: [&str; 9] = [
    "Cargo.lock",
    "Cargo.toml",
    "build.rs",
    "Trunk.toml",
    "index.html",
    "package-lock.json",
    "rust-toolchain.toml",
    "crates/xtask/src/build.rs",
    "crates/xtask/src/budgets.rs",
];

const FOLDERS: [&str; 18] = [
    "src",
    "style",
    "public",
    "crates/kernel",
    "crates/domain",
    "crates/json",
    "crates/sync",
    "crates/wording",
    "crates/agenda",
    "crates/search",
    "crates/import",
    "crates/map",
    "crates/prelude",
    "crates/share",
    "crates/xtask/src/build",
    "crates/xtask/tools",
    ".cargo",
    "crates/xtask/icons",
];

pub(super) fn of_sources(place: &Place) -> Outcome<String> {
    let mut hash = Sha256::new();
    let mut add = |path: &str| -> Outcome {
        let content = read(&place.root.join(path))?;
        // Path and size first, so that bytes moving from one file to the next change the hash too.
        hash.update(format!("{path}\n{}\n", content.len()));
        hash.update(content);
        Ok(())
    };
    for path in FILES.iter().filter(|path| place.root.join(path).is_file()) {
        add(path)?;
    }
    for folder in FOLDERS.iter().filter(|folder| place.root.join(folder).is_dir()) {
        for file in files_below(&place.root.join(folder))? {
            add(&format!("{folder}/{file}"))?;
        }
    }
    Ok(format!("{:x}\n", hash.finalize()))
}
