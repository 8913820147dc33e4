// SPDX-License-Identifier: AGPL-3.0-or-later
//! What stops the build when the rulebook is wrong.
#[path = "../build/rulebook.rs"]
mod rulebook;

/// A parameter of one name with the given lines in place of the usual ones.
fn entry(from: &str, to: &str) -> String {
    let to = if to.is_empty() {
        String::new()
    } else {
        format!("to = {to}\n")
    };
    format!(
        "[[parameter]]\nname = \"limit\"\nvalue = \"10.00\"\nunit = \"euro\"\nfrom = {from}\n{to}source = \"law\"\n\
         status = \"published\"\nnote = \"note\"\n"
    )
}

#[track_caller]
fn check(text: &str, expected: Result<(), &str>) {
    let found = rulebook::read(text).and_then(rulebook::check);
    match (found, expected) {
        (Ok(_), Ok(())) => {}
        (Err(reason), Err(part)) => assert!(reason.contains(part), "{reason:?} does not say {part:?}"),
        (found, expected) => panic!("expected {expected:?}, found {:?}", found.map(|_| ())),
    }
}

#[test]
fn values_that_follow_each_other_day_by_day_are_accepted() {
    check(
        &(entry("2024-01-01", "2024-02-29") + &entry("2024-03-01", "")),
        Ok(()),
    );
    check(
        &(entry("2026-01-01", "") + &entry("2020-01-01", "2025-12-31")),
        Ok(()),
    );
}

#[test]
fn a_gap_between_two_values_stops_the_build() {
    let text = entry("2024-01-01", "2024-02-28") + &entry("2024-03-01", "");
    check(&text, Err("no value holds after 2024-02-28, until 2024-03-01"));
}

#[test]
fn an_overlap_of_two_values_stops_the_build() {
    check(
        &(entry("2024-01-01", "2024-03-01") + &entry("2024-03-01", "")),
        Err("two values hold on 2024-03-01"),
    );
    check(
        &(entry("2024-01-01", "") + &entry("2025-01-01", "")),
        Err("two values hold on 2025-01-01"),
    );
}

#[test]
fn a_last_value_that_ends_stops_the_build() {
    check(
        &entry("2024-01-01", "2024-12-31"),
        Err("no value holds after 2024-12-31"),
    );
}

#[test]
fn an_unknown_status_unit_or_line_stops_the_build() {
    let good = entry("2024-01-01", "");
    check(&good, Ok(()));
    check(
        &good.replace("published", "certain"),
        Err("\"certain\" is not a status"),
    );
    check(
        &good.replace("\"euro\"", "\"lire\""),
        Err("\"lire\" is not a unit"),
    );
    check(
        &good.replace("note =", "remark ="),
        Err("\"remark\" means nothing here"),
    );
}

#[test]
fn a_missing_source_or_a_wrong_value_stops_the_build() {
    let good = entry("2024-01-01", "");
    check(
        &good.replace("source = \"law\"\n", ""),
        Err("the source is missing"),
    );
    check(&good.replace("\"law\"", "\" \""), Err("the source is missing"));
    check(
        &good.replace("\"10.00\"", "\"10\""),
        Err("an amount is written as"),
    );
    check(&good.replace("\"10.00\"", "10"), Err("does not go with its unit"));
    check(&good.replace("2024-01-01", "\"soon\""), Err("is a day"));
}

#[test]
fn the_names_become_variants_and_keys() {
    let parameters = rulebook::read(&entry("2024-01-01", "")).and_then(rulebook::check);
    let code = rulebook::code(&parameters.expect("a correct rulebook"));
    assert!(
        code.names.contains("Limit,") && code.names.contains("Self::Limit => \"limit\""),
        "{}",
        code.names
    );
    assert!(code.values.contains("Money::from_cents(1000)"), "{}", code.values);
}
