// SPDX-License-Identifier: AGPL-3.0-or-later
use crate::{
    command::{objects, soglia},
    schema::{assert_described, schema},
};
use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader, Write},
    process::{Command, Stdio},
};

/// Published examples; where they come from stands in the README beside the file.
const LIST: &str = include_str!("../../../../tests/fixtures/open-data/codes/tax_codes.csv");

/// The answers to lines of one kind of code, read on 22 November 2026.
#[track_caller]
fn check(what: &str, input: impl AsRef<[u8]>) -> Vec<Value> {
    let output = soglia(&["check", what, "--as-of", "2026-11-22"], input.as_ref());
    assert!(output.status.success());
    assert!(output.stderr.is_empty());
    let answers = objects(&output);
    assert_described("check", &answers);
    answers
}

/// Whether each line is valid, or the key of the reason.
#[track_caller]
fn verdicts(what: &str, input: impl AsRef<[u8]>) -> Vec<String> {
    let verdict = |answer: &Value| match &answer["code"] {
        Value::Null => answer["valid"].to_string(),
        code => code.as_str().unwrap().to_owned(),
    };
    check(what, input).iter().map(verdict).collect()
}

#[test]
fn a_tax_code_tells_birth_sex_and_place() {
    let answers = check(
        "tax-code",
        "RSSMRA85T10F205R\n vrdnna 90c45 f205d \nNSCNAA82H55Z129F\nRSSMRAURTMLFNLRJ\n12345670017\nABCDEF12B23P432P\n",
    );
    let expected = [
        json!({ "value": "RSSMRA85T10F205R", "valid": true, "kind": "person", "birth_date": "1985-12-10",
                "sex": "male", "place_code": "F205", "place": "Milano" }),
        json!({ "value": "vrdnna 90c45 f205d", "valid": true, "kind": "person", "birth_date": "1990-03-05",
                "sex": "female", "place_code": "F205", "place": "Milano" }),
        json!({ "value": "NSCNAA82H55Z129F", "valid": true, "kind": "person", "birth_date": "1982-06-15",
                "sex": "female", "place_code": "Z129", "place": "Romania" }),
        json!({ "value": "RSSMRAURTMLFNLRJ", "valid": true, "kind": "person", "birth_date": "1985-12-10",
                "sex": "male", "place_code": "F205", "place": "Milano", "homonym_form": true }),
        json!({ "value": "12345670017", "valid": true, "kind": "provisional" }),
        json!({ "value": "ABCDEF12B23P432P", "valid": true, "kind": "person", "birth_date": "2012-02-23",
                "sex": "male", "place_code": "P432" }),
    ];
    assert_eq!(answers, expected);
}

#[test]
fn a_year_of_two_digits_is_the_latest_past_one() {
    let born = |as_of: &str| {
        let output = soglia(&["check", "tax-code", "--as-of", as_of], b"RSSMRA20M01H501X\n");
        objects(&output)[0]["birth_date"].clone()
    };
    assert_eq!(born("2020-08-01"), "2020-08-01");
    assert_eq!(born("2020-07-31"), "1920-08-01");
}

#[test]
fn a_wrong_code_says_why_by_a_key_and_a_sentence() {
    let answers = check("tax-code", "RSSMRA85T10F205S");
    let expected = json!({
        "value": "RSSMRA85T10F205S", "valid": false, "code": "check_character",
        "reason": "The last character does not follow from the others: please read it again on the document.",
    });
    assert_eq!(answers, [expected]);
    let input = "RSSMRA85T10F205\nRSSMRA85F10F205R\nRSSMRA85B30F205R\nBLTMHL77S04E889Y\n";
    let expected = ["length", "shape", "birth_date", "check_character"];
    assert_eq!(verdicts("tax-code", input), expected);
}

#[test]
fn the_published_examples_are_judged_as_published() {
    let mut n_rows = 0;
    for (kind, what) in [("CF", "tax-code"), ("PIVA", "vat")] {
        let rows = LIST
            .lines()
            .skip(1)
            .map(|line| line.splitn(4, ',').collect::<Vec<_>>());
        let rows: Vec<_> = rows.filter(|row| row.get(1) == Some(&kind)).collect();
        let values: String = rows.iter().map(|row| format!("{}\n", row[0])).collect();
        for (row, answer) in rows.iter().zip(check(what, values)) {
            // Zeros pass the check of the digits, and are the number of nobody.
            let expected = row[2] == "valid" && row[0] != "00000000000";
            assert_eq!(answer["valid"], expected, "{}", row[0]);
            n_rows += 1;
        }
    }
    assert_eq!(n_rows, 20);
}

#[test]
fn vat_numbers_are_told_from_wrong_ones() {
    let input =
        "00743110157\n97063040014\nIT 123 456 78903\n12345670011\n00000000000\n1234567890\n1234567890A\n";
    let expected = ["true", "true", "true", "check_digit", "zeros", "length", "shape"];
    assert_eq!(verdicts("vat", input), expected);
    assert_eq!(
        check("vat", "00743110157"),
        [json!({ "value": "00743110157", "valid": true })]
    );
}

