// SPDX-License-Identifier: AGPL-3.0-or-later
//! Looks for what the other commands need and installs what is missing, with one sentence for each. Silent otherwise.

mod apt;
mod browser;
mod npm;
mod postgres;
mod python;
mod rust;

pub(crate) use browser::Browser;
pub(crate) use postgres::{Postgres, WITHOUT_DISK};
pub(crate) use rust::Tools;

use std::path::PathBuf;

use crate::place::Place;
use crate::shell::{Outcome, say};

/// What building the client and the server takes.
pub(crate) fn for_build(place: &Place) -> Outcome<Tools> {
    rust::ensure_target(place)?;
    npm::ensure(place)?;
    rust::ensure_tools(place)
}

/// What the tests and measurements in a browser take on top.
pub(crate) fn for_browser_tests(place: &Place) -> Outcome<Browser> {
    browser::ensure(place)
}

/// What holds a server against its description.
pub(crate) fn for_api_check(place: &Place) -> Outcome<PathBuf> {
    python::ensure_schemathesis(place)
}

/// What looks at licences, sources and known faults of crates.
pub(crate) fn for_supply(place: &Place) -> Outcome<PathBuf> {
    rust::ensure_deny(place)
}

pub(crate) fn all(place: &Place) -> Outcome {
    for_build(place)?;
    rust::ensure_checkers(place)?;
    for_browser_tests(place)?;
    for_api_check(place)?;
    for_supply(place)?;
    say("Everything that building and testing need is here.");
    Ok(())
}

pub(crate) fn for_checks(place: &Place) -> Outcome {
    rust::ensure_checkers(place)
}
