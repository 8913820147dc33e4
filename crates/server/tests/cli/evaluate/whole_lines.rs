// SPDX-License-Identifier: AGPL-3.0-or-later
//! Lines that are wrong as a whole, and what the command says at its end.
use super::bad_lines::{evaluate, refused};
use crate::command::{objects, soglia};
use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader, Read, Write},
    process::{Child, Command, Stdio},
};

/// The command, waiting for lines.
fn waiting() -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_soglia"));
    let piped = command
        .arg("evaluate")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    piped.spawn().unwrap()
}

#[test]
fn an_answer_does_not_wait_for_the_next_line() {
    let mut child = waiting();
    let mut lines = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for id in ["first", "second"] {
        writeln!(lines, "{}", json!({ "id": id })).unwrap();
        let answer: Value = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
        assert_eq!(answer["id"], id);
    }
    drop(lines);
    assert!(answers.next().is_none() && child.wait().unwrap().success());
}

#[test]
fn a_reader_that_went_away_ends_the_command_quietly() {
    let mut child = waiting();
    let mut lines = child.stdin.take().unwrap();
    drop(child.stdout.take());
    // More than the pipes between them hold: at some point nobody takes the lines any more.
    let wrong = "x\n".repeat(1 << 16);
    while lines.write_all(wrong.as_bytes()).is_ok() {}
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!((said.as_str(), child.wait().unwrap().code()), ("", Some(0)));
}

#[test]
fn an_id_is_a_text_or_a_whole_number() {
    let long = format!("\"{}\"", "x".repeat(201));
    for id in ["1.5", "1e30", "true", "[]", "{}", "\"\\ud800\"", &long] {
        let answer = refused(format!("{{\"id\":{id}}}").as_bytes());
        assert_eq!((answer.get("id"), &answer["field"]), (None, &json!("id")));
    }
    for id in [json!("è \"quoted\"\n"), json!(-7), json!("")] {
        let output = evaluate(format!("{}\n", json!({ "id": id })).as_bytes());
        assert_eq!(objects(&output)[0]["id"], id);
    }
}

#[test]
fn a_field_is_there_once() {
    let answer = refused(br#"{"id":"twice","isee":{"value":null,"value":"1.00"}}"#);
    assert_eq!(
        (&answer["field"], &answer["id"]),
        (&json!("isee.value"), &json!("twice"))
    );
    let answer = refused(br#"{"zone":null,"id":1,"zone":"D12"}"#);
    assert_eq!(
        (&answer["error"], &answer["id"]),
        (&json!("zone: is there twice"), &json!(1))
    );
}

#[test]
fn a_line_is_one_object_of_text() {
    for line in [
        "null",
        "true",
        "\"{}\"",
        "[{}]",
        "12",
        "NaN",
        "<xml/>",
        "\u{feff}{}",
    ] {
        assert_eq!(refused(line.as_bytes())["error"], "a line holds one JSON object");
    }
    for line in [
        "{",
        "{}}",
        "{} {}",
        "{\"id\":}",
        "{id:1}",
        "{\"id\":1,}",
        "{\"zone\":\"D12}",
        "{\"isee\":NaN}",
    ] {
        let answer = refused(line.as_bytes());
        assert!(
            answer["error"]
                .as_str()
                .unwrap()
                .starts_with("not JSON at column "),
            "{answer}"
        );
    }
    assert_eq!(refused(b"{\"id\":\"\xff\"}")["error"], "a line is UTF-8 text");
    let long = format!("{{\"id\":\"{}\"}}", "x".repeat(1_000_000));
    assert_eq!(
        refused(long.as_bytes())["error"],
        "a line has at most 1,000,000 bytes"
    );
    assert!(refused("{\"members\":".repeat(50_000).as_bytes())["error"].is_string());
}

#[test]
fn what_somebody_wrote_is_not_repeated_in_an_error() {
    for line in [
        r#"{"zone":"Anna Verdi"}"#,
        r#"{"citizenship":"Anna Verdi"}"#,
        r#"{"id":["Anna Verdi"]}"#,
        r#"{"isee":"Anna Verdi"}"#,
    ] {
        assert!(!refused(line.as_bytes()).to_string().contains("Anna"));
    }
}

#[test]
fn fields_that_are_not_read_are_named_once_at_the_end() {
    let line = r#"{"id":1,"isee_value":"1.00","members":[{"sex":"f"},{"sex":"m"}],"isee":{"year":2026}}"#;
    let output = evaluate(format!("{line}\n{line}\n").as_bytes());
    assert!(output.status.success());
    let told = "soglia: fields that are not read: isee.year (2), isee_value (2), members[].sex (4)\n";
    assert_eq!(String::from_utf8(output.stderr).unwrap(), told);
}

#[test]
fn exit_codes_tell_good_input_bad_input_and_a_wrong_command() {
    assert_eq!(evaluate(b"").status.code(), Some(0));
    assert_eq!(evaluate(b"\n\n  \r\n").stdout, b"");
    let bad = evaluate(b"{}\nx\n\n{}");
    assert_eq!(bad.status.code(), Some(1));
    assert_eq!(objects(&bad).len(), 3);
    assert_eq!(
        String::from_utf8(bad.stderr).unwrap(),
        "soglia: 1 of 3 lines could not be evaluated\n"
    );
    for arguments in [
        &["evaluate", "--as-of", "2026-02-30"][..],
        &["evaluate", "--as-of"],
        &["evaluate", "--quick"],
        &["evaluate", "file"],
    ] {
        let output = soglia(arguments, b"{}\n");
        assert_eq!((output.status.code(), &*output.stdout), (Some(2), &b""[..]));
    }
}
