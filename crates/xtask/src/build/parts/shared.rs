// SPDX-License-Identifier: AGPL-3.0-or-later
//! What several parts share. Cutting leaves a small file for every set of parts that share something, some hundred of them;
//! here they become a few files (`budgets::LAYERS`).

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ExportKind, ExportSection, ImportSection, Module};
use wasmparser::{Import, Parser, Payload, TypeRef};

use super::doors;
use crate::budgets;
use crate::place::Place;
use crate::shell::{self, Explain, Outcome, read, stop, write};

/// From where parts import memory, table and stack.
pub(super) const MAIN: &str = "__wasm_split";

/// From where merged parts import them.
pub(super) const MAIN_OF_MERGED: &str = "main";

/// The shared files, each in the first layer of a part that needs it; what is small goes with the first pages. `length` gives
/// how many bytes the linker left in one.
pub(super) fn layers(
    chunks: &BTreeMap<String, Vec<String>>,
    length: impl Fn(&str) -> u64,
) -> Vec<(&'static str, Vec<String>)> {
    let mut users: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (part, files) in chunks {
        for file in files.iter().filter(|file| **file != format!("split_{part}")) {
            users.entry(file).or_default().insert(part);
        }
    }
    let mut layers: Vec<(&str, Vec<String>)> = budgets::LAYERS
        .iter()
        .map(|layer| (layer.name, Vec::new()))
        .collect();
    for (file, parts) in users {
        let first = match length(file) < budgets::SMALL {
            true => Some(0),
            false => budgets::LAYERS
                .iter()
                .position(|layer| parts.iter().any(|part| layer.holds(part))),
        };
        if let Some((_, files)) = first.and_then(|first| layers.get_mut(first)) {
            files.push(file.to_owned());
        }
    }
    layers.retain(|(_, files)| !files.is_empty());
    layers
}

/// One module out of many.
pub(super) fn merged(
    place: &Place,
    raw: &Path,
    work: &Path,
    layer: &str,
    members: &[String],
) -> Outcome<Vec<u8>> {
    let modules: Vec<Vec<u8>> = members
        .iter()
        .map(|member| read(&raw.join(format!("{member}.wasm"))))
        .collect::<Outcome<_>>()?;
    let hub = work.join(format!("{layer}.hub.wasm"));
    write(&hub, hub_of(&modules)?)?;
    let made = work.join(format!("{layer}.wasm"));
    let mut merge = place.command("node");
    merge
        .arg("node_modules/binaryen/bin/wasm-merge")
        .args(crate::build::wasm::FEATURES)
        .arg("-g")
        .arg(&hub)
        .arg(MAIN);
    for member in members {
        merge.arg(raw.join(format!("{member}.wasm"))).arg(member);
    }
    // It warns of a kind of names it does not know, once for each of its arguments.
    shell::run_quietly(merge.arg("-o").arg(&made))?;
    doors::closed(&read(&made)?)
}

/// A module that hands on what all of these import. Merged with them, it makes the many imports one: two imports of the
/// same memory would be two memories otherwise.
fn hub_of(modules: &[Vec<u8>]) -> Outcome<Vec<u8>> {
    let (mut imports, mut exports) = (ImportSection::new(), ExportSection::new());
    let mut handed_on = BTreeSet::new();
    let (mut n_memories, mut n_tables, mut n_globals) = (0, 0, 0);
    for import in modules.iter().map(|module| imports_of(module)) {
        for Import { module, name, ty } in import? {
            if module != MAIN {
                return stop(format!(
                    "a part imports `{name}` from `{module}`, which no part can have."
                ));
            }
            if !handed_on.insert(name) {
                continue;
            }
            let (kind, count) = match ty {
                TypeRef::Memory(_) => (ExportKind::Memory, &mut n_memories),
                TypeRef::Table(_) => (ExportKind::Table, &mut n_tables),
                TypeRef::Global(_) => (ExportKind::Global, &mut n_globals),
                TypeRef::Func(_) | TypeRef::FuncExact(_) | TypeRef::Tag(_) => {
                    return stop(format!(
                        "a part imports `{name}`, which is neither memory, table nor global."
                    ));
                }
            };
            let encoded = RoundtripReencoder
                .entity_type(ty)
                .explain("Reading the type of an import")?;
            imports.import(MAIN_OF_MERGED, name, encoded);
            exports.export(name, kind, *count);
            *count += 1;
        }
    }
    let mut hub = Module::new();
    hub.section(&imports).section(&exports);
    Ok(hub.finish())
}

fn imports_of(module: &[u8]) -> Outcome<Vec<Import<'_>>> {
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::ImportSection(section) = payload.explain("Reading a part")? {
            return section
                .into_imports()
                .collect::<Result<_, _>>()
                .explain("Reading the imports of a part");
        }
    }
    Ok(Vec::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunks(list: &[(&str, &[&str])]) -> BTreeMap<String, Vec<String>> {
        list.iter()
            .map(|(part, files)| {
                let files = files.iter().map(|file| (*file).to_owned());
                ((*part).to_owned(), files.collect())
            })
            .collect()
    }

    const LARGE: fn(&str) -> u64 = |_| budgets::SMALL;

    #[test]
    fn what_parts_share_travels_with_the_first_part_for_which_a_file_is_made() {
        let layers = layers(
            &chunks(&[
                ("today", &["chunk_1", "split_today"]),
                ("dwellings", &["chunk_1", "chunk_2", "split_dwellings"]),
                ("case", &["chunk_1", "chunk_2", "chunk_3", "split_case"]),
                ("import", &["chunk_6", "split_import"]),
                ("funding", &["chunk_3", "chunk_4", "split_funding"]),
                ("settings", &["chunk_4", "chunk_5", "split_settings"]),
            ]),
            LARGE,
        );
        assert_eq!(
            layers,
            [
                ("common", vec!["chunk_1".to_owned()]),
                ("tables", vec!["chunk_6".to_owned()]),
                ("conditions", vec!["chunk_2".to_owned(), "chunk_3".to_owned()]),
                ("rest", vec!["chunk_4".to_owned(), "chunk_5".to_owned()]),
            ]
        );
    }

    #[test]
    fn what_is_small_travels_with_the_first_pages() {
        let shared = chunks(&[
            ("dwellings", &["chunk_1", "split_dwellings"]),
            ("case", &["chunk_1", "split_case"]),
        ]);
        assert_eq!(layers(&shared, |_| 1), [("common", vec!["chunk_1".to_owned()])]);
    }

    #[test]
    fn a_layer_that_nobody_needs_is_no_file() {
        let layers = layers(
            &chunks(&[("today", &["split_today"]), ("rules", &["split_rules"])]),
            LARGE,
        );
        assert_eq!(layers, []);
    }

    #[test]
    fn the_hub_hands_on_each_import_once() {
        let mut imports = ImportSection::new();
        let memory = wasm_encoder::MemoryType {
            minimum: 20,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        };
        imports.import(MAIN, "memory", memory);
        let mut module = Module::new();
        module.section(&imports);
        let module = module.finish();
        let hub = hub_of(&[module.clone(), module]).expect("both import what they may");
        let handed_on = imports_of(&hub).expect("it is well formed");
        assert_eq!(handed_on.len(), 1);
        assert_eq!(handed_on[0].module, MAIN_OF_MERGED);
    }
}
