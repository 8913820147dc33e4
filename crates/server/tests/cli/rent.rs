// SPDX-License-Identifier: AGPL-3.0-or-later
mod certificates;

use crate::{
    command::{objects, soglia},
    schema::assert_described,
};
use serde_json::{Value, json};
use std::process::Output;

fn rent(input: &[u8]) -> Output {
    soglia(&["rent", "--as-of", "2026-11-22"], input)
}

/// The answers to some dwellings, all of them good lines.
#[track_caller]
fn ceilings(dwellings: &[Value]) -> Vec<Value> {
    assert_described("rent-input", dwellings);
    let input: String = dwellings.iter().map(|dwelling| format!("{dwelling}\n")).collect();
    let output = rent(input.as_bytes());
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(output.status.success());
    let answers = objects(&output);
    assert_described("rent-output", &answers);
    answers
}

#[test]
fn section_5_1_the_month_is_rounded_down() {
    let examples = [
        ("48", "capped", "3600.00", "300.00"),
        ("50", "capped", "3750.00", "312.50"),
        ("50", "reduced_capped", "2750.00", "229.16"),
        ("38", "reduced_capped", "2090.00", "174.16"),
        ("55.5", "capped", "4162.50", "346.87"),
        ("60.00", "reduced_capped", "3300.00", "275.00"),
        ("62", "reduced_capped", "3410.00", "284.16"),
    ];
    let dwellings =
        examples.map(|(surface, tier, ..)| json!({ "id": surface, "surface_m2": surface, "tier": tier }));
    for (answer, (surface, _, yearly, monthly)) in ceilings(&dwellings).iter().zip(examples) {
        assert_eq!(answer["id"], surface);
        assert_eq!(
            (&answer["yearly_ceiling"], &answer["monthly_ceiling"]),
            (&json!(yearly), &json!(monthly))
        );
    }
}

#[test]
fn section_5_4_the_burden_on_the_income() {
    let of = |income: Value| {
        let dwelling = json!({ "surface_m2": 50, "tier": "capped", "net_monthly_income": income });
        ceilings(&[dwelling]).remove(0).get("burden_percent").cloned()
    };
    assert_eq!(of(json!("1000.00")), Some(json!("31.25")));
    // A cent less in the month would pass 31.25 %, so a share is rounded up.
    assert_eq!(of(json!("999.99")), Some(json!("31.26")));
    assert_eq!(of(Value::Null), None);
    assert_eq!(of(json!("0.00")), None);
    let answer = ceilings(&[json!({ "surface_m2": 48, "tier": "capped", "net_monthly_income": "1000.00" })]);
    assert_eq!(answer[0]["burden_percent"], "30.00");
}

#[test]
fn an_answer_tells_its_cap_and_where_it_comes_from() {
    let answer = ceilings(&[json!({ "id": 7, "surface_m2": 62, "tier": "reduced_capped" })]);
    assert_eq!(answer[0]["parameter"], "cap_reduced_capped@2026-03-10");
    assert_eq!(
        (&answer[0]["cap"], &answer[0]["surface_kind"]),
        (&json!("55.00"), &json!("usable"))
    );
    assert_eq!(answer[0]["id"], 7);
}

#[test]
fn a_surface_is_read_digit_by_digit() {
    let input = br#"{"surface_m2":55.50,"tier":"capped"}
{"surface_m2":"55.50","tier":"capped"}
{"surface_m2":0.29,"tier":"capped"}
{"surface_m2":10000,"tier":"capped"}
"#;
    let answers = objects(&rent(input));
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[2]["yearly_ceiling"], "21.75");
    assert_eq!(answers[3]["yearly_ceiling"], "750000.00");
}

/// Every value is refused in the field, and the good line after it is answered.
#[track_caller]
fn check(field: &str, words: &str, values: &[&str]) {
    let good = json!({ "id": "good", "surface_m2": "62", "tier": "capped" });
    let mut input = String::new();
    for value in values {
        let mut bad = String::from("{\"id\":\"bad\"");
        for (name, usual) in [
            ("surface_m2", "62"),
            ("tier", "\"capped\""),
            ("net_monthly_income", "null"),
            ("code", "\"A\""),
        ] {
            let value = if name == field { value } else { usual };
            bad.push_str(&format!(",\"{name}\":{value}"));
        }
        input.push_str(&format!("{bad}}}\n{good}\n"));
    }
    let arguments: &[&str] = if field == "code" {
        &["rent", "--certificates"]
    } else {
        &["rent"]
    };
    let output = soglia(arguments, input.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let answers = objects(&output);
    assert_described("rent-output", &answers);
    assert_eq!(answers.len(), 2 * values.len());
    for ((line, pair), value) in (1..).step_by(2).zip(answers.chunks(2)).zip(values) {
        assert_eq!(
            (&pair[0]["field"], &pair[0]["line"]),
            (&json!(field), &json!(line)),
            "{value}"
        );
        assert_eq!(pair[0]["id"], "bad");
        let error = pair[0]["error"].as_str().unwrap();
        assert!(
            error.starts_with(&format!("{field}: ")) && error.contains(words),
            "{value}: {error}"
        );
        assert!(pair[1].get("error").is_none());
    }
}

#[test]
fn whatever_is_wrong_is_said_with_the_field() {
    let absurd = [
        "[]",
        "{}",
        "true",
        "\"NaN\"",
        "\"Infinity\"",
        "\"\"",
        "1e30",
        "\"1e30\"",
    ];
    check(
        "surface_m2",
        "a text or a number with at most two decimals",
        &absurd,
    );
    check(
        "surface_m2",
        "at most two decimals",
        &["55.555", "6.2e1", "\"55,5\"", "\"62 mq\"", "\"5.\""],
    );
    check(
        "surface_m2",
        "between 0.01 and 10000",
        &["0", "\"0.00\"", "10000.01", "\"99999999999999\""],
    );
    check("surface_m2", "above zero", &["-5", "\"-62.00\""]);
    check("surface_m2", "is missing", &["null"]);
    check("tier", "is one of capped, reduced_capped", &absurd);
    check("tier", "is one of", &["\"Capped\"", "\"supported\"", "75"]);
    check("tier", "is missing", &["null"]);
    check("net_monthly_income", "an amount is a decimal text", &absurd);
    check("net_monthly_income", "not below zero", &["\"-1.00\""]);
    check("code", "is a text in quotes", &["[]", "{}", "true", "1e30", "7"]);
}

#[test]
fn a_bad_line_does_not_stop_the_rest() {
    let output = rent(b"{}\n[]\n\n{\"id\":3,\"surface_m2\":62,\"tier\":\"capped\"}");
    assert_eq!(output.status.code(), Some(1));
    let answers = objects(&output);
    assert_eq!(
        answers[0],
        json!({ "line": 1, "field": "surface_m2", "error": "surface_m2: is missing" })
    );
    assert_eq!(
        answers[1],
        json!({ "line": 2, "error": "a line holds one JSON object" })
    );
    assert_eq!(answers[2]["id"], 3);
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "soglia: 2 of 3 lines could not be read\n"
    );
    for arguments in [
        &["rent", "--as-of", "22.11.2026"][..],
        &["rent", "--verify", "--certificates"],
        &["rent", "--tier"],
    ] {
        assert_eq!(soglia(arguments, b"").status.code(), Some(2));
    }
}
