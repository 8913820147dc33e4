// SPDX-License-Identifier: AGPL-3.0-or-later
//! Packages of Debian.

use std::path::Path;
use std::process::Stdio;

use crate::place::Place;
use crate::shell::{self, Outcome, answer, on_path, stop, write};

/// Where Debian reads whether a new PostgreSQL begins to serve by itself.
const CLUSTERS: &str = "/etc/postgresql-common/createcluster.conf";

/// Installs packages, or says what to do where that cannot be done from here.
pub(super) fn install(place: &Place, packages: &[&str], otherwise: &str) -> Outcome {
    let is_root = answer(place.command("id").arg("-u")).is_some_and(|user| user == "0");
    if !is_root || on_path("apt-get").is_none() {
        return stop(otherwise);
    }
    // The tests start a server of their own; the one of the package is not wanted.
    if packages.contains(&"postgresql") && !Path::new(CLUSTERS).exists() {
        write(Path::new(CLUSTERS), "create_main_cluster = false\n")?;
    }
    let apt = |words: &[&str]| {
        let mut command = place.command("apt-get");
        command
            .args(words)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdin(Stdio::null());
        shell::run(&mut command)
    };
    apt(&["update", "-qq"])?;
    // A file of settings that is there already is kept without asking.
    let install = [
        "install",
        "-y",
        "-qq",
        "--no-install-recommends",
        "-o",
        "Dpkg::Options::=--force-confold",
    ];
    apt(&[install.as_slice(), packages].concat())
}
