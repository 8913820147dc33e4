// SPDX-License-Identifier: AGPL-3.0-or-later
//! `cargo xtask test`: every check, cheapest first, ending at the first that fails.

use std::cell::RefCell;
use std::time::Instant;

use crate::build;
use crate::fuzz;
use crate::journeys::journeys;
use crate::place::Place;
use crate::setup::{self, Browser, Postgres, Tools, WITHOUT_DISK};
use crate::shell::{self, Failure, Outcome, say};
use crate::simulate;
use crate::size;
use crate::supply;
use crate::tidy;

struct Bench<'a> {
    place: &'a Place,
    tools: Tools,
    browser: Browser,
    /// What steps could not ask on this machine: said beside what passed, and again at the end.
    left_out: RefCell<Vec<String>>,
}

struct Step {
    name: &'static str,
    what: &'static str,
    run: fn(&Bench) -> Outcome,
}

const STEPS: [Step; 12] = [
    Step {
        name: "fmt",
        what: "format of all Rust files",
        run: format,
    },
    Step {
        name: "clippy",
        what: "lints of everything but the client",
        run: lint_native,
    },
    Step {
        name: "clippy-wasm",
        what: "lints of what runs in the browser",
        run: lint_client,
    },
    Step {
        name: "tidy",
        what: "the rules of the house",
        run: |bench| tidy::tidy(bench.place),
    },
    Step {
        name: "supply",
        what: "dependencies: licences, sources, known faults",
        run: |bench| {
            bench.left_out.borrow_mut().extend(supply::supply(bench.place)?);
            Ok(())
        },
    },
    Step {
        name: "native",
        what: "tests without a browser",
        run: test_native,
    },
    Step {
        name: "simulate",
        what: "2,000 plays of devices, network and server with everything that goes wrong",
        run: |bench| simulate::as_a_check(bench.place),
    },
    Step {
        name: "fuzz",
        what: "arbitrary bytes for a minute into what reads what comes from outside",
        run: |bench| fuzz::as_a_check(bench.place),
    },
    Step {
        name: "wasm",
        what: "tests of the client and of the rules in Chromium",
        run: test_client,
    },
    Step {
        name: "build",
        what: "release client and server",
        run: |bench| build::build(bench.place),
    },
    Step {
        name: "size",
        what: "what people have to fetch, beside its budget",
        run: budgets_kept,
    },
    Step {
        name: "e2e",
        what: "whole journeys in Chromium",
        run: |bench| journeys(bench.place, &bench.browser),
    },
];

pub(crate) fn test(place: &Place, options: &[&str]) -> Outcome {
    let steps: Vec<&Step> = match options {
        [] => STEPS.iter().collect(),
        ["--only", name] => STEPS.iter().filter(|step| step.name == *name).collect(),
        _ => return Err(Failure::Usage("`test` knows one option: --only STEP.".to_owned())),
    };
    if steps.is_empty() {
        let names = STEPS.map(|step| step.name).join(", ");
        return Err(Failure::Usage(format!(
            "There is no such step. The steps are: {names}."
        )));
    }
    let start = Instant::now();
    setup::for_checks(place)?;
    let bench = Bench {
        place,
        tools: setup::for_build(place)?,
        browser: setup::for_browser_tests(place)?,
        left_out: RefCell::default(),
    };
    for step in &steps {
        say(&format!("\n== {}: {}", step.name, step.what));
        let start = Instant::now();
        let n_before = bench.left_out.borrow().len();
        if let Err(failure) = (step.run)(&bench) {
            say(&format!(
                "== {} FAILED after {:.1} s",
                step.name,
                start.elapsed().as_secs_f64()
            ));
            return Err(failure);
        }
        let seconds = start.elapsed().as_secs_f64();
        say(&match &bench.left_out.borrow()[n_before..] {
            [] => format!("== {} passed in {seconds:.1} s", step.name),
            left_out => format!(
                "== {}: what ran passed in {seconds:.1} s; {}",
                step.name,
                left_out.join("; ")
            ),
        });
    }
    let seconds = start.elapsed().as_secs_f64();
    let left_out = bench.left_out.borrow();
    match left_out.as_slice() {
        [] => say(&format!("\nAll {} steps passed in {seconds:.0} s.", steps.len())),
        left_out => {
            say(&format!(
                "\nAll {} steps passed in {seconds:.0} s, without:",
                steps.len()
            ));
            left_out.iter().for_each(|part| say(&format!("  {part}")));
        }
    }
    Ok(())
}

fn format(bench: &Bench) -> Outcome {
    shell::run(&mut bench.place.cargo(&["fmt", "--all", "--check"]))
}

fn lint_native(bench: &Bench) -> Outcome {
    let words = [
        "clippy",
        "--workspace",
        "--exclude",
        "soglia-client",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    shell::run(&mut bench.place.cargo(&words))
}

fn lint_client(bench: &Bench) -> Outcome {
    let target = [
        "--target",
        "wasm32-unknown-unknown",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    let packages = [
        "clippy",
        "-p",
        "soglia-client",
        "-p",
        "soglia-share",
        "-p",
        "soglia-samples",
    ];
    // As it ships, cut into parts; the tests compile it as one module.
    let features = ["--features", "soglia-client/parts"];
    shell::run(bench.place.cargo(&packages).args(features).args(target))
}

fn test_native(bench: &Bench) -> Outcome {
    let elsewhere = ["test", "--workspace", "--exclude", "soglia-client"];
    // It stops and its folder goes when this step ends, however it ends.
    let postgres = Postgres::start(bench.place, &WITHOUT_DISK)?;
    let mut tests = bench.place.cargo(&elsewhere);
    tests
        .args(["--features", "soglia-ledger/contract"])
        .env("SOGLIA_TEST_DATABASE_URL", postgres.address())
        // A test that finds no database then fails, and does not pass by doing nothing.
        .env("SOGLIA_TEST_EVERYTHING", "1");
    shell::run(&mut tests)?;
    drop(postgres);
    // What the client computes without a browser needs none to be tested.
    shell::run(&mut bench.place.cargo(&["test", "-p", "soglia-client", "--lib"]))
}

fn test_client(bench: &Bench) -> Outcome {
    run_in_browser(bench, &["-p", "soglia-client"])?;
    // Natively the same test holds the rules against the same file.
    run_in_browser(bench, &["-p", "soglia-samples", "--test", "agreement"])
}

fn run_in_browser(bench: &Bench, tests: &[&str]) -> Outcome {
    let mut cargo = bench.place.cargo(&["test", "--target", "wasm32-unknown-unknown"]);
    cargo
        .args(tests)
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            &bench.tools.test_runner,
        )
        .env("CHROMEDRIVER", &bench.browser.driver)
        .env(
            "WASM_BINDGEN_TEST_WEBDRIVER_JSON",
            bench.browser.webdriver_settings(bench.place)?,
        )
        // The limit is for a whole file of tests; the 20 s of the runner are short on a busy machine.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "180");
    shell::run(&mut cargo)
}

fn budgets_kept(bench: &Bench) -> Outcome {
    // `--only size` must not judge the build of yesterday.
    build::build(bench.place)?;
    size::budgets(bench.place)
}
