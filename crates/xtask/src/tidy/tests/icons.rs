// SPDX-License-Identifier: AGPL-3.0-or-later
//! Icons that pages name.
use super::{assert_found, findings};

#[test]
fn an_icon_that_nobody_drew_is_found() {
    let list = ("crates/xtask/icons/list.txt", "# Symbols\nit-user\n#   it-map\n");
    let own = ("crates/xtask/icons/own.svg", "<symbol id=\"it-home\"/>");
    let page = |name: &'static str| ("src/today.rs", name);
    assert_eq!(
        findings(&[list, own, page("icon(\"it-user\", \"it-home\")\n")]),
        Vec::<String>::new()
    );
    assert_found(
        &[list, own, page("icon(\"it-user\", \"it-map\")\n")],
        "src/today.rs:2",
        "it-map",
    );
}
