// SPDX-License-Identifier: AGPL-3.0-or-later
//! The layers: who may know of what.

use super::tree::{Source, Tree, names};
use super::violation::Violation;

/// Names that code in some places must not use.
struct Wall {
    /// Whether the wall stands around this file.
    around: fn(&Source) -> bool,
    names: &'static [&'static str],
    why: &'static str,
}

const WALLS: [Wall; 11] = [
    Wall {
        around: |source| source.lies_in("crates/kernel/src"),
        names: &[
            "soglia_domain",
            "soglia_sync",
            "soglia_ledger",
            "soglia_json",
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "gloo_net",
            "sqlx",
            "axum",
            "tokio",
            "SystemTime",
            "std::time",
            "std::fs",
            "std::net",
            "rand",
        ],
        why: "the kernel stands under everything: no domain, no sync, no browser, no network, no SQL, no clock",
    },
    Wall {
        around: |source| source.lies_in("crates/domain/src"),
        names: &["SystemTime", "std::fs", "std::net", "rand"],
        why: "the domain does no I/O: time, chance and storage are arguments",
    },
    Wall {
        around: |source| source.lies_in("crates/samples/src"),
        names: &["SystemTime", "std::fs", "std::net", "rand"],
        why: "samples are the same everywhere: a number decides each of them",
    },
    Wall {
        around: |source| source.lies_in("crates/json/src"),
        names: &[
            "soglia_domain",
            "soglia_sync",
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "gloo_net",
            "std::fs",
            "std::net",
        ],
        why: "json knows forms and no meaning: no domain, no browser, no network",
    },
    Wall {
        around: |source| source.lies_in("crates/sync/src"),
        names: &["web_sys", "sqlx", "axum", "std::fs", "std::net"],
        why: "sync does no I/O: storage and transport are traits",
    },
    Wall {
        around: |source| source.lies_in("crates/ledger/src"),
        names: &[
            "sqlx",
            "axum",
            "tokio",
            "SystemTime",
            "std::fs",
            "std::net",
            "rand",
        ],
        why: "the ledger does no I/O: the stores are traits, the moment an argument",
    },
    Wall {
        around: |source| source.lies_in("src") && !source.lies_in("src/device"),
        names: &[
            "indexed_db_futures",
            "gloo_net",
            "web_sys::IdbTransactionDurability",
            "web_sys::IdbTransactionOptions",
            "web_sys::Crypto",
            "web_sys::SubtleCrypto",
            "SubtleCrypto",
            "CryptoKey",
            ".crypto()",
        ],
        why: "only src/device knows the browser's database, network and cryptography",
    },
    Wall {
        around: |source| is_product_code(source) && !source.lies_in("crates/server/src/store"),
        names: &["sqlx"],
        why: "only crates/server/src/store speaks SQL",
    },
    Wall {
        around: |source| {
            let may_call = ["src/device", "src/state", "src/sync_loop", "src/session"];
            source.lies_in("src") && !may_call.iter().any(|layer| source.lies_in(layer))
        },
        names: &["crate::device"],
        why: "pages send actions and never call the device",
    },
    Wall {
        around: |source| {
            let has_views = source.lies_in("src") || source.lies_in("crates/share/src");
            has_views && !source.lies_in("src/device")
        },
        names: &["leptos::prelude"],
        why: "views take signals and control flow from `crate::prelude`, which is there once and not for each type",
    },
    Wall {
        around: |source| {
            let on_device = ["src", "crates/sync/src", "crates/json/src"];
            on_device.iter().any(|layer| source.lies_in(layer))
        },
        names: &["serde_json"],
        why: "what runs on a device reads and writes with `soglia_json`, which is a fraction of the size",
    },
];

