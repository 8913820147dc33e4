// SPDX-License-Identifier: AGPL-3.0-or-later
//! Cuts the client into parts that are fetched when their page is asked for (decision 13).
//!
//! It works on what the linker left, with its notes about what uses what: wasm-bindgen and the optimiser come after it, and
//! see each part as a module of its own.

mod loader;
mod part;
mod shared;

pub(crate) use part::{Part, path_of};

use std::collections::BTreeMap;
use std::path::Path;

use wasm_split_cli_support::Options;

use super::{bindgen, doors};
use crate::budgets;
use crate::place::Place;
use crate::setup::Tools;
use crate::shell::{Explain, Outcome, read, read_text, remove_folder, stop, write};

/// Beside dist's files; says what each part needs besides the main one.
pub(crate) const NEEDS: &str = ".parts";

/// What the linker calls the client, and what its script is called in the stage.
const CLIENT: &str = "soglia-client";

/// The script that fetches parts, until it is bundled into the client's.
const LOADER: &str = "./parts.js";

/// Puts the parts into the stage in the place of the one module that trunk left there.
pub(super) fn cut(place: &Place, tools: &Tools, stage: &Path) -> Outcome {
    let linked = read(&bindgen::linked(place, CLIENT))?;
    let work = place.work().join("parts");
    remove_folder(&work)?;
    let raw = work.join("raw");
    let main = work.join(format!("{CLIENT}.wasm"));
    let chunks = split(&linked, &raw, &main)?;
    if chunks.is_empty() {
        return stop("the client was compiled without the feature `parts`: there is nothing to cut.");
    }

    // One that cannot be found is missed when it is merged.
    let length =
        |file: &str| std::fs::metadata(raw.join(format!("{file}.wasm"))).map_or(0, |file| file.len());
    let layers = shared::layers(&chunks, length);
    let mut parts = Vec::new();
    for (layer, members) in &layers {
        let merged = shared::merged(place, &raw, &work, layer, members)?;
        write(&file_of(stage, layer), merged)?;
    }
    for (name, files) in &chunks {
        let own = raw.join(format!("split_{name}.wasm"));
        if own.is_file() {
            write(&file_of(stage, name), doors::closed(&read(&own)?)?)?;
        }
        let needs = layers
            .iter()
            .filter(|(_, members)| members.iter().any(|member| files.contains(member)))
            .map(|(layer, _)| (*layer).to_owned())
            .collect();
        parts.push(Part {
            name: name.clone(),
            has_file: own.is_file(),
            needs,
        });
    }

    let bound = work.join("bound");
    bindgen::bind(place, tools, &main, &bound, true)?;
    let shared: Vec<&str> = layers.iter().map(|(layer, _)| *layer).collect();
    write(&bound.join(LOADER), loader::script(CLIENT, &shared, &parts))?;
    bindgen::bundle(place, &bound, CLIENT, stage)?;
    write(&stage.join(NEEDS), written(&parts))
}

/// What each part needs, as the last build left it.
pub(crate) fn of_build(dist: &Path) -> Outcome<Vec<Part>> {
    Ok(parsed(&read_text(&dist.join(NEEDS))?))
}

fn file_of(stage: &Path, name: &str) -> std::path::PathBuf {
    stage.join(path_of(name))
}

/// Cuts; gives for each part the files it consists of, most of which it shares with others.
fn split(linked: &[u8], raw: &Path, main: &Path) -> Outcome<BTreeMap<String, Vec<String>>> {
    let mut options = Options::new(linked);
    options.output_dir = raw;
    options.main_out_path = main;
    options.link_name = LOADER;
    options.emit_dwarf = false;
    let made = wasm_split_cli_support::transform(options)
        .map_err(|error| format!("{error:#}"))
        .explain("Cutting the client into parts")?;
    if let Some(name) = made
        .prefetch_map
        .keys()
        .find(|name| budgets::LAYERS.iter().any(|layer| layer.name == **name))
    {
        return stop(format!(
            "`{name}` is the name of what parts share: call the part otherwise."
        ));
    }
    Ok(made.prefetch_map.into_iter().collect())
}

fn written(parts: &[Part]) -> String {
    parts
        .iter()
        .map(|part| format!("{} {}: {}\n", part.name, part.has_file, part.needs.join(" ")))
        .collect()
}

fn parsed(text: &str) -> Vec<Part> {
    let part = |line: &str| {
        let (head, needs) = line.split_once(": ")?;
        let (name, has_file) = head.split_once(' ')?;
        Some(Part {
            name: name.to_owned(),
            has_file: has_file == "true",
            needs: needs.split_whitespace().map(str::to_owned).collect(),
        })
    };
    text.lines().filter_map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::{Part, parsed, written};

    #[test]
    fn what_parts_need_is_read_as_it_was_written() {
        let part = |name: &str, has_file, needs: &[&str]| Part {
            name: name.to_owned(),
            has_file,
            needs: needs.iter().map(|name| (*name).to_owned()).collect(),
        };
        let parts = vec![
            part("rules", true, &["common", "desk"]),
            part("empty", false, &[]),
        ];
        assert_eq!(parsed(&written(&parts)), parts);
    }
}
