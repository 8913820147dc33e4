// SPDX-License-Identifier: AGPL-3.0-or-later
use crate::{
    command::{objects, soglia},
    schema::assert_described,
};
use serde_json::{Value, json};

/// The certificate of a dwelling of 62 square metres.
#[track_caller]
fn certificate(dwelling: Value) -> Value {
    let mut line = json!({ "surface_m2": 62, "tier": "reduced_capped" });
    let fields = dwelling.as_object().unwrap().clone();
    line.as_object_mut().unwrap().extend(fields);
    let output = soglia(
        &["rent", "--certificates", "--as-of", "2026-11-22"],
        line.to_string().as_bytes(),
    );
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let answers = objects(&output);
    assert_described("rent-output", &answers);
    answers[0].clone()
}

/// What is said about certificates, and the exit code.
#[track_caller]
fn verified(input: &str) -> (Vec<Value>, Option<i32>) {
    let output = soglia(&["rent", "--verify"], input.as_bytes());
    let answers = objects(&output);
    assert_described("rent-output", &answers);
    (answers, output.status.code())
}

#[test]
fn a_certificate_holds_on_one_line_and_over_many() {
    let issued = certificate(json!({ "id": 3, "code": "E15-0001" }));
    assert_eq!(issued["dwelling"], "E15-0001");
    assert_eq!(
        (&issued["yearly"], &issued["monthly"]),
        (&json!("3410.00"), &json!("284.16"))
    );
    let expected = (vec![json!({ "dwelling": "E15-0001", "valid": true })], Some(0));
    let pretty = serde_json::to_string_pretty(&issued).unwrap();
    for input in [
        issued.to_string(),
        format!("\n{issued}\n"),
        pretty.clone(),
        pretty.replace('\n', "\r\n"),
    ] {
        assert_eq!(verified(&input), expected);
    }
    assert_eq!(verified(&format!("{issued}\n{issued}\n")).0.len(), 2);
}

#[test]
fn a_certificate_names_the_dwelling_by_its_code_or_by_its_id() {
    assert_eq!(certificate(json!({ "id": "A \"1\"" }))["dwelling"], "A \"1\"");
    assert_eq!(certificate(json!({ "id": 12 }))["dwelling"], "12");
    let output = soglia(
        &["rent", "--certificates"],
        br#"{"surface_m2":62,"tier":"capped"}"#,
    );
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(objects(&output)[0]["error"], "code: is missing");
}

#[test]
fn a_certificate_that_was_changed_does_not_hold() {
    let issued = certificate(json!({ "id": "A" }));
    for (field, value) in [
        ("monthly", "299.00"),
        ("area", "70.00"),
        ("dwelling", "B"),
        ("day", "2026-11-23"),
    ] {
        let mut changed = issued.clone();
        changed[field] = json!(value);
        let (answers, code) = verified(&format!("{changed}\n{issued}\n"));
        assert_eq!(code, Some(1));
        assert_eq!(
            (&answers[0]["valid"], &answers[0]["code"]),
            (&json!(false), &json!("checksum")),
            "{field}"
        );
        assert_eq!(answers[1]["valid"], true);
    }
}

#[test]
fn what_is_no_certificate_is_said_with_the_field() {
    let issued = certificate(json!({ "id": "A" }));
    let absurd = [
        json!(1e30),
        json!([]),
        json!({ "a": [] }),
        json!(true),
        Value::Null,
    ];
    for field in issued.as_object().unwrap().keys() {
        for value in &absurd {
            if field == "parameters" && *value == json!([]) {
                continue;
            }
            let mut wrong = issued.clone();
            wrong[field] = value.clone();
            let (answers, code) = verified(&wrong.to_string());
            assert_eq!(
                (code, &answers[0]["field"]),
                (Some(1), &json!(field)),
                "{}",
                answers[0]
            );
        }
    }
    let mut wrong = issued.clone();
    wrong["parameters"][1]["status"] = json!("certain");
    assert_eq!(verified(&wrong.to_string()).0[0]["field"], "parameters[1].status");
    let mut more = issued.clone();
    more["monthly_rent"] = json!("900.00");
    let error = "a certificate has nothing else in it: fields that are not read: monthly_rent (1)";
    assert_eq!(verified(&more.to_string()).0[0]["error"], error);
    let mut none = issued;
    none["parameters"] = json!([]);
    assert_eq!(verified(&none.to_string()).0[0]["valid"], false);
    // A download that broke off is one certificate, not a line for each of its lines.
    let (answers, code) = verified("{\n  \"dwelling\": \"A\",\n  \"day\":");
    assert_eq!((answers.len(), code), (1, Some(1)));
    assert_eq!(verified(""), (vec![], Some(0)));
}
