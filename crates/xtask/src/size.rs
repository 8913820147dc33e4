// SPDX-License-Identifier: AGPL-3.0-or-later
//! `cargo xtask size`: what a first visit loads, and which crates the WebAssembly consists of.

use std::collections::BTreeMap;

use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use crate::build;
use crate::place::Place;
use crate::shell::{Explain, Outcome, files_below, read, say};

/// In bytes as sent, with brotli.
const WASM_TARGET: usize = 400_000;
const TOTAL_TARGET: usize = 600_000;
const CRATES_SHOWN: usize = 25;

pub(crate) fn size(place: &Place) -> Outcome {
    build::build(place)?;
    let dist = place.dist();
    let files = files_below(&dist)?;
    let mut groups: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for file in files
        .iter()
        .filter(|file| !file.ends_with(".br") && !file.starts_with('.') && !file.ends_with(".txt"))
    {
        let plain = read(&dist.join(file))?.len();
        let sent = match read(&dist.join(format!("{file}.br"))) {
            Ok(packed) => packed.len(),
            Err(_) => plain,
        };
        let sizes = groups.entry(group(file)).or_default();
        *sizes = (sizes.0 + plain, sizes.1 + sent);
    }
    let total = groups
        .values()
        .fold((0, 0), |sum, sizes| (sum.0 + sizes.0, sum.1 + sizes.1));
    say("What a first visit loads           plain     brotli    target");
    for (name, sizes) in &groups {
        let target = (*name == "wasm").then_some(WASM_TARGET);
        say(&row(name, *sizes, target));
    }
    say(&row("total", total, Some(TOTAL_TARGET)));

    let module = read(&build::wasm::named_wasm(place))?;
    let crates = code_by_crate(&module)?;
    let all: usize = crates.iter().map(|(_, bytes)| bytes).sum();
    say("\nWhere the code comes from         plain      share");
    for (name, bytes) in crates.iter().take(CRATES_SHOWN) {
        say(&format!(
            "  {name:<26}{:>10}   {:>6.1} %",
            kilobytes(*bytes),
            percent(*bytes, all)
        ));
    }
    say(&format!(
        "  {:<26}{:>10}   (data segments are not counted)",
        "all functions",
        kilobytes(all)
    ));
    Ok(())
}

fn group(file: &str) -> &'static str {
    match file.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "wasm" => "wasm",
        "js" => "js",
        "css" => "css",
        "html" => "html",
        "woff2" => "fonts",
        "svg" | "png" => "icons",
        _ => "other",
    }
}

fn row(name: &str, (plain, sent): (usize, usize), target: Option<usize>) -> String {
    let verdict = target.map_or(String::new(), |target| {
        format!(
            "   <= {} {}",
            kilobytes(target),
            if sent <= target { "kept" } else { "MISSED" }
        )
    });
    format!(
        "  {name:<26}{:>10} {:>10}{verdict}",
        kilobytes(plain),
        kilobytes(sent)
    )
}

fn kilobytes(bytes: usize) -> String {
    format!("{:.1} kB", bytes as f64 / 1000.0)
}

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

/// Bytes of function bodies by the crate that defines them, largest first. A generic function counts for the crate it
/// was written in, not for the one that asked for it.
fn code_by_crate(module: &[u8]) -> Outcome<Vec<(String, usize)>> {
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
            Payload::CodeSectionEntry(body) => bodies.push(body.range().len()),
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
    let mut crates: BTreeMap<String, usize> = BTreeMap::new();
    for (index, bytes) in (n_imported..).zip(bodies) {
        let name = names.get(&index).map_or("", String::as_str);
        *crates.entry(crate_of(name)).or_default() += bytes;
    }
    let mut crates: Vec<_> = crates.into_iter().collect();
    crates.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    Ok(crates)
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
