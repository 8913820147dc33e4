// SPDX-License-Identifier: AGPL-3.0-or-later
//! The packages from npm: optimiser, fonts and icons, the driver of the browser tests.

use sha2::{Digest, Sha256};

use crate::place::Place;
use crate::shell::{self, Outcome, answer, read, say, stop, write};

/// Older ones cannot run test files one after another.
const OLDEST_NODE: (u32, u32) = (20, 10);

pub(super) fn ensure(place: &Place) -> Outcome {
    let Some(version) = answer(place.command("node").arg("--version")) else {
        return stop(
            "Node.js is missing: install version 20.10 or newer. The build uses it to shrink the client and to cut \
             out fonts and icons, the tests to drive the browser; Soglia itself runs without it.",
        );
    };
    if is_too_old(&version) {
        return stop(format!(
            "Node.js {version} is too old: install version 20.10 or newer."
        ));
    }
    let lock = format!(
        "{:x}",
        Sha256::digest(read(&place.root.join("package-lock.json"))?)
    );
    let stamp = place.root.join("node_modules/.soglia-lock");
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    say(
        "Installing the npm packages of package-lock.json: optimiser, fonts, icons and the driver of browser tests.",
    );
    shell::run(
        place
            .command("npm")
            .args(["ci", "--no-progress", "--loglevel", "error"]),
    )?;
    write(&stamp, lock)
}

fn is_too_old(version: &str) -> bool {
    let mut numbers = version
        .trim_start_matches('v')
        .split('.')
        .map_while(|part| part.parse::<u32>().ok());
    let (Some(major), Some(minor)) = (numbers.next(), numbers.next()) else {
        return true;
    };
    (major, minor) < OLDEST_NODE
}

#[cfg(test)]
mod tests {
    use super::is_too_old;

    #[test]
    fn node_is_compared_by_number_and_not_by_text() {
        assert!(is_too_old("v20.9.0"));
        assert!(is_too_old("v9.11.2"));
        assert!(is_too_old("unknown"));
        assert!(!is_too_old("v20.10.0"));
        assert!(!is_too_old("v100.0.0"));
    }
}
