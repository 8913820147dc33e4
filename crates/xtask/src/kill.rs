// SPDX-License-Identifier: AGPL-3.0-or-later
//! `cargo xtask kill`: the server killed without warning while devices deliver, on both databases, as often as asked.

use crate::place::Place;
use crate::setup::Postgres;
use crate::shell::{self, Failure, Outcome};

/// Before a release; the tests kill twenty times.
const TIMES: &str = "200";

pub(crate) fn kill(place: &Place, options: &[&str]) -> Outcome {
    let times = match options {
        [] => TIMES,
        ["--times", times] if times.parse::<u32>().is_ok_and(|times| times > 0) => times,
        _ => return Err(Failure::Usage("`kill` knows one option: --times N.".to_owned())),
    };
    // With the disk: nothing is taken from what is promised.
    let database = Postgres::start(place, &[])?;
    let words = [
        "test",
        "-p",
        "soglia-server",
        "--test",
        "kill",
        "--",
        "--nocapture",
        "--test-threads=1",
    ];
    let mut cargo = place.cargo(&words);
    cargo
        .env("SOGLIA_KILLS", times)
        .env("SOGLIA_TEST_DATABASE_URL", database.address())
        .env("SOGLIA_TEST_EVERYTHING", "1");
    shell::run(&mut cargo)
}
