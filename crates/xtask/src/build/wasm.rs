// SPDX-License-Identifier: AGPL-3.0-or-later
//! Makes the WebAssembly small: the optimiser, then without the names that only `size` reads.

use std::path::Path;

use sha2::{Digest, Sha256};
use wasmparser::{Parser, Payload};

use super::exports;
use crate::place::Place;
use crate::shell::{self, Explain, Outcome, read, say, write};

/// Measured over the wire: "-Oz" makes the module itself smaller, but what it makes compresses less. No object lies in
/// the first kilobyte of memory: the stack ends there.
const LEVEL: [&str; 3] = ["-Os", "--converge", "--low-memory-unused"];

/// What rustc and wasm-bindgen emit by themselves; the optimiser refuses instructions it was not told about.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

pub(super) fn optimise(place: &Place, module: &Path) -> Outcome {
    write(module, exports::only_used(&read(module)?)?)?;
    let named = optimised(place, module)?;
    write(&named_wasm(place), &named)?;
    write(module, without_custom_sections(&named)?)
}

/// A module after the optimiser, still with the names of its functions.
pub(crate) fn optimised(place: &Place, module: &Path) -> Outcome<Vec<u8>> {
    let before = read(module)?;
    let key = format!(
        "{:x}",
        Sha256::digest([&before, LEVEL.concat().as_bytes(), FEATURES.concat().as_bytes()].concat())
    );
    // A minute of work: not to be repeated because a style sheet changed.
    let kept = place.target.join("optimised").join(format!("{key}.wasm"));
    if !kept.is_file() {
        say("Optimising the WebAssembly, about a minute for the client.");
        let folder = place.target.join("optimised");
        std::fs::create_dir_all(&folder).explain("Creating the folder of optimised modules")?;
        let partial = kept.with_extension("partial");
        let mut optimiser = place.command("node");
        optimiser
            .arg("node_modules/binaryen/bin/wasm-opt")
            .args(LEVEL)
            .arg("-g")
            .args(FEATURES);
        shell::run(optimiser.arg(module).arg("-o").arg(&partial))?;
        // Renamed when whole, so that an interrupted run leaves nothing behind that looks finished.
        std::fs::rename(&partial, &kept).explain("Keeping the optimised module")?;
    }
    read(&kept)
}

/// Names, producers and the list of features: nothing a browser reads.
fn without_custom_sections(module: &[u8]) -> Outcome<Vec<u8>> {
    let mut kept = Vec::with_capacity(module.len());
    let mut end_of_last = 0;
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.explain("Reading the optimised WebAssembly")?;
        let end = match &payload {
            Payload::Version { range, .. } => range.end,
            // The bodies of functions lie inside the code section, which has been counted as a whole.
            Payload::CodeSectionEntry(_) => continue,
            Payload::CodeSectionStart { range, .. } => range.end,
            Payload::CustomSection(section) => {
                end_of_last = section.range().end;
                continue;
            }
            other => match other.as_section() {
                Some((_, range)) => range.end,
                None => continue,
            },
        };
        // From the end of the section before: the header belongs to the section but not to its range.
        kept.extend_from_slice(&module[end_of_last..end]);
        end_of_last = end;
    }
    Ok(kept)
}

/// The WebAssembly of the last build with its function names, for `size`.
pub(crate) fn named_wasm(place: &Place) -> std::path::PathBuf {
    place.work().join("named.wasm")
}

#[cfg(test)]
mod tests {
    use super::without_custom_sections;

    const HEAD: [u8; 8] = *b"\0asm\x01\0\0\0";
    /// One type: a function without arguments and results.
    const TYPES: [u8; 6] = [1, 4, 1, 0x60, 0, 0];
    /// A custom section called "name" with two bytes in it.
    const NAMES: [u8; 9] = [0, 7, 4, b'n', b'a', b'm', b'e', 0, 0];

    #[test]
    fn names_go_and_everything_else_stays() {
        let module = [HEAD.as_slice(), &NAMES, &TYPES, &NAMES].concat();
        let kept = without_custom_sections(&module).expect("the module is well formed");
        assert_eq!(kept, [HEAD.as_slice(), &TYPES].concat());
    }

    #[test]
    fn a_broken_module_is_refused() {
        assert!(without_custom_sections(b"not a module").is_err());
    }
}
