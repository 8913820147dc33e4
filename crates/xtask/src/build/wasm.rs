// SPDX-License-Identifier: AGPL-3.0-or-later
//! Makes the WebAssembly small: the optimiser, then without the names that only `size` reads.

use std::convert::Infallible;
use std::path::Path;

use sha2::{Digest, Sha256};
use wasm_encoder::Module;
use wasm_encoder::reencode::{Error, Reencode};
use wasmparser::{CustomSectionReader, Parser};

use crate::place::Place;
use crate::shell::{self, Explain, Outcome, read, say, write};

/// Measured over the wire: "-Oz" makes the module itself smaller, but what it makes compresses less. No object lies in
/// the first kilobyte of memory: the stack ends there.
const LEVEL: [&str; 3] = ["-Os", "--converge", "--low-memory-unused"];

/// What rustc and wasm-bindgen emit by themselves; the optimiser refuses instructions it was not told about.
pub(super) const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Optimises a module in place; a copy with the names of its functions goes to `named`.
pub(super) fn optimise(place: &Place, module: &Path, named: &Path) -> Outcome {
    let optimised = optimised(place, module)?;
    write(named, &optimised)?;
    write(module, without_custom_sections(&optimised)?)
}

/// A module after the optimiser, still with the names of its functions.
pub(crate) fn optimised(place: &Place, module: &Path) -> Outcome<Vec<u8>> {
    let before = read(module)?;
    let key = format!(
        "{:x}",
        Sha256::digest([&before, LEVEL.concat().as_bytes(), FEATURES.concat().as_bytes()].concat())
    );
    // Up to a minute of work: not to be repeated because a style sheet changed.
    let kept = place.target.join("optimised").join(format!("{key}.wasm"));
    if !kept.is_file() {
        let name = module.file_name().unwrap_or_default().to_string_lossy();
        say(&format!("Optimising {name}."));
        let folder = place.target.join("optimised");
        std::fs::create_dir_all(&folder).explain("Creating the folder of optimised modules")?;
        let partial = kept.with_extension("partial");
        let mut optimiser = place.command("node");
        optimiser
            .arg("node_modules/binaryen/bin/wasm-opt")
            .args(LEVEL)
            .arg("-g")
            .args(FEATURES);
        // It warns of a kind of names that it does not know.
        shell::run_quietly(optimiser.arg(module).arg("-o").arg(&partial))?;
        // Renamed when whole, so that an interrupted run leaves nothing behind that looks finished.
        std::fs::rename(&partial, &kept).explain("Keeping the optimised module")?;
    }
    read(&kept)
}

/// Names, producers and the list of features: nothing a browser reads.
fn without_custom_sections(module: &[u8]) -> Outcome<Vec<u8>> {
    let mut kept = Module::new();
    Bare.parse_core_module(&mut kept, Parser::new(0), module)
        .explain("Reading the optimised WebAssembly")?;
    Ok(kept.finish())
}

struct Bare;

impl Reencode for Bare {
    type Error = Infallible;

    fn parse_custom_section(&mut self, _: &mut Module, _: CustomSectionReader<'_>) -> Result<(), Error> {
        Ok(())
    }
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
