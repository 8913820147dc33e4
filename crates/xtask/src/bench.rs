// SPDX-License-Identifier: AGPL-3.0-or-later
//! `cargo xtask bench`: measurements against the release build, each a script that prints its own table.

use crate::build;
use crate::check::{browser_environment, scripts};
use crate::place::Place;
use crate::setup;
use crate::shell::{self, Outcome, say};

pub(crate) fn bench(place: &Place) -> Outcome {
    let scripts = scripts(place, "tests/bench", ".mjs")?;
    if scripts.is_empty() {
        say("There are no measurements in tests/bench.");
        return Ok(());
    }
    let browser = setup::for_browser_tests(place)?;
    build::build(place)?;
    for script in scripts {
        say(&format!("\n== {script}"));
        let mut node = place.command("node");
        browser_environment(place, &browser, &mut node);
        shell::run(node.arg(script))?;
    }
    Ok(())
}