/// Dependencies that a crate must not declare, outside of its tests.
const FORBIDDEN: [(&str, &[&str], &str); 8] = [
    (
        "Cargo.toml",
        &["soglia-samples"],
        "invented households are for tests and measurements",
    ),
    (
        "crates/server/Cargo.toml",
        &["soglia-samples"],
        "invented households are for tests and measurements",
    ),
    (
        "crates/kernel/Cargo.toml",
        &[
            "soglia-domain",
            "soglia-search",
            "soglia-json",
            "soglia-sync",
            "soglia-ledger",
            "soglia-wording",
            "tokio",
            "axum",
            "sqlx",
            "web-sys",
            "js-sys",
            "wasm-bindgen",
            "gloo",
            "gloo-net",
            "rand",
        ],
        "the kernel stands under everything and depends on no other crate of ours",
    ),
    (
        "crates/domain/Cargo.toml",
        &[
            "tokio",
            "axum",
            "sqlx",
            "web-sys",
            "js-sys",
            "wasm-bindgen",
            "gloo",
            "gloo-net",
            "soglia-json",
            "soglia-sync",
            "soglia-ledger",
            "soglia-wording",
            "rand",
        ],
        "the domain knows the kernel and search, and nothing of sync, browser, network and SQL",
    ),
    (
        "crates/agenda/Cargo.toml",
        &["soglia-domain", "web-sys", "axum"],
        "what writes calendars knows neither visits and tasks nor who reads them",
    ),
    (
        "crates/json/Cargo.toml",
        &[
            "soglia-domain",
            "soglia-sync",
            "serde_json",
            "web-sys",
            "js-sys",
            "wasm-bindgen",
            "gloo-net",
            "tokio",
        ],
        "json knows no domain, no browser and no network, and is small because it is alone",
    ),
    (
        "crates/share/Cargo.toml",
        &[
            "soglia-client",
            "soglia-sync",
            "soglia-search",
            "indexed_db_futures",
        ],
        "who follows a link has neither a store nor the application",
    ),
    (
        "crates/sync/Cargo.toml",
        &[
            "tokio",
            "axum",
            "sqlx",
            "web-sys",
            "js-sys",
            "wasm-bindgen",
            "gloo",
            "gloo-net",
        ],
        "sync knows nothing of browser, network and SQL",
    ),
];

pub(super) fn check(tree: &Tree) -> Vec<Violation> {
    let walls = tree
        .sources
        .iter()
        .filter(|source| source.is_rust())
        .flat_map(breaches);
    let dependencies = FORBIDDEN.iter().flat_map(|(path, crates, why)| {
        tree.get(path)
            .into_iter()
            .flat_map(|manifest| forbidden_dependencies(manifest, crates, why))
    });
    walls.chain(dependencies).collect()
}

fn is_product_code(source: &Source) -> bool {
    let crate_code = source
        .path
        .strip_prefix("crates/")
        .and_then(|rest| rest.split('/').nth(1))
        == Some("src");
    source.lies_in("src") || (crate_code && !source.lies_in("crates/xtask"))
}

fn breaches(source: &Source) -> Vec<Violation> {
    let mut found = Vec::new();
    for wall in WALLS.iter().filter(|wall| (wall.around)(source)) {
        for (number, line) in source.code() {
            if let Some(name) = wall.names.iter().find(|name| is_named(line, name)) {
                found.push(Violation::at(
                    source,
                    number,
                    format!("names `{name}`: {}", wall.why),
                ));
            }
        }
    }
    found
}

/// `rand` is also an ordinary word, so it counts only at the head of a path; `web_sys::Idb` stands for a family.
fn is_named(line: &str, name: &str) -> bool {
    match name {
        "rand" => line.contains("use rand") || names(line, "rand::random") || names(line, "rand::rng"),
        "web_sys::IdbTransactionDurability" => line.contains("web_sys::Idb") || names(line, name),
        _ if name.starts_with('.') => line.contains(name),
        _ => names(line, name),
    }
}

fn forbidden_dependencies(manifest: &Source, crates: &[&str], why: &str) -> Vec<Violation> {
    let mut found = Vec::new();
    let mut section = "";
    for (number, line) in (1..).zip(manifest.text.lines()) {
        let line = line.trim();
        let mut name = "";
        if let Some(header) = line.strip_prefix('[') {
            section = header.trim_end_matches(']');
            // `[dependencies.tokio]` names the crate in the header.
            name = section.rsplit_once("dependencies.").map_or("", |(_, name)| name);
        } else if section.ends_with("dependencies") && !line.starts_with('#') {
            name = line.split(['=', '.', ' ']).next().unwrap_or("").trim_matches('"');
        }
        // What the workspace only names for others is no dependency yet.
        let counts = !section.contains("dev-dependencies") && !section.starts_with("workspace");
        if counts && crates.contains(&name) {
            found.push(Violation::at(
                manifest,
                number,
                format!("depends on `{name}`: {why}"),
            ));
        }
    }
    found
}
