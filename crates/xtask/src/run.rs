// SPDX-License-Identifier: AGPL-3.0-or-later
//! `cargo xtask run`: from a fresh checkout to Soglia in the browser.

use crate::build;
use crate::place::Place;
use crate::shell::{self, Failure, Outcome};

pub(crate) fn run(place: &Place, options: &[&str]) -> Outcome {
    let port = parse_port(options)?;
    build::build(place)?;
    let mut server = place.command(place.server());
    server
        .args(["serve", "--data", "var", "--dist", "dist", "--demo"])
        .args(["--listen", &format!("127.0.0.1:{port}")]);
    start(server)
}

/// The server takes the place of this process, so that a signal reaches it without a go-between.
#[cfg(unix)]
fn start(mut server: std::process::Command) -> Outcome {
    use std::os::unix::process::CommandExt;
    shell::stop(format!("The server could not be started: {}", server.exec()))
}

#[cfg(not(unix))]
fn start(mut server: std::process::Command) -> Outcome {
    shell::run(&mut server)
}

fn parse_port(options: &[&str]) -> Outcome<u16> {
    match options {
        [] => Ok(8080),
        ["--port", number] => number
            .parse()
            .map_err(|_| Failure::Usage(format!("`{number}` is not a port number from 0 to 65535."))),
        _ => Err(Failure::Usage("`run` knows one option: --port N.".to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::parse_port;

    #[test]
    fn a_port_is_a_number_that_exists() {
        assert_eq!(parse_port(&[]).ok(), Some(8080));
        assert_eq!(parse_port(&["--port", "9000"]).ok(), Some(9000));
        assert!(parse_port(&["--port", "70000"]).is_err());
        assert!(parse_port(&["--prot", "9000"]).is_err());
    }
}
