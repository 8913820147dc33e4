// SPDX-License-Identifier: AGPL-3.0-or-later
//! Whatever is wrong with a field is said with its name, and the next line is evaluated.
use super::eligible;
use crate::{
    command::{objects, soglia},
    schema::assert_described,
};
use serde_json::{Value, json};
use std::process::Output;

pub(super) fn evaluate(input: &[u8]) -> Output {
    soglia(&["evaluate", "--brief", "--as-of", "2026-11-22"], input)
}

/// The answer to one bad line, between two good ones.
#[track_caller]
pub(super) fn refused(line: &[u8]) -> Value {
    let good = format!("{}\n", eligible());
    let output = evaluate(&[good.as_bytes(), line, b"\n", good.as_bytes()].concat());
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(line));
    let mut answers = objects(&output);
    assert_described("evaluate-output", &answers);
    assert_eq!(answers.len(), 3);
    assert_eq!(answers[0], answers[2]);
    assert_eq!(answers[2]["public_housing"]["verdict"], "met");
    let answer = answers.remove(1);
    assert_eq!(answer["line"], 2, "{answer}");
    answer
}

/// Every one of the values is refused in the field of that path, with a sentence that holds the words, and the good line
/// after each is evaluated.
#[track_caller]
fn check(path: &str, words: &str, values: &[&str]) {
    let (outer, inner) = path.split_once(['.', '[']).unwrap_or((path, ""));
    let bad = |value: &&str| match (outer, inner) {
        (outer, "") => format!("{{\"id\":\"bad\",\"{outer}\":{value}}}\n"),
        ("isee", inner) => format!("{{\"id\":\"bad\",\"isee\":{{\"{inner}\":{value}}}}}\n"),
        (_, inner) => {
            let name = inner.split('.').nth(1).unwrap();
            format!("{{\"id\":\"bad\",\"members\":[{{}},{{}},{{\"{name}\":{value}}}]}}\n")
        }
    };
    let input: String = values
        .iter()
        .map(|value| format!("{}{}\n", bad(value), eligible()))
        .collect();
    let output = evaluate(input.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let answers = objects(&output);
    assert_described("evaluate-output", &answers);
    assert_eq!(answers.len(), 2 * values.len());
    for ((line, pair), value) in (1..).step_by(2).zip(answers.chunks(2)).zip(values) {
        assert_eq!(pair[0]["field"], path, "{value}: {}", pair[0]);
        assert_eq!((&pair[0]["id"], &pair[0]["line"]), (&json!("bad"), &json!(line)));
        let error = pair[0]["error"].as_str().unwrap();
        assert!(
            error.starts_with(&format!("{path}: ")) && error.contains(words),
            "{value}: {error}"
        );
        assert_eq!(pair[1]["public_housing"]["verdict"], "met");
    }
}

/// Of no field's type.
const ABSURD: [&str; 8] = [
    "[]",
    "{}",
    "[[[[[{\"a\":[]}]]]]]",
    "\"NaN\"",
    "\"Infinity\"",
    "\"\"",
    "\"\\ud800\"",
    "1e30",
];

#[test]
fn a_yes_or_no_is_nothing_else() {
    for path in [
        "regular_work",
        "resides_in_region",
        "works_in_region",
        "owns_adequate_home",
        "revoked_assignment_last_5_years",
        "illegal_occupation_last_5_years",
        "followed_by_social_services",
        "manages_primary_needs",
        "temporary_difficulty",
        "needs_accompaniment",
        "members[2].works",
        "members[2].disability",
    ] {
        check(path, "is true, false or null", &ABSURD);
        check(path, "is true, false or null", &["0", "\"true\"", "\"sì\""]);
    }
}

#[test]
fn an_amount_is_a_decimal_text() {
    for path in ["sap_patrimony", "net_monthly_income", "isee.value"] {
        check(path, "an amount is a decimal text such as \"12300.00\"", &ABSURD);
        check(
            path,
            "decimal text",
            &[
                "12300",
                "12300.00",
                "true",
                "\"12.300,00\"",
                "\"1e30\"",
                "\"12300.005\"",
            ],
        );
        check(
            path,
            "decimal text",
            &[
                "\"12300.\"",
                "\".50\"",
                "\" 5\"",
                "\"+5\"",
                "\"--5\"",
                "\"5€\"",
                "\"٣\"",
            ],
        );
        check(path, "not below zero", &["\"-0.01\"", "\"-12300.00\""]);
        check(
            path,
            "at most \"1000000000.00\"",
            &["\"1000000000.01\"", "\"99999999999999999999999999999999\""],
        );
    }
}

#[test]
fn a_day_exists_and_is_neither_in_the_future_nor_too_long_ago() {
    for path in ["members[2].birth_date", "isee.dsu_date"] {
        check(path, "a day is written as \"2026-11-22\"", &ABSURD);
        check(
            path,
            "a day is written",
            &[
                "19850101",
                "\"1985-1-1\"",
                "\"2026-02-29\"",
                "\"2026-11-22T00:00:00Z\"",
            ],
        );
        check(path, "in the future", &["\"2090-01-01\"", "\"9999-12-31\""]);
        check(path, "before the year 19", &["\"1850-01-01\"", "\"0001-01-01\""]);
    }
}

#[test]
fn a_key_is_one_of_those_that_are_known() {
    check("citizenship", "is one of italian, eu,", &ABSURD);
    check("citizenship", "is one of", &["\"Italian\"", "\"IT\"", "true"]);
    check("isee.kind", "is one of ordinary, current,", &ABSURD);
    check("isee.kind", "is one of", &["\"ordinario\""]);
    check("members[2].relation", "is one of head, partner,", &ABSURD);
    check("members[2].relation", "is one of", &["\"figlio\""]);
}

#[test]
fn a_scale_and_a_zone_have_their_form() {
    check("equivalence_scale", "between 1.00 and 15.00", &ABSURD);
    check(
        "equivalence_scale",
        "decimal text such as \"2.46\"",
        &["2.46", "\"0.99\"", "\"15.01\"", "\"246\"", "\"2,46\""],
    );
    check("zone", "an OMI code such as \"D12\"", &ABSURD);
    check(
        "zone",
        "an OMI code",
        &["12", "\"12\"", "\"D123\"", "\"DD1\"", "\"D\"", "\"Brera\""],
    );
}

#[test]
fn members_and_isee_are_what_they_are() {
    let others = ["{}", "true", "3", "\"NaN\"", "1e30", "\"\""];
    check("members", "is a list of members in brackets", &others);
    check(
        "isee",
        "is an object in braces",
        &["[]", "true", "12300.00", "\"12300.00\"", "\"NaN\"", "1e30"],
    );
    let crowd = format!("[{}]", ["{}"; 400].join(","));
    check("members", "a household has at most 30 members", &[&crowd]);
    let thirty = format!("{{\"members\":[{}]}}\n", ["{}"; 30].join(","));
    assert!(evaluate(thirty.as_bytes()).status.success());
    let answer = refused(br#"{"members":[{"relation":"head"},{},{"relation":"head"}]}"#);
    assert_eq!(answer["error"], "members[2].relation: a household has one head");
    let answer = refused(br#"{"members":[{},"Anna"]}"#);
    assert_eq!(answer["error"], "members[1]: is an object in braces");
}
