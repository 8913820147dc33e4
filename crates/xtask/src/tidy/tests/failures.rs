// SPDX-License-Identifier: AGPL-3.0-or-later
use super::{assert_found, findings};

#[test]
fn a_failure_of_the_field_names_a_test_that_names_it() {
    let test = (
        "crates/sync/tests/held.rs",
        "/// F7: one bad change.\nfn held() {}\n",
    );
    let row =
        |path: &str| format!("| F7 | one bad record blocks the queue | an answer per change | `{path}` |\n");
    let held = row("crates/sync/tests/held.rs");
    assert_eq!(
        findings(&[test, ("docs/field-failures.md", &held)]),
        Vec::<String>::new()
    );
    let gone = row("crates/sync/tests/gone.rs");
    assert_found(
        &[test, ("docs/field-failures.md", &gone)],
        "docs/field-failures.md:1",
        "does not exist",
    );
    let other = ("crates/sync/tests/held.rs", "/// F77.\nfn held() {}\n");
    assert_found(
        &[other, ("docs/field-failures.md", &held)],
        "docs/field-failures.md:1",
        "does not name F7",
    );
    let none = "| F7 | one bad record blocks the queue | an answer per change | |\n";
    assert_found(
        &[test, ("docs/field-failures.md", none)],
        "docs/field-failures.md:1",
        "names no test",
    );
}
