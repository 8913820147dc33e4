// SPDX-License-Identifier: AGPL-3.0-or-later
//! From what the linker left to a module and the script that connects it with the browser.

use std::path::{Path, PathBuf};

use super::doors;
use crate::place::Place;
use crate::setup::Tools;
use crate::shell::{self, Outcome, read, read_text, write};

pub(super) const TARGET: &str = "wasm32-unknown-unknown";
pub(super) const PROFILE: &str = "client";

/// Where the linker puts a program for the browser.
pub(super) fn linked(place: &Place, name: &str) -> PathBuf {
    place
        .target
        .join(TARGET)
        .join(PROFILE)
        .join(format!("{name}.wasm"))
}

/// Writes `<name>_bg.wasm` and `<name>.js` into the folder. A module that others are parts of keeps the doors of the linker,
/// through which they find its memory and its table.
pub(super) fn bind(place: &Place, tools: &Tools, linked: &Path, folder: &Path, has_parts: bool) -> Outcome {
    let mut bindgen = place.command(tools.folder.join("wasm-bindgen"));
    bindgen
        .args(["--target", "web", "--no-typescript", "--out-dir"])
        .arg(folder)
        .arg(linked);
    if has_parts {
        bindgen.arg("--keep-lld-exports");
    }
    shell::run(&mut bindgen)?;
    let name = linked.file_stem().unwrap_or_default().to_string_lossy();
    let (module, script) = (
        folder.join(format!("{name}_bg.wasm")),
        folder.join(format!("{name}.js")),
    );
    let (shorter, renamed) = doors::shortened(&read(&module)?, &read_text(&script)?)?;
    write(&module, shorter)?;
    write(&script, renamed)
}

/// Puts a module into the stage, and its script with all that it imports as one file.
pub(super) fn bundle(place: &Place, bound: &Path, name: &str, stage: &Path) -> Outcome {
    let module = format!("{name}_bg.wasm");
    write(&stage.join(&module), read(&bound.join(&module))?)?;
    let script = format!("{name}.js");
    shell::run(
        place
            .script("bundle.mjs")
            .arg(bound.join(&script))
            .arg(stage.join(&script)),
    )
}
