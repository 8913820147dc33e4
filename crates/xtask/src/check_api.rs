// SPDX-License-Identifier: AGPL-3.0-or-later
//! `cargo xtask check-api`: a demonstration server held against its own description, by a checker that knows nothing of
//! Soglia. The same requests each time: the seed is fixed and their number bounded.

mod server;

use std::path::Path;

use crate::place::Place;
use crate::setup;
use crate::shell::{self, Outcome, say};
use server::Server;

/// Requests tried of each operation in each phase, beside those that cover the description systematically.
const EXAMPLES: &str = "25";

/// Whoever signs in may do what the checks are to reach: bring lists in, see the whole stock.
const NAME: &str = "paolo.conti";
const PASSWORD: &str = "demo-paolo";

/// They end sessions: tried last, each with a session of its own, so that the others are not tried signed out.
const ENDING: [&str; 3] = ["revoke-device", "note-wiped", "sign-out"];

/// Its answer never ends; `crates/server/tests/api/events.rs` reads it.
const ENDLESS: &str = "tell-news";

pub(crate) fn check_api(place: &Place) -> Outcome {
    let schemathesis = setup::for_api_check(place)?;
    shell::run(&mut place.cargo(&["build", "--quiet", "--package", "soglia-server"]))?;
    let server = Server::start(place)?;
    let rest: Vec<&str> = ENDING
        .iter()
        .chain([&ENDLESS])
        .flat_map(|operation| ["--exclude-operation-id", operation])
        .collect();
    say("Everything but what ends a session:");
    run(place, &schemathesis, &server, &rest)?;
    // Nothing follows from the end of a session, so there is no way from one operation to the next to be tried.
    for operation in ENDING {
        say(&format!("{operation}:"));
        run(
            place,
            &schemathesis,
            &server,
            &[
                "--include-operation-id",
                operation,
                "--phases",
                "examples,coverage,fuzzing",
            ],
        )?;
    }
    Ok(())
}

fn run(place: &Place, schemathesis: &Path, server: &Server, which: &[&str]) -> Outcome {
    let session = server.sign_in(NAME, PASSWORD)?;
    let description = format!("http://{}/api/openapi.json", server.address);
    let mut command = place.command(schemathesis);
    command
        // It leaves what it remembers in the folder in which it runs.
        .current_dir(&server.folder)
        .arg("--config-file")
        .arg(place.root.join("crates/xtask/tools/schemathesis.toml"))
        .arg("run")
        .arg(description)
        .args(["--seed", "1", "--max-examples", EXAMPLES])
        .args(which)
        .env("SOGLIA_SESSION", session)
        .env("PYTHONDONTWRITEBYTECODE", "1");
    shell::run(&mut command)
}
