// SPDX-License-Identifier: AGPL-3.0-or-later
//! `cargo xtask build`: the release client in dist/ and the server binary.
//!
//! trunk compiles and collects; everything after it works in a staging folder that takes the place of dist/ in one
//! step at the end, so that a server that is running never sees half a build.

pub(crate) mod assets;
pub(crate) mod bindgen;
mod doors;
mod fingerprint;
pub(crate) mod names;
pub(crate) mod parts;
mod share;
mod styles;
pub(crate) mod traces;
pub(crate) mod wasm;
mod worker;

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::place::Place;
use crate::setup::{self, Tools};
use crate::shell::{
    self, Explain, Outcome, copy_folder, files_below, read_text, remove_folder, say, stop, write,
};

/// Beside dist's files; says from which sources they were made.
const FINGERPRINT: &str = ".fingerprint";

/// How cargo builds the server.
const SERVER: [&str; 5] = ["build", "--quiet", "--release", "--package", "soglia-server"];

pub(crate) fn build(place: &Place) -> Outcome {
    let tools = setup::for_build(place)?;
    client(place, &tools)?;
    say("Building the server.");
    shell::run(&mut place.cargo(&SERVER))
}

/// As [`build`], with the client in the program: one file to bring to a server.
pub(crate) fn embedded(place: &Place) -> Outcome {
    let tools = setup::for_build(place)?;
    client(place, &tools)?;
    say("Building the server with the client in it.");
    let words = [SERVER.as_slice(), &["--features", "embed-client"]].concat();
    shell::run(place.cargo(&words).env("SOGLIA_EMBED_DIST", place.dist()))
}

/// The modules of the last build with the names of their functions, for `size`.
pub(crate) fn named(place: &Place) -> PathBuf {
    place.work().join("named")
}

/// A trunk command that finds wasm-bindgen and needs no network.
pub(crate) fn trunk(place: &Place, tools: &Tools, verb: &str) -> Command {
    let mut folders = vec![tools.folder.clone()];
    folders.extend(std::env::var_os("PATH").iter().flat_map(std::env::split_paths));
    let mut command = place.command(&tools.trunk);
    command.args([verb, "--offline"]);
    if let Ok(path) = std::env::join_paths(folders) {
        command.env("PATH", path);
    }
    // trunk takes NO_COLOR for a flag of its own and stops at the usual value 1.
    command.env_remove("NO_COLOR");
    command
}

fn client(place: &Place, tools: &Tools) -> Outcome {
    let fingerprint = fingerprint::of_sources(place)?;
    let dist = place.dist();
    if std::fs::read_to_string(dist.join(FINGERPRINT)).is_ok_and(|built| built == fingerprint) {
        return Ok(());
    }
    say("Building the client: compiling to WebAssembly.");
    // trunk runs without network, so what Cargo.lock names has to be here already.
    shell::run(&mut place.cargo(&["fetch", "--quiet"]))?;
    let collected = place.work().join("trunk");
    let mut command = trunk(place, tools, "build");
    command
        .args([
            "--release",
            "--cargo-profile",
            bindgen::PROFILE,
            "--features",
            "parts",
            "--dist",
        ])
        .arg(&collected);
    traces::without(place, &mut command);
    shell::run(&mut command)?;

    let stage = place.work().join("stage");
    remove_folder(&stage)?;
    copy_folder(&collected, &stage)?;
    parts::cut(place, tools, &stage)?;
    share::add(place, tools, &stage)?;
    styles::together(&stage)?;
    shrink(place, &stage)?;
    for page in ["index.html", share::PAGE] {
        drop_build_marks(&stage.join(page))?;
    }
    names::by_content(&stage)?;
    worker::fill(&stage)?;
    traces::none_in(place, &stage)?;
    // Only now: the build finds its marks in the script as it was written.
    shell::run(place.script("minify.mjs").arg(stage.join(worker::WORKER)))?;
    say("Building the client: compressing.");
    shell::run(place.script("compress.mjs").arg(&stage))?;
    write(&stage.join(FINGERPRINT), fingerprint)?;
    swap(&stage, &dist)
}

fn shrink(place: &Place, stage: &Path) -> Outcome {
    let files = files_below(stage)?;
    let ending = |endings: &'static [&'static str]| {
        files
            .iter()
            .filter(|file| endings.iter().any(|end| file.ends_with(end)))
            .map(|file| stage.join(file))
    };
    let named = named(place);
    remove_folder(&named)?;
    for module in ending(&[".wasm"]) {
        wasm::optimise(
            place,
            &module,
            &named.join(module.file_name().unwrap_or_default()),
        )?;
    }
    let worker = stage.join(worker::WORKER);
    shell::run(
        place
            .script("minify.mjs")
            .args(ending(&[".js", ".css"]).filter(|file| *file != worker)),
    )
}

/// Takes out of the page what only the build reads, and refuses what the content security policy would block.
fn drop_build_marks(page: &Path) -> Outcome {
    let html = read_text(page)?;
    let kept: Vec<&str> = html.lines().filter(|line| !line.contains("data-trunk")).collect();
    let html = kept.join("\n");
    if let Some(inline) = inline_code(&html) {
        return stop(format!(
            "{} holds inline code, which the content security policy blocks: {inline}",
            page.display()
        ));
    }
    write(page, html)
}

/// The first inline script, style or handler of a page, if any.
fn inline_code(html: &str) -> Option<&str> {
    html.split('<').skip_while(|tag| tag.is_empty()).find(|tag| {
        (tag.starts_with("script") && !tag.contains(" src="))
            || tag.starts_with("style")
            || tag
                .split('>')
                .next()
                .is_some_and(|head| head.contains(" style=") || head.contains(" on"))
    })
}

/// The new folder takes the place of the old one; between the two renames nothing slow happens.
fn swap(stage: &Path, dist: &Path) -> Outcome {
    let old = dist.with_extension("old");
    remove_folder(&old)?;
    if dist.exists() {
        std::fs::rename(dist, &old).explain("Setting the old dist aside")?;
    }
    std::fs::rename(stage, dist).explain("Putting the new dist in place")?;
    remove_folder(&old)
}

#[cfg(test)]
mod tests {
    use super::inline_code;

    #[test]
    fn only_code_inside_the_page_counts_as_inline() {
        assert_eq!(
            inline_code("<html><script type=\"module\" src=\"/boot.js\"></script></html>"),
            None
        );
        assert!(inline_code("<html><script>start()</script></html>").is_some());
        assert!(inline_code("<p style=\"color: red\">no</p>").is_some());
        assert!(inline_code("<button onclick=\"go()\">no</button>").is_some());
    }
}
