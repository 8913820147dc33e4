// SPDX-License-Identifier: AGPL-3.0-or-later
//! `cargo xtask bench`: measurements against the release build, each a script that prints its own table.

mod rules;
mod server;

use crate::build;
use crate::journeys::{browser_environment, scripts};
use crate::place::Place;
use crate::setup;
use crate::shell::{self, Failure, Outcome, say};

/// The script that measures the rules alone, without the product around them.
const RULES: &str = "tests/bench/rules.mjs";

/// The script that measures the server alone.
const SERVER: &str = "tests/bench/server.mjs";

/// The script that measures shared links, with readers of its own.
const SHARED: &str = "tests/bench/shared.mjs";

pub(crate) fn bench(place: &Place, options: &[&str]) -> Outcome {
    let mut scripts = scripts(place, "tests/bench", ".mjs")?;
    match options {
        [] => {}
        ["--only", name] => scripts.retain(|script| *script == format!("tests/bench/{name}.mjs")),
        _ => {
            return Err(Failure::Usage(
                "`bench` knows one option: --only NAME.".to_owned(),
            ));
        }
    }
    if scripts.is_empty() {
        say("There is no such measurement in tests/bench.");
        return Ok(());
    }
    let browser = setup::for_browser_tests(place)?;
    let mut module = None;
    if scripts.iter().any(|script| script == RULES) {
        rules::natively(place)?;
        module = Some(rules::module(place)?);
    }
    let load = match scripts.iter().any(|script| script == SERVER || script == SHARED) {
        true => Some(server::Load::new(place)?),
        false => None,
    };
    if scripts.iter().any(|script| script != RULES && script != SERVER) {
        build::build(place)?;
    }
    for script in scripts {
        say(&format!("\n== {script}"));
        let mut node = place.command("node");
        browser_environment(place, &browser, &mut node);
        if let Some(folder) = &module {
            node.env("SOGLIA_RULES", folder);
        }
        if let Some(load) = &load {
            load.tell(&mut node);
        }
        shell::run(node.arg(script))?;
    }
    Ok(())
}
