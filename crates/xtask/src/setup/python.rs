// SPDX-License-Identifier: AGPL-3.0-or-later
//! The one program from PyPI: schemathesis, which holds a server against its description. In a folder of its own, so
//! that no other Python of this machine is touched.

use std::path::PathBuf;

use super::apt;
use crate::place::Place;
use crate::shell::{self, Outcome, answer, remove_folder, say, stop};

/// One version, so that the same seed tries the same requests everywhere.
const SCHEMATHESIS: &str = "4.32.5";

/// The program, installed where it is missing.
pub(super) fn ensure_schemathesis(place: &Place) -> Outcome<PathBuf> {
    let home = place.tools.with_file_name("schemathesis");
    let program = home.join("bin/schemathesis");
    let is_there = || {
        answer(place.command(&program).arg("--version"))
            .is_some_and(|line| line.split_whitespace().any(|word| word == SCHEMATHESIS))
    };
    if is_there() {
        return Ok(program);
    }
    say(&format!(
        "Installing schemathesis {SCHEMATHESIS}: it tries the API against its own description. Once, half a minute."
    ));
    if answer(place.command("python3").args(["-c", "import venv, ensurepip"])).is_none() {
        apt::install(
            place,
            &["python3", "python3-venv"],
            "Python 3 with venv is missing: install the packages python3 and python3-venv (Debian). Only the check of \
             the API needs it.",
        )?;
    }
    remove_folder(&home)?;
    shell::run(place.command("python3").args(["-m", "venv"]).arg(&home))?;
    let mut pip = place.command(home.join("bin/pip"));
    pip.args(["install", "--quiet", "--disable-pip-version-check"])
        .arg(format!("schemathesis=={SCHEMATHESIS}"));
    shell::run(&mut pip)?;
    if is_there() {
        Ok(program)
    } else {
        stop("schemathesis was installed but does not start.")
    }
}
