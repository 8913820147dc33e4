// SPDX-License-Identifier: AGPL-3.0-or-later
//! `cargo xtask simulate`: devices, network and server in many seeded plays, with everything that goes wrong.

use crate::place::Place;
use crate::shell::{self, Failure, Outcome};

/// Seeds among the other checks: they take less than a minute.
const SEEDS_OF_TEST: &str = "2000";

pub(crate) fn simulate(place: &Place, options: &[&str]) -> Outcome {
    let mut words = options.iter();
    while let Some(word) = words.next() {
        let is_known = match *word {
            "--trace" => true,
            "--seeds" | "--first" => words.next().is_some_and(|number| number.parse::<u64>().is_ok()),
            _ => false,
        };
        if !is_known {
            let usage = "`simulate` knows: --seeds N, --first S, --trace.";
            return Err(Failure::Usage(usage.to_owned()));
        }
    }
    play(place, options)
}

/// As a check among others.
pub(crate) fn as_a_check(place: &Place) -> Outcome {
    play(place, &["--seeds", SEEDS_OF_TEST])
}

fn play(place: &Place, options: &[&str]) -> Outcome {
    let mut words = vec![
        "run",
        "--release",
        "--quiet",
        "--package",
        "soglia-simulation",
        "--",
    ];
    words.extend(options);
    shell::run(&mut place.cargo(&words))
}
