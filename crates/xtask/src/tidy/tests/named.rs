// SPDX-License-Identifier: AGPL-3.0-or-later
use super::{assert_found, findings};

const TEST: (&str, &str) = ("crates/server/tests/api/a.rs", "#[test]\nfn it_is_closed() {}\n");
const JOURNEY: (&str, &str) = (
    "tests/e2e/a.test.mjs",
    "test(\"nothing runs, anywhere\", () => {});\n",
);

#[test]
fn a_page_about_security_names_tests_that_exist() {
    let page = "| 1.1 | yes | `api/a.rs::it_is_closed`, `e2e/a.test.mjs::nothing runs` |\n";
    assert!(findings(&[TEST, JOURNEY, ("docs/security.md", page)]).is_empty());
    let gone = "| 1.1 | yes | `api/a.rs::it_is_close` |\n";
    assert_found(
        &[TEST, ("docs/security.md", gone)],
        "docs/security.md:1",
        "no test",
    );
    let elsewhere = "\n| 1.1 | yes | `api/b.rs::it_is_closed` |\n";
    assert_found(
        &[TEST, ("docs/security.md", elsewhere)],
        "docs/security.md:2",
        "no test",
    );
}

#[test]
fn every_attack_has_the_next_number_and_a_test() {
    let row = |n: u32, test: &str| format!("| {n} | somebody tries | it is closed | {test} |\n");
    let good = row(1, "`api/a.rs::it_is_closed`") + &row(2, "`e2e/a.test.mjs::nothing runs`");
    assert!(findings(&[TEST, JOURNEY, ("docs/attacks.md", &good)]).is_empty());
    let skipped = row(1, "`api/a.rs::it_is_closed`") + &row(3, "`api/a.rs::it_is_closed`");
    assert_found(
        &[TEST, ("docs/attacks.md", &skipped)],
        "docs/attacks.md:2",
        "follows",
    );
    let unheld = row(1, "by care");
    assert_found(
        &[TEST, ("docs/attacks.md", &unheld)],
        "docs/attacks.md:1",
        "names no test",
    );
}
