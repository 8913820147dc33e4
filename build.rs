// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tells the linker to leave its notes in the WebAssembly, where the client is cut into parts: they say what uses what.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is_on = |name: &str| std::env::var_os(name).is_some();
    let target = std::env::var("CARGO_CFG_TARGET_FAMILY").unwrap_or_default();
    // Without the feature nobody reads them, and they are as large as the code.
    if is_on("CARGO_FEATURE_PARTS") && target == "wasm" {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
}
