// SPDX-License-Identifier: AGPL-3.0-or-later
//! What Soglia is built from: under which licences, from where, and with which known faults. What could not be asked is said
//! to be left out, and never to have passed.

mod audit;
mod lock;

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::place::Place;
use crate::setup;
use crate::shell::{self, Ending, Outcome, read_text, say, stop};

/// For fetching the list of known faults, and for asking the registry.
const PATIENCE: Duration = Duration::from_secs(60);

/// Gives what was left out, and why.
pub(crate) fn supply(place: &Place) -> Outcome<Vec<String>> {
    let deny = setup::for_supply(place)?;
    shell::run(ask(place, &deny, &[]).args(["licenses", "bans", "sources"]))?;
    let faults = lock::faults(&read_text(&place.root.join("package-lock.json"))?)?;
    for fault in &faults {
        say(fault);
    }
    if !faults.is_empty() {
        return stop("What comes from npm does not keep the rules of crates/xtask/src/supply/lock.rs.");
    }
    say("npm: licences and sources ok");
    let mut left_out = Vec::new();
    left_out.extend(known_faults(place, &deny)?);
    left_out.extend(audit::audit(place, PATIENCE)?);
    Ok(left_out)
}

fn ask(place: &Place, deny: &Path, more: &[&str]) -> Command {
    let mut command = place.command(deny);
    command
        .args(["--workspace", "--all-features"])
        .args(more)
        .arg("check");
    command
}

/// Known faults of crates, by the database of RustSec: fetched anew where it can be had; one that was had before counts for as
/// long as `deny.toml` says.
fn known_faults(place: &Place, deny: &Path) -> Outcome<Option<String>> {
    let mut fetch = place.command(deny);
    // Nobody is there to be asked for a name.
    fetch.args(["fetch", "db"]).env("GIT_TERMINAL_PROMPT", "0");
    let fetched = shell::run_within(&mut fetch, PATIENCE)?;
    let is_new = matches!(&fetched, Ending::Done(output) if output.status.success());
    if !is_new && !has_database() {
        return Ok(Some(
            "known faults of crates: skipped, no advisory database".to_owned(),
        ));
    }
    if !is_new {
        say("The advisory database could not be fetched anew; the one of before is used.");
    }
    shell::run(ask(place, deny, &["--offline"]).arg("advisories"))?;
    Ok(None)
}

/// Whether cargo-deny has fetched the database before: it lies in the home of cargo, each source in a folder of its own.
fn has_database() -> bool {
    let cargo = std::env::var_os("CARGO_HOME").map(std::path::PathBuf::from);
    let cargo = cargo.or_else(|| std::env::var_os("HOME").map(|home| Path::new(&home).join(".cargo")));
    let kept = cargo.and_then(|cargo| std::fs::read_dir(cargo.join("advisory-dbs")).ok());
    kept.into_iter()
        .flatten()
        .flatten()
        .any(|entry| entry.path().join("crates").is_dir())
}