#[test]
fn tender_codes_tell_their_kind_and_new_ones_warn() {
    let answers = check(
        "cig",
        "1234567CE7\nZC81A2B3C4\nes27\nA04D3C8A66\n1234567CE8\nES28\n0000000000\n",
    );
    let kinds: Vec<&Value> = answers.iter().map(|answer| &answer["kind"]).collect();
    let null = Value::Null;
    let expected = [
        &json!("ordinary"),
        &json!("smart"),
        &json!("exclusion"),
        &json!("new"),
        &null,
        &null,
        &null,
    ];
    assert_eq!(kinds, expected);
    let warned = answers.iter().map(|answer| answer.get("warning").is_some());
    assert_eq!(
        warned.collect::<Vec<_>>(),
        [false, false, false, true, false, false, false]
    );
    let codes: Vec<&Value> = answers[4..].iter().map(|answer| &answer["code"]).collect();
    assert_eq!(codes, ["check_characters", "exclusion", "zeros"]);
}

#[test]
fn project_codes_tell_their_year() {
    let answers = check("cup", "C11G06000000001\n1CG106000000001\nC11G0600000000\n");
    assert_eq!(
        answers[0],
        json!({ "value": "C11G06000000001", "valid": true, "year": 2006 })
    );
    assert!(answers[1]["warning"].is_string() && answers[1].get("year").is_none());
    assert_eq!(answers[2]["code"], "length");
}

#[test]
fn an_empty_line_is_wrong_unless_it_is_the_last() {
    let none: [&str; 0] = [];
    assert_eq!(verdicts("vat", ""), none);
    assert_eq!(verdicts("vat", "\n"), none);
    assert_eq!(verdicts("vat", "\n\n"), ["empty"]);
    assert_eq!(verdicts("vat", "00743110157\n\n"), ["true"]);
    assert_eq!(
        verdicts("vat", "\r\n00743110157\r\n  \r\n00743110157"),
        ["empty", "true", "empty", "true"]
    );
}

#[test]
fn bytes_that_are_no_text_and_endless_lines_are_refused_one_by_one() {
    let mut input = b"\xff\xfe\n".to_vec();
    input.extend(vec![b'0'; 3_000_000]);
    input.extend(b"\n\0\n00743110157\n");
    for what in ["tax-code", "vat", "cig", "cup"] {
        assert_eq!(
            verdicts(what, &input)[..3],
            ["not_utf8", "too_long", "length"],
            "{what}"
        );
    }
    let answers = check("vat", &input);
    assert_eq!(answers[0]["value"], "\u{fffd}\u{fffd}");
    assert_eq!(answers[1]["value"], "0".repeat(100));
    assert_eq!(answers[3]["valid"], true);
}

#[test]
fn many_lines_stream_through_in_their_order() {
    let numbers = 1..=50_000_u64;
    let input: String = numbers
        .clone()
        .map(|n| format!("{n:07}{:03X}\n", n * 211 % 4091))
        .collect();
    let output = soglia(&["check", "cig"], input.as_bytes());
    let answers = objects(&output);
    assert_eq!(answers.len(), 50_000);
    for (answer, line) in answers.iter().zip(input.lines()) {
        assert_eq!((&answer["value"], &answer["valid"]), (&json!(line), &json!(true)));
    }
}

#[test]
fn an_answer_comes_before_the_next_question() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_soglia"))
        .args(["check", "vat"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut questions = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for code in ["00743110157", "97063040014"] {
        writeln!(questions, "{code}").unwrap();
        let answer: Value = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
        assert_eq!(answer, json!({ "value": code, "valid": true }));
    }
    drop(questions);
    assert!(answers.next().is_none() && child.wait().unwrap().success());
}

#[test]
fn wrong_usage_ends_with_two_and_writes_nothing() {
    for arguments in [
        &["check"][..],
        &["check", "iban"],
        &["check", "vat", "--as-of", "2026-02-30"],
        &["check", "vat", "codes.txt"],
    ] {
        let output = soglia(arguments, b"00743110157\n");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty());
    }
}

#[test]
fn the_schema_refuses_what_the_command_never_writes() {
    let schema = schema("check");
    for wrong in [
        json!({}),
        json!({ "value": "x", "valid": false }),
        json!({ "value": "x", "valid": false, "code": "other", "reason": "It is wrong." }),
        json!({ "value": "x", "valid": true, "code": "shape", "reason": "It is wrong." }),
        json!({ "value": "x", "valid": true, "kind": "new" }),
        json!({ "value": "x", "valid": true, "kind": "person" }),
        json!({ "value": "x", "valid": true, "kind": "provisional", "sex": "male" }),
    ] {
        assert!(!schema.is_valid(&wrong), "{wrong}");
    }
}
