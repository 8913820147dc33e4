// SPDX-License-Identifier: AGPL-3.0-or-later
//! The rules alone: natively by criterion, and as a module compiled and optimised exactly as the client is.

use std::path::PathBuf;

use crate::build::wasm;
use crate::place::Place;
use crate::setup;
use crate::shell::{self, Outcome, say, write};

const EXAMPLE: &str = "rules_bench";
const TARGET: &str = "wasm32-unknown-unknown";
const PROFILE: &str = "client";

pub(super) fn natively(place: &Place) -> Outcome {
    say("\n== rules, natively");
    shell::run(&mut place.cargo(&["bench", "--package", "soglia-domain", "--bench", "rules"]))
}

/// The folder with the module and the JavaScript that loads it.
pub(super) fn module(place: &Place) -> Outcome<PathBuf> {
    let tools = setup::for_build(place)?;
    say("Building the rules for the browser.");
    let package = [
        "build",
        "--quiet",
        "--package",
        "soglia-samples",
        "--example",
        EXAMPLE,
    ];
    shell::run(
        place
            .cargo(&package)
            .args(["--target", TARGET, "--profile", PROFILE]),
    )?;
    let compiled = place.target.join(TARGET).join(PROFILE).join("examples");
    let folder = place.work().join(EXAMPLE);
    let mut bindgen = place.command(tools.folder.join("wasm-bindgen"));
    bindgen
        .args(["--target", "web", "--no-typescript", "--out-dir"])
        .arg(&folder)
        .arg(compiled.join(format!("{EXAMPLE}.wasm")));
    shell::run(&mut bindgen)?;
    let module = folder.join(format!("{EXAMPLE}_bg.wasm"));
    write(&module, wasm::optimised(place, &module)?)?;
    Ok(folder)
}
