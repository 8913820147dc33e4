// SPDX-License-Identifier: AGPL-3.0-or-later
//! `cargo xtask fuzz`: arbitrary bytes into everything that reads what comes from outside, for so many seconds in all. By
//! libFuzzer where cargo-fuzz is installed; by the steady runner of the same targets, on the stable toolchain, everywhere else.

use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::place::Place;
use crate::shell::{self, Explain, Failure, Outcome, answer, say};

const TARGETS: [&str; 8] = [
    "evaluate",
    "rent",
    "tax_codes",
    "identifiers",
    "json",
    "changes",
    "accounts",
    "links",
];

const SECONDS: u32 = 60;

pub(crate) fn fuzz(place: &Place, options: &[&str]) -> Outcome {
    let (seconds, number) = match options {
        [] => (Some(SECONDS), None),
        ["--seconds", seconds] => (seconds.parse().ok(), None),
        ["--seconds", seconds, "--number", number] => (seconds.parse().ok(), Some(*number)),
        _ => (None, None),
    };
    let Some(seconds) = seconds else {
        let usage = "`fuzz` knows the options --seconds N, for all targets together, and after it --number N, to do again \
             what the steady runner did.";
        return Err(Failure::Usage(usage.to_owned()));
    };
    let by_number = number.map(str::parse).transpose().explain("Reading the number")?;
    if by_number.is_none() && is_installed(place) {
        return by_libfuzzer(place, seconds);
    }
    by_steady_runner(place, seconds, by_number)
}

/// As a check among others, for a minute.
pub(crate) fn as_a_check(place: &Place) -> Outcome {
    fuzz(place, &[])
}

fn is_installed(place: &Place) -> bool {
    answer(&mut place.cargo(&["fuzz", "--version"])).is_some()
}

fn by_steady_runner(place: &Place, seconds: u32, number: Option<u64>) -> Outcome {
    say(
        "cargo-fuzz is not asked: the steady runner feeds the same targets, without watching which code they reach.",
    );
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let number = number.unwrap_or(since.as_secs());
    let mut runner = place.cargo(&["run", "--quiet", "--manifest-path", "fuzz/Cargo.toml"]);
    runner
        .args(["--locked", "--no-default-features", "--bin", "steady", "--"])
        .args([seconds.to_string(), number.to_string()])
        .arg("fuzz/seeds")
        .arg(place.work().join("fuzz"))
        // A workspace of its own: it would build again and again what the other one built.
        .env("CARGO_TARGET_DIR", place.target.join("fuzz-steady"));
    shell::run(&mut runner)
}

fn by_libfuzzer(place: &Place, seconds: u32) -> Outcome {
    let each = seconds.div_ceil(TARGETS.len() as u32).max(1);
    for target in TARGETS {
        say(&format!("\n== libFuzzer: {target} for {each} s"));
        let mut fuzzer = cargo_fuzz(place);
        fuzzer
            .args(["run", target])
            // What the fuzzer finds goes to the first folder; the second one is only read.
            .args([format!("fuzz/corpus/{target}"), format!("fuzz/seeds/{target}")])
            .args(["--", "-max_len=4096"])
            .arg(format!("-max_total_time={each}"));
        std::fs::create_dir_all(place.root.join("fuzz/corpus").join(target))
            .explain(format!("Creating the corpus of {target}"))?;
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
