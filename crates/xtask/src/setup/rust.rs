// SPDX-License-Identifier: AGPL-3.0-or-later
//! The Rust side: the WebAssembly target, trunk and wasm-bindgen, cargo-deny.

use std::path::PathBuf;

use crate::place::Place;
use crate::shell::{self, Outcome, answer, on_path, remove_folder, say, stop};

const TARGET: &str = "wasm32-unknown-unknown";
const TRUNK: &str = "0.21.14";
const DENY: &str = "0.20.2";
/// Must equal the version of the library in Cargo.lock: the two speak a private format to each other.
const WASM_BINDGEN: &str = "0.2.129";

/// The programs that turn the client into a page.
pub(crate) struct Tools {
    pub(crate) trunk: PathBuf,
    pub(crate) test_runner: PathBuf,
    /// To be put in front of PATH, because trunk looks for wasm-bindgen there.
    pub(crate) folder: PathBuf,
}

pub(super) fn ensure_target(place: &Place) -> Outcome {
    let Some(sysroot) = answer(place.command("rustc").args(["--print", "sysroot"])) else {
        return stop(
            "rustc does not answer. Install Rust with rustup; rust-toolchain.toml names the version.",
        );
    };
    if PathBuf::from(sysroot).join("lib/rustlib").join(TARGET).is_dir() {
        return Ok(());
    }
    say(&format!(
        "Adding the Rust target {TARGET}: the client runs in the browser as WebAssembly."
    ));
    need_rustup()?;
    shell::run(place.command("rustup").args(["target", "add", TARGET]))
}

/// The formatter and the linter, which only the checks need.
pub(super) fn ensure_checkers(place: &Place) -> Outcome {
    for (component, why) in [
        ("rustfmt", "the format is checked"),
        ("clippy", "lints are checked"),
    ] {
        let program = if component == "clippy" {
            "cargo-clippy"
        } else {
            "rustfmt"
        };
        if answer(place.command(program).arg("--version")).is_none() {
            say(&format!("Adding the Rust component {component}: {why}."));
            need_rustup()?;
            shell::run(place.command("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

fn need_rustup() -> Outcome {
    match on_path("rustup") {
        Some(_) => Ok(()),
        None => {
            stop("rustup is not on the PATH: add the named part with the package manager Rust came from.")
        }
    }
}

pub(super) fn ensure_tools(place: &Place) -> Outcome<Tools> {
    let bindgen = ensure_tool(
        place,
        &Tool {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version: WASM_BINDGEN,
            why: "it writes the JavaScript that connects the client with the browser",
            minutes: 4,
        },
    )?;
    let trunk = ensure_tool(
        place,
        &Tool {
            package: "trunk",
            program: "trunk",
            version: TRUNK,
            why: "it puts the page of the client together",
            minutes: 7,
        },
    )?;
    Ok(Tools {
        trunk,
        test_runner: bindgen.with_file_name("wasm-bindgen-test-runner"),
        folder: parent(&bindgen),
    })
}

pub(super) fn ensure_deny(place: &Place) -> Outcome<PathBuf> {
    ensure_tool(
        place,
        &Tool {
            package: "cargo-deny",
            program: "cargo-deny",
            version: DENY,
            why: "it looks at licences, sources and known faults of what Soglia is built from",
            minutes: 3,
        },
    )
}

struct Tool {
    package: &'static str,
    program: &'static str,
    version: &'static str,
    why: &'static str,
    minutes: u32,
}

fn ensure_tool(place: &Place, tool: &Tool) -> Outcome<PathBuf> {
    let own = place.tools.join("bin").join(tool.program);
    let fits = |program: &PathBuf| {
        answer(place.command(program).arg("--version"))
            .is_some_and(|line| line.split_whitespace().any(|word| word == tool.version))
    };
    if let Some(found) = [Some(own.clone()), on_path(tool.program)]
        .into_iter()
        .flatten()
        .find(fits)
    {
        return Ok(found);
    }
    say(&format!(
        "Installing {} {}: {}. Once, about {} minutes on two cores.",
        tool.package, tool.version, tool.why, tool.minutes
    ));
    let scratch = place.tools.join("build");
    let mut install = place.cargo(&["install", tool.package, "--version", tool.version, "--locked"]);
    install
        .arg("--root")
        .arg(&place.tools)
        .arg("--target-dir")
        .arg(&scratch);
    // These tools run for seconds: compiling them quickly saves more than optimising them well.
    install
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    shell::run(&mut install)?;
    remove_folder(&scratch)?;
    if fits(&own) {
        Ok(own)
    } else {
        stop(format!("{} was installed but does not start.", tool.program))
    }
}

fn parent(file: &std::path::Path) -> PathBuf {
    file.parent().map(PathBuf::from).unwrap_or_default()
}
