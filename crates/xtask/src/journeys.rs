// SPDX-License-Identifier: AGPL-3.0-or-later
//! Whole journeys in a browser, and what their servers wrote down meanwhile.

mod logs;

use std::process::Command;

use crate::build;
use crate::place::Place;
use crate::setup::Browser;
use crate::shell::{self, Explain, Outcome, files_below, remove_folder, say};
use crate::size;

pub(crate) fn journeys(place: &Place, browser: &Browser) -> Outcome {
    let journeys = scripts(place, "tests/e2e", ".test.mjs")?;
    if journeys.is_empty() {
        return shell::stop("There are no journeys in tests/e2e.");
    }
    // `--only e2e` must not run against the build of yesterday.
    build::build(place)?;
    // Of this run alone: the words of another one are no proof.
    let kept = place.work().join("journeys");
    remove_folder(&kept)?;
    std::fs::create_dir_all(&kept).explain(format!("Creating {}", kept.display()))?;
    let mut node = place.command("node");
    browser_environment(place, browser, &mut node);
    node.env("SOGLIA_VISITS", size::visits())
        .env("SOGLIA_LOGS", &kept);
    // One at a time: each starts a server and a browser, and times out when several fight for two cores.
    shell::run(node.args(["--test", "--test-concurrency=1"]).args(journeys))?;
    say(&logs::name_nobody(&kept)?);
    // The words are those of invented people; still they need not lie about.
    remove_folder(&kept)
}

/// Tells a script where the built product and the browser are.
pub(crate) fn browser_environment(place: &Place, browser: &Browser, command: &mut Command) {
    command
        .env("SOGLIA_BIN", place.server())
        .env("SOGLIA_DIST", place.dist())
        .env("CHROMIUM", &browser.chromium)
        .env("CHROMEDRIVER", &browser.driver);
}

/// The scripts right inside a folder, as paths from the top of the repository; none when the folder is missing.
pub(crate) fn scripts(place: &Place, folder: &str, ending: &str) -> Outcome<Vec<String>> {
    let path = place.root.join(folder);
    if !path.is_dir() {
        return Ok(Vec::new());
    }
    let mut names = files_below(&path)?;
    names.retain(|name| name.ends_with(ending) && !name.contains('/'));
    Ok(names.into_iter().map(|name| format!("{folder}/{name}")).collect())
}
