// SPDX-License-Identifier: AGPL-3.0-or-later
//! Each rule on a small invented tree: one that keeps it, and one that does not.

use super::check;
use super::tree::{Source, Tree};

const LICENCE: &str = "// SPDX-License-Identifier: AGPL-3.0-or-later\n";

/// Files given as path and text; sources get their licence line.
fn tree(files: &[(&str, &str)]) -> Tree {
    let sources = files
        .iter()
        .map(|(path, text)| {
            let head = if path.ends_with(".rs") || path.ends_with(".mjs") {
                LICENCE
            } else {
                ""
            };
            Source {
                path: (*path).to_owned(),
                text: format!("{head}{text}"),
            }
        })
        .collect();
    Tree { sources }
}

/// What tidy says about them.
fn findings(files: &[(&str, &str)]) -> Vec<String> {
    check(&tree(files)).iter().map(ToString::to_string).collect()
}

/// One violation is found, at this place, and its text holds these words.
fn assert_found(files: &[(&str, &str)], place: &str, words: &str) {
    let found = findings(files);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with(&format!("{place}: ")), "{found:?}");
    assert!(found[0].contains(words), "{found:?}");
}

#[test]
fn a_clean_tree_passes() {
    let files = [
        (
            "crates/domain/src/lib.rs",
            "/// Never std::fs.\npub struct Dwelling; // nor rand::random\n",
        ),
        (
            "crates/domain/Cargo.toml",
            "[dependencies]\njiff.workspace = true\n[dev-dependencies]\ntokio = \"1\"\n",
        ),
        (
            "crates/domain/README.md",
            "| alloggio | `Dwelling` | |\n| visita | `Visit` | planned |\n",
        ),
        ("crates/server/src/store.rs", "use sqlx::Pool;\n"),
        ("crates/server/src/store/units.rs", "use sqlx::Row;\n"),
        ("src/device/http.rs", "use gloo_net::http::Request;\n"),
        ("src/session/unlock.rs", "use crate::device::crypto;\n"),
        ("tests/e2e/a.test.mjs", "const first = 1;\n"),
    ];
    assert_eq!(findings(&files), Vec::<String>::new());
}

#[test]
fn the_domain_reads_no_clock_and_no_disk() {
    assert_found(
        &[("crates/domain/src/a.rs", "use std::time::{Duration, SystemTime};")],
        "crates/domain/src/a.rs:2",
        "SystemTime",
    );
    assert_found(
        &[("crates/domain/src/a.rs", "use std::{fs, io};")],
        "crates/domain/src/a.rs:2",
        "std::fs",
    );
    assert_found(
        &[("crates/domain/src/a.rs", "use rand::Rng;")],
        "crates/domain/src/a.rs:2",
        "rand",
    );
}

#[test]
fn the_domain_depends_on_no_runtime() {
    let place = "crates/domain/Cargo.toml";
    assert_found(
        &[(place, "[dependencies]\ntokio = \"1\"")],
        "crates/domain/Cargo.toml:2",
        "tokio",
    );
    assert_found(
        &[(place, "[dependencies]\nsoglia-sync.workspace = true")],
        "crates/domain/Cargo.toml:2",
        "soglia-sync",
    );
    assert_found(
        &[(place, "[dependencies.web-sys]\nversion = \"1\"")],
        "crates/domain/Cargo.toml:1",
        "web-sys",
    );
}

#[test]
fn sync_knows_no_browser() {
    assert_found(
        &[("crates/sync/src/a.rs", "fn f(w: web_sys::Window) {}")],
        "crates/sync/src/a.rs:2",
        "web_sys",
    );
}

#[test]
fn json_knows_no_domain() {
    assert_found(
        &[("crates/json/src/a.rs", "use soglia_domain::money::Money;")],
        "crates/json/src/a.rs:2",
        "no meaning",
    );
    assert_found(
        &[(
            "crates/json/Cargo.toml",
            "[dependencies]\nsoglia-domain.workspace = true",
        )],
        "crates/json/Cargo.toml:2",
        "soglia-domain",
    );
}

#[test]
fn only_the_device_names_the_browser_s_database() {
    assert_found(
        &[("src/today/a.rs", "use web_sys::IdbDatabase;")],
        "src/today/a.rs:2",
        "src/device",
    );
    assert_found(
        &[("src/state.rs", "use gloo_net::http::Request;")],
        "src/state.rs:2",
        "gloo_net",
    );
    assert_found(
        &[("src/session.rs", "let c = window().crypto();")],
        "src/session.rs:2",
        "crypto",
    );
}

