// SPDX-License-Identifier: AGPL-3.0-or-later
//! `cargo xtask size`: what people have to fetch beside its budget, and which crates the WebAssembly consists of.

mod crates;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::budgets::{self, FIRST, VISITS};
use crate::build::{self, names, parts};
use crate::place::Place;
use crate::shell::{Outcome, files_below, read, say, stop};

const CRATES_SHOWN: usize = 25;

/// Bytes of a file as it is and as it is sent.
#[derive(Clone, Copy, Default)]
struct Bytes {
    plain: usize,
    sent: usize,
}

pub(crate) fn size(place: &Place) -> Outcome {
    build::build(place)?;
    let kept = budgets(place);
    where_from(place)?;
    kept
}

/// Prints every part beside its budget; stops when one is passed.
pub(crate) fn budgets(place: &Place) -> Outcome {
    let dist = place.dist();
    let served = served(&dist)?;
    let mut missed = Vec::new();
    let mut counted = BTreeSet::new();
    for visit in VISITS {
        let files = visit.files();
        judge(visit.name, &files, visit.kilobytes, &served, &mut missed)?;
        counted.extend(files.into_iter().map(str::to_owned));
    }
    let there = FIRST.files();
    for part in parts::of_build(&dist)? {
        let own = part.has_file.then_some(&part.name);
        let files: Vec<String> = part
            .needs
            .iter()
            .chain(own)
            .map(|name| parts::path_of(name))
            .chain(budgets::files_of(&part.name))
            .filter(|file| !there.contains(&file.as_str()))
            .collect();
        if !files.is_empty() {
            let name = format!("on demand: {}", part.name);
            let files: Vec<&str> = files.iter().map(String::as_str).collect();
            judge(&name, &files, budgets::of_area(&part.name), &served, &mut missed)?;
        }
        counted.extend(files);
    }
    if let Some(file) = served
        .keys()
        .find(|file| weighs(file) && !counted.contains(*file))
    {
        return stop(format!(
            "{file} counts towards no budget: name it in crates/xtask/src/budgets.rs, where it is fetched."
        ));
    }
    match missed.is_empty() {
        true => Ok(()),
        false => stop(format!("beyond the budget: {}.", missed.join(", "))),
    }
}

/// What has to be in a budget. Texts of licences, the service worker and what the desktop shows are fetched by no visit.
fn weighs(file: &str) -> bool {
    let is_optional = file.ends_with("-names.woff2") || file == "sw.js";
    !is_optional
        && [".wasm", ".bin", ".js", ".css", ".html", ".woff2", ".svg"]
            .iter()
            .any(|ending| file.ends_with(ending))
}

/// What is served, by the names that files have before they get their hash.
fn served(dist: &Path) -> Outcome<BTreeMap<String, Bytes>> {
    let mut served = BTreeMap::new();
    for file in files_below(dist)?
        .into_iter()
        .filter(|file| !file.ends_with(".br") && !file.starts_with('.'))
    {
        let plain = read(&dist.join(&file))?.len();
        let packed = std::fs::metadata(dist.join(format!("{file}.br")));
        let sent = packed.map_or(plain, |packed| packed.len() as usize);
        served.insert(names::without_hash(&file), Bytes { plain, sent });
    }
    Ok(served)
}

/// Prints files that are fetched together, and their sum beside its budget.
fn judge(
    name: &str,
    files: &[&str],
    kilobytes: usize,
    served: &BTreeMap<String, Bytes>,
    missed: &mut Vec<String>,
) -> Outcome {
    let sum = in_parts(name, files, served)?;
    let is_kept = sum.sent <= kilobytes * 1_000;
    let verdict = if is_kept { "kept" } else { "MISSED" };
    say(&format!(
        "  {:<36}{:>10}   <= {kilobytes} kB {verdict}",
        "",
        kb(sum.sent)
    ));
    if !is_kept {
        missed.push(format!("{name} ({} of {kilobytes} kB)", kb(sum.sent)));
    }
    Ok(())
}

fn in_parts(name: &str, files: &[&str], served: &BTreeMap<String, Bytes>) -> Outcome<Bytes> {
    say(&format!("\n{name:<38}{:>10} {:>10}", "brotli", "plain"));
    let mut sum = Bytes::default();
    for file in files.iter().copied() {
        let Some(bytes) = served.get(file) else {
            return stop(format!(
                "{file} is not served: it belongs to `{name}` in crates/xtask/src/budgets.rs."
            ));
        };
        say(&format!(
            "  {file:<36}{:>10} {:>10}",
            kb(bytes.sent),
            kb(bytes.plain)
        ));
        sum.plain += bytes.plain;
        sum.sent += bytes.sent;
    }
    Ok(sum)
}

/// The visits with their files, for the test that holds them against what a browser fetches.
pub(crate) fn visits() -> String {
    VISITS
        .iter()
        .map(|visit| format!("{}\n", visit.files().join(" ")))
        .collect()
}

fn where_from(place: &Place) -> Outcome {
    let named = build::named(place);
    let modules: Vec<Vec<u8>> = files_below(&named)?
        .iter()
        .map(|file| read(&named.join(file)))
        .collect::<Outcome<_>>()?;
    let crates = crates::code_by_crate(&modules)?;
    let all: usize = crates.iter().map(|(_, bytes)| bytes).sum();
    say("\nWhere the code of all parts comes from     plain      share");
    for (name, bytes) in crates.iter().take(CRATES_SHOWN) {
        let share = 100.0 * *bytes as f64 / all.max(1) as f64;
        say(&format!("  {name:<36}{:>10}   {share:>6.1} %", kb(*bytes)));
    }
    say(&format!(
        "  {:<36}{:>10}   (data segments are not counted)",
        "all functions",
        kb(all)
    ));
    Ok(())
}

fn kb(bytes: usize) -> String {
    format!("{:.1} kB", bytes as f64 / 1_000.0)
}
