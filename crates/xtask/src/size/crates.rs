// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which crates the WebAssembly consists of.

use std::collections::BTreeMap;

use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use crate::shell::{Explain, Outcome};

/// Bytes of function bodies by the crate that defines them, over all modules, largest first. A generic function counts for
/// the crate it was written in, not for the one that asked for it.
pub(super) fn code_by_crate(modules: &[Vec<u8>]) -> Outcome<Vec<(String, usize)>> {
    let mut crates = BTreeMap::new();
    for module in modules {
        count(module, &mut crates)?;
    }
    let mut crates: Vec<_> = crates.into_iter().collect();
    crates.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    Ok(crates)
}

fn count(module: &[u8], crates: &mut BTreeMap<String, usize>) -> Outcome {
    let (mut n_imported, mut bodies, mut names) = (0, Vec::new(), BTreeMap::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload.explain("Reading the WebAssembly")? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    if matches!(import.explain("Reading the imports")?.ty, TypeRef::Func(_)) {
                        n_imported += 1;
                    }
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes().len()),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(subsections) = section.as_known() {
                    for subsection in subsections {
                        if let Name::Function(map) = subsection.explain("Reading the names")? {
                            for naming in map {
                                let naming = naming.explain("Reading a function's name")?;
                                names.insert(naming.index, naming.name.to_owned());
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    for (index, bytes) in (n_imported..).zip(bodies) {
        let name = names.get(&index).map_or("", String::as_str);
        *crates.entry(crate_of(name)).or_default() += bytes;
    }
    Ok(())
}

/// The first part of a function's path: `<alloc::vec::Vec<T> as core::ops::Drop>::drop` belongs to `alloc`.
fn crate_of(name: &str) -> String {
    let plain = format!("{:#}", rustc_demangle::demangle(name));
    let mut rest = plain.as_str();
    loop {
        let before = rest;
        for opening in ["<", "&", "*const ", "*mut ", "mut ", "dyn ", "[", "(", "impl "] {
            rest = rest.strip_prefix(opening).unwrap_or(rest);
        }
        if rest == before {
            break;
        }
    }
    // `core[0123456789abcdef]::fmt`: what follows the name tells two versions of a crate apart.
    let end = rest
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(rest.len());
    let (first, after) = rest.split_at(end);
    if !first.is_empty() && (after.starts_with("::") || after.starts_with('[')) {
        return first.to_owned();
    }
    // `<u64 as core::fmt::Display>::fmt`: a type of the language itself, so the trait tells.
    match plain.split_once(" as ") {
        Some((_, implemented)) => crate_of(implemented),
        None => "(no crate: glue, runtime)".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::crate_of;

    #[test]
    fn a_function_belongs_to_the_crate_its_path_begins_with() {
        assert_eq!(crate_of("soglia_client::app::App"), "soglia_client");
        assert_eq!(crate_of("<alloc::vec::Vec<T> as core::ops::Drop>::drop"), "alloc");
        assert_eq!(crate_of("<&mut leptos::View as core::fmt::Debug>::fmt"), "leptos");
        assert_eq!(crate_of("_ZN4core3fmt5write17h0123456789abcdefE"), "core");
        assert_eq!(crate_of("<core[0123456789abcdef]::fmt::Formatter>::pad"), "core");
        assert_eq!(
            crate_of("<u64 as core[0123456789abcdef]::fmt::Display>::fmt"),
            "core"
        );
        assert_eq!(crate_of("__wbindgen_malloc"), "(no crate: glue, runtime)");
    }
}
