// SPDX-License-Identifier: AGPL-3.0-or-later
//! The doors of a module: what it imports and exports by name. Some nobody opens, and the optimiser keeps whatever they
//! lead to. The names of the others carry hashes that no compression gets smaller, once in the module and once in its script.

use std::collections::BTreeMap;
use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{Export, Import, Parser};

use crate::shell::{Explain, Outcome, stop};

/// Streams between Rust and JavaScript: a dependency exports them for every application, Soglia has none.
const NEVER_CALLED: &str = "intounderlying";

/// How the names begin that wasm-bindgen makes. All others are those of the linker, by which parts find each other.
const MADE: [&str; 2] = ["__wb", "wasm_bindgen__"];

const DIGITS: &[u8; 36] = b"abcdefghijklmnopqrstuvwxyz0123456789";

/// A module and its script that call each other by short names, without the doors that nobody opens.
pub(super) fn shortened(module: &[u8], script: &str) -> Outcome<(Vec<u8>, String)> {
    let mut doors = Doors::default();
    let module = encoded(module, &mut doors)?;
    let taken = words(script).find(|word| doors.names.values().any(|short| short == word));
    if let Some(taken) = taken {
        return stop(format!(
            "the script uses `{taken}` already, which was to be a short name."
        ));
    }
    let script = words(script)
        .map(|word| doors.names.get(word).map_or(word, String::as_str))
        .collect();
    Ok((module, script))
}

/// A module without exports: parts are called through the table of functions.
pub(super) fn closed(module: &[u8]) -> Outcome<Vec<u8>> {
    encoded(module, &mut Closed)
}

fn encoded(module: &[u8], by: &mut impl Reencode<Error = Infallible>) -> Outcome<Vec<u8>> {
    let mut made = Module::new();
    by.parse_core_module(&mut made, Parser::new(0), module)
        .explain("Reading the WebAssembly")?;
    Ok(made.finish())
}

#[derive(Default)]
struct Doors {
    names: BTreeMap<String, String>,
}

impl Doors {
    fn name<'a>(&'a mut self, long: &'a str) -> &'a str {
        if !MADE.iter().any(|made| long.starts_with(made)) {
            return long;
        }
        let next = self.names.len();
        self.names.entry(long.to_owned()).or_insert_with(|| short(next))
    }
}

impl Reencode for Doors {
    type Error = Infallible;

    fn parse_import(&mut self, imports: &mut ImportSection, import: Import<'_>) -> Result<(), Error> {
        let ty = self.entity_type(import.ty)?;
        imports.import(import.module, self.name(import.name), ty);
        Ok(())
    }

    fn parse_export(&mut self, exports: &mut ExportSection, export: Export<'_>) -> Result<(), Error> {
        if export.name.contains(NEVER_CALLED) {
            return Ok(());
        }
        let name = self.name(export.name).to_owned();
        utils::parse_export(
            self,
            exports,
            Export {
                name: &name,
                ..export
            },
        )
    }
}

struct Closed;

impl Reencode for Closed {
    type Error = Infallible;

    fn parse_export(&mut self, _: &mut ExportSection, _: Export<'_>) -> Result<(), Error> {
        Ok(())
    }
}

/// `$a`, `$b` and so on: no name that wasm-bindgen makes begins with a dollar.
fn short(mut number: usize) -> String {
    let mut name = "$".to_owned();
    loop {
        name.push(DIGITS[number % DIGITS.len()].into());
        number /= DIGITS.len();
        if number == 0 {
            return name;
        }
    }
}

/// A script cut into names and what stands between them.
fn words(script: &str) -> impl Iterator<Item = &str> {
    let is_of_name = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    let mut rest = script;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = rest
            .find(|c| is_of_name(c) != is_of_name(first))
            .unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::{closed, shortened};

    /// A module with one function, exported under these names.
    fn module(names: &[&str]) -> Vec<u8> {
        let mut exports = vec![names.len() as u8];
        for name in names {
            exports.push(name.len() as u8);
            exports.extend(name.as_bytes());
            exports.extend([0, 0]);
        }
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.extend([1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0]);
        module.extend([7, exports.len() as u8]);
        module.extend(exports);
        module.extend([10, 4, 1, 2, 0, 0x0b]);
        module
    }

    #[test]
    fn doors_that_nobody_opens_go_and_the_others_get_short_names() {
        let before = module(&["main", "intounderlyingsink_write", "__wbg_free_0123456789abcdef"]);
        let (made, script) =
            shortened(&before, "wasm.__wbg_free_0123456789abcdef(); wasm.main()").expect("it is well formed");
        assert_eq!(made, module(&["main", "$a"]));
        assert_eq!(script, "wasm.$a(); wasm.main()");
    }

    #[test]
    fn a_part_has_no_doors() {
        let made = closed(&module(&["memory"])).expect("it is well formed");
        assert!(!made.windows(6).any(|bytes| bytes == b"memory"));
    }

    #[test]
    fn a_broken_module_is_refused() {
        assert!(closed(b"not a module").is_err());
    }

    #[test]
    fn a_script_that_uses_a_short_name_is_refused() {
        assert!(shortened(&module(&["__wbg_x"]), "wasm.__wbg_x($a)").is_err());
    }
}
