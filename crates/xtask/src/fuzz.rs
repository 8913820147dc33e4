// SPDX-License-Identifier: AGPL-3.0-or-later
//! `cargo xtask fuzz`: arbitrary bytes into everything that reads what people write, for so many seconds in all.

use std::process::Command;

use crate::place::Place;
use crate::shell::{self, Failure, Outcome, answer, say};

const TARGETS: [&str; 5] = ["evaluate", "rent", "tax_codes", "identifiers", "json"];

const SECONDS: u32 = 60;

pub(crate) fn fuzz(place: &Place, options: &[&str]) -> Outcome {
    let seconds = match options {
        [] => Some(SECONDS),
        ["--seconds", number] => number.parse().ok(),
        _ => None,
    };
    let Some(seconds) = seconds else {
        let usage = "`fuzz` knows one option: --seconds N, for all targets together.";
        return Err(Failure::Usage(usage.to_owned()));
    };
    if !is_installed(place) {
        return shell::stop(
            "cargo-fuzz is not installed: `cargo install cargo-fuzz`. The property tests of `cargo xtask test` hold the \
             same promises with a fixed number of cases.",
        );
    }
    run(place, seconds)
}

/// As a check among others: the fuzzer for a minute where it is installed; the property tests have run in any case.
pub(crate) fn where_installed(place: &Place) -> Outcome {
    if is_installed(place) {
        return run(place, SECONDS);
    }
    say(
        "cargo-fuzz is not installed; the property tests have held the same promises with a fixed number of cases.",
    );
    Ok(())
}

fn is_installed(place: &Place) -> bool {
    answer(&mut place.cargo(&["fuzz", "--version"])).is_some()
}

fn run(place: &Place, seconds: u32) -> Outcome {
    let each = seconds.div_ceil(TARGETS.len() as u32).max(1);
    for target in TARGETS {
        say(&format!("\n== fuzzing {target} for {each} s"));
        let mut fuzzer = cargo_fuzz(place);
        fuzzer
            .args(["run", target])
            // What the fuzzer finds goes to the first folder; the second one is only read.
            .args([format!("fuzz/corpus/{target}"), format!("fuzz/seeds/{target}")])
            .args(["--", "-max_len=4096"])
            .arg(format!("-max_total_time={each}"));
        std::fs::create_dir_all(place.root.join("fuzz/corpus").join(target))
            .map_err(|error| Failure::Stopped(format!("Creating the corpus of {target}: {error}")))?;
        shell::run(&mut fuzzer)?;
    }
    Ok(())
}

fn cargo_fuzz(place: &Place) -> Command {
    let mut command = place.cargo(&["fuzz"]);
    command
        // The sanitiser is a switch of the compiler that is not stable yet.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", place.target.join("fuzz"));
    command
}
