// SPDX-License-Identifier: AGPL-3.0-or-later
//! The computer that built Soglia leaves no trace in what is served: folders name people, and the same sources should make
//! the same bytes anywhere.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::bindgen::TARGET;
use crate::place::Place;
use crate::shell::{Outcome, files_below, read, stop};

/// Where people's folders lie on common systems. In pieces, so that a plain search for such paths does not find this list.
const HOMES: [&str; 4] = [
    concat!("/ho", "me/"),
    concat!("/ro", "ot/"),
    concat!("/Us", "ers/"),
    concat!("\\Us", "ers\\"),
];

/// Lets the compiler write short names in the place of this computer's folders: panics carry the place in the source.
pub(super) fn without(place: &Place, command: &mut Command) {
    let flags: Vec<String> = folders(place)
        .into_iter()
        .filter_map(|(folder, name)| Some((folder.to_str()?.to_owned(), name)))
        // Flags are cut at blanks. Such a folder then shows, and the check at the end of the build says so.
        .filter(|(folder, _)| !folder.is_empty() && !folder.contains(char::is_whitespace))
        .map(|(folder, name)| format!("--remap-path-prefix={folder}={name}"))
        .collect();
    let variable = format!(
        "CARGO_TARGET_{}_RUSTFLAGS",
        TARGET.to_uppercase().replace('-', "_")
    );
    command.env(variable, flags.join(" "));
}

/// Folders and what stands for them. The last one that fits counts.
fn folders(place: &Place) -> Vec<(PathBuf, &'static str)> {
    let mut folders = vec![(place.root.clone(), "soglia"), (place.target.clone(), "made")];
    let Some(cargo) = cargo_home() else {
        return folders;
    };
    folders.push((cargo.join("git/checkouts"), "git"));
    let registries = std::fs::read_dir(cargo.join("registry/src"));
    let registries = registries.into_iter().flatten().flatten();
    folders.insert(0, (cargo, "cargo"));
    folders.extend(registries.map(|registry| (registry.path(), "crates")));
    folders
}

fn cargo_home() -> Option<PathBuf> {
    std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| home().map(|home| home.join(".cargo")))
}

fn home() -> Option<PathBuf> {
    std::env::var_os("HOME").map(PathBuf::from)
}

/// Stops the build when a file tells where it was built.
pub(super) fn none_in(place: &Place, folder: &Path) -> Outcome {
    let own = [
        Some(place.root.clone()),
        Some(place.target.clone()),
        cargo_home(),
        home(),
    ];
    let mut traces: Vec<String> = own
        .into_iter()
        .flatten()
        .map(|path| path.to_string_lossy().into_owned())
        // The top of a disk is in every address.
        .filter(|path| path.len() > 3)
        .collect();
    traces.extend(HOMES.map(str::to_owned));
    for file in files_below(folder)? {
        let content = read(&folder.join(&file))?;
        if let Some(found) = traces.iter().find(|trace| holds(&content, trace.as_bytes())) {
            return stop(format!(
                "{file} holds `{found}`: what is served must not tell where it was built."
            ));
        }
    }
    Ok(())
}

fn holds(content: &[u8], trace: &[u8]) -> bool {
    content.windows(trace.len()).any(|bytes| bytes == trace)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::write;

    #[test]
    fn a_file_that_names_a_folder_of_a_person_stops_the_build() {
        let place = Place {
            root: "/srv/checkout".into(),
            target: "/srv/made".into(),
            tools: "/srv/tools".into(),
        };
        let folder = std::env::temp_dir().join(format!("soglia-traces-{}", std::process::id()));
        let module = folder.join("parts/rules.wasm");
        write(&module, b"\0asm src/rules.rs crates/leptos-0.8.23/src/lib.rs")
            .expect("the folder is writable");
        assert!(none_in(&place, &folder).is_ok());
        for trace in ["/srv/checkout/src/rules.rs", concat!("/ho", "me/anna/soglia")] {
            write(&module, format!("\0asm {trace}")).expect("the folder is writable");
            assert!(none_in(&place, &folder).is_err(), "{trace}");
        }
        std::fs::remove_dir_all(&folder).expect("the folder is ours");
    }
}
