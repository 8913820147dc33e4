// SPDX-License-Identifier: AGPL-3.0-or-later
//! The developer's commands: `cargo xtask <command>`. One file a command, most of them short.

mod bench;
mod budgets;
mod build;
mod check;
mod check_api;
mod dev;
mod fuzz;
mod journeys;
mod kill;
mod map;
mod place;
mod rooms;
mod run;
mod setup;
mod shell;
mod simulate;
mod size;
mod supply;
mod tidy;

use std::process::ExitCode;

use place::Place;
use shell::{Failure, Outcome};

const USAGE: &str = "\
Usage: cargo xtask <command>

  run [--port N]      set up, build, and start Soglia with demonstration data on http://127.0.0.1:8080
  test [--only STEP]  set up, then every check there is; stops at the first that fails
  build [--embed]     release client into dist/, and the server binary; with --embed the client is in the binary
  dev                 rebuild and reload on every save, on http://127.0.0.1:8081 (needs a server on 8080)
  map                 public/map.bin out of the open boundaries in crates/xtask/map
  tidy                the rules of the house that a program can check
  size                what goes over the wire, and which crates it comes from
  rooms               which files name a kind of records outside its own folder
  bench [--only NAME] measurements, of the rules also outside the browser
  check-api           a demonstration server held against its own description, by schemathesis
  fuzz [--seconds N [--number N]]
                      arbitrary bytes into what reads lines, codes and bodies; by cargo-fuzz where it is installed
  kill [--times N]    the server killed while devices deliver, on both databases; 200 times each
  simulate [--seeds N] [--first S] [--trace]
                      devices, network and server in seeded plays with everything that goes wrong
  setup               only look for what is missing and install it
";

fn main() -> ExitCode {
    let mut arguments = std::env::args();
    let _program = arguments.next();
    let arguments: Vec<String> = arguments.collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match dispatch(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Usage(message)) => {
            shell::complain(&format!("{message}\n\n{USAGE}"));
            ExitCode::from(2)
        }
        Err(Failure::Stopped(message)) => {
            shell::complain(&message);
            ExitCode::from(1)
        }
    }
}

fn dispatch(words: &[&str]) -> Outcome {
    let place = Place::find()?;
    match words {
        ["run", options @ ..] => run::run(&place, options),
        ["test", options @ ..] => check::test(&place, options),
        ["build"] => build::build(&place),
        ["build", "--embed"] => build::embedded(&place),
        ["dev"] => dev::dev(&place),
        ["map"] => map::map(&place),
        ["tidy"] => tidy::tidy(&place),
        ["size"] => size::size(&place),
        ["rooms"] => rooms::rooms(&place),
        ["bench", options @ ..] => bench::bench(&place, options),
        ["check-api"] => check_api::check_api(&place),
        ["fuzz", options @ ..] => fuzz::fuzz(&place, options),
        ["kill", options @ ..] => kill::kill(&place, options),
        ["simulate", options @ ..] => simulate::simulate(&place, options),
        ["setup"] => setup::all(&place),
        // Called by trunk while it builds, not by people; therefore it is not in the list above.
        ["assets"] => build::assets::into_staging(&place),
        [] | ["help" | "--help" | "-h"] => {
            shell::say(USAGE);
            Ok(())
        }
        [command, ..] => Err(Failure::Usage(format!(
            "There is no command `{command}` with these options."
        ))),
    }
}
