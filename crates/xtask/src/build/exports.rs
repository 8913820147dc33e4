// SPDX-License-Identifier: AGPL-3.0-or-later
//! Takes doors out of the WebAssembly that nobody opens: the optimiser keeps whatever they lead to.

use wasmparser::{Parser, Payload};

use crate::shell::{Explain, Outcome};

/// Streams between Rust and JavaScript: a dependency exports them for every application, Soglia has none.
const NEVER_CALLED: &str = "intounderlying";

const EXPORTS: u8 = 7;

/// The module without the exports that are never called.
pub(super) fn only_used(module: &[u8]) -> Outcome<Vec<u8>> {
    for payload in Parser::new(0).parse_all(module) {
        let Payload::ExportSection(exports) = payload.explain("Reading the WebAssembly")? else {
            continue;
        };
        let range = exports.range();
        let (mut kept, mut n_kept) = (Vec::new(), 0);
        for export in exports.into_iter_with_offsets() {
            let (_, export) = export.explain("Reading the exports")?;
            if !export.name.contains(NEVER_CALLED) {
                n_kept += 1;
                write_number(&mut kept, export.name.len());
                kept.extend(export.name.as_bytes());
                kept.push(export.kind as u8);
                write_number(&mut kept, export.index as usize);
            }
        }
        let mut section = Vec::new();
        write_number(&mut section, n_kept);
        section.extend(kept);
        // The range is what stands inside the section; its number and its length stand before.
        let mut header = vec![EXPORTS];
        write_number(&mut header, range.len());
        let start = range.start - header.len();
        let mut made = module[..start].to_vec();
        made.push(EXPORTS);
        write_number(&mut made, section.len());
        made.extend(section);
        made.extend(&module[range.end..]);
        return Ok(made);
    }
    Ok(module.to_vec())
}

/// The number as WebAssembly writes it: seven bits in each byte, the lowest first.
fn write_number(bytes: &mut Vec<u8>, mut number: usize) {
    while number > 0x7f {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::only_used;

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
    fn doors_that_nobody_opens_go_and_the_others_stay() {
        let made =
            only_used(&module(&["main", "intounderlyingsink_write", "free"])).expect("it is well formed");
        assert_eq!(made, module(&["main", "free"]));
        assert_eq!(only_used(&made).expect("it is well formed"), made);
    }

    #[test]
    fn a_broken_module_is_refused() {
        assert!(only_used(b"not a module").is_err());
    }
}