#[test]
fn pages_never_call_the_device() {
    assert_found(
        &[("src/today.rs", "use crate::device::files;")],
        "src/today.rs:2",
        "pages",
    );
    assert_found(
        &[("src/today.rs", "use crate::{device, ui};")],
        "src/today.rs:2",
        "pages",
    );
}

#[test]
fn the_client_takes_what_is_small_to_load() {
    assert_found(
        &[("src/today.rs", "use leptos::{html, prelude::*};")],
        "src/today.rs:2",
        "crate::prelude",
    );
    assert_found(
        &[("crates/sync/src/replica.rs", "serde_json::to_vec(entry)")],
        "crates/sync/src/replica.rs:2",
        "soglia_json",
    );
}

#[test]
fn only_the_store_speaks_sql() {
    assert_found(
        &[("crates/server/src/api.rs", "use sqlx::query;")],
        "crates/server/src/api.rs:2",
        "store",
    );
    assert_found(
        &[("crates/import/src/lib.rs", "use sqlx::query;")],
        "crates/import/src/lib.rs:2",
        "store",
    );
}

#[test]
fn a_published_figure_stands_in_the_rulebook_alone() {
    assert_found(
        &[("crates/wording/src/a.rs", "const MAX: u32 = 16_000;")],
        "crates/wording/src/a.rs:2",
        "rulebook",
    );
    let allowed = [
        (
            "crates/domain/src/a.rs",
            "const N: u32 = 116_000;\n#[cfg(test)]\nmod tests { const MAX: u32 = 16_000; }",
        ),
        ("crates/domain/tests/a.rs", "const MAX: u32 = 22000;"),
    ];
    assert_eq!(findings(&allowed), Vec::<String>::new());
}

#[test]
fn a_long_file_says_why_and_a_very_long_one_is_too_long() {
    let lines = |n: usize| "fn f() {}\n".repeat(n);
    assert_found(&[("src/a.rs", &lines(300))], "src/a.rs:1", "Long because");
    assert_eq!(
        findings(&[(
            "src/a.rs",
            &format!("// Long because: one table.\n{}", lines(300))
        )]),
        Vec::<String>::new()
    );
    assert_found(
        &[(
            "src/a.rs",
            &format!("// Long because: one table.\n{}", lines(500)),
        )],
        "src/a.rs:1",
        "one sitting",
    );
    assert_found(
        &[("tests/e2e/a.mjs", &"let a;\n".repeat(500))],
        "tests/e2e/a.mjs:1",
        "one sitting",
    );
}

#[test]
fn every_source_names_its_licence() {
    assert_found(&[("style/main.css", "body {}")], "style/main.css:1", "SPDX");
    assert_eq!(findings(&[("package.json", "{}")]), Vec::<String>::new());
}

#[test]
fn modules_lie_in_files_of_their_own_name() {
    assert_found(&[("src/today/mod.rs", "")], "src/today/mod.rs:1", "mod.rs");
}

#[test]
fn nothing_unfinished_and_no_test_switched_off() {
    assert_found(
        &[("src/a.rs", concat!("fn f() { to", "do!() }"))],
        "src/a.rs:2",
        "left over",
    );
    assert_found(
        &[("src/a.rs", concat!("#[ig", "nore]\nfn f() {}"))],
        "src/a.rs:2",
        "switched off",
    );
    assert_found(
        &[("tests/e2e/a.test.mjs", concat!("test.on", "ly('a', f);"))],
        "tests/e2e/a.test.mjs:2",
        "alone",
    );
    assert_eq!(
        findings(&[("src/a.rs", concat!("let a = b.iter().sk", "ip(1);"))]),
        Vec::<String>::new()
    );
}

#[test]
fn the_glossary_names_what_exists() {
    let files = [
        (
            "crates/domain/README.md",
            "| Italian | code | note |\n|---|---|---|\n| origine | `Origin::{Municipal, Other}` | |\n",
        ),
        ("crates/domain/src/a.rs", "pub enum Origin { Municipal }"),
    ];
    assert_found(&files, "crates/domain/README.md:3", "`Other`");
}

#[test]
fn no_path_of_one_computer() {
    assert_found(
        &[("docs/a.md", concat!("See /wo", "rk/main/notes."))],
        "docs/a.md:1",
        "one computer",
    );
    let longer = concat!("See example.org/wo", "rk/ and crates/ro", "ot/.");
    assert_eq!(findings(&[("docs/a.md", longer)]), Vec::<String>::new());
}

mod catch_all;
mod circles;
mod failures;
mod icons;
mod kernel;
mod named;
