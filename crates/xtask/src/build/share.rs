// SPDX-License-Identifier: AGPL-3.0-or-later
//! The page for people who receive a link: a small program of its own, so that they do not fetch the application.

use std::path::Path;

use super::{bindgen, traces};
use crate::place::Place;
use crate::setup::Tools;
use crate::shell::{self, Outcome, copy_folder, remove_folder, say};

/// Its page and the script that starts it, which lie in a folder of the package.
pub(super) const PAGE: &str = "share.html";
pub(super) const BOOT: &str = "shared.js";
const PUBLIC: &str = "crates/share/public";

/// The program, and the beginning of the names of all that it is compiled to.
const PROGRAM: &str = "soglia-share";

/// Whether a file of dist is there for this page alone.
pub(super) fn is_of_share(file: &str) -> bool {
    file == PAGE || file.starts_with(PROGRAM) || file.starts_with(BOOT.trim_end_matches(".js"))
}

/// Compiles the page and puts it into the stage.
pub(super) fn add(place: &Place, tools: &Tools, stage: &Path) -> Outcome {
    say("Building the page of shared links.");
    let mut cargo = place.cargo(&["build", "--quiet", "--package", PROGRAM]);
    cargo.args(["--target", bindgen::TARGET, "--profile", bindgen::PROFILE]);
    traces::without(place, &mut cargo);
    shell::run(&mut cargo)?;
    let bound = place.work().join("share");
    remove_folder(&bound)?;
    bindgen::bind(place, tools, &bindgen::linked(place, PROGRAM), &bound, false)?;
    bindgen::bundle(place, &bound, PROGRAM, stage)?;
    copy_folder(&place.root.join(PUBLIC), stage)
}
