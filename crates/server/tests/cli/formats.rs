// SPDX-License-Identifier: AGPL-3.0-or-later
//! The examples of docs/formats.md, run as they stand there.
use crate::{
    command::{objects, soglia},
    schema::assert_described,
};
use serde_json::{Value, json};

const FORMATS: &str = include_str!("../../../../docs/formats.md");

/// The examples in a section: what stands between fences of JSON Lines.
#[track_caller]
fn examples(section: &str) -> Vec<&'static str> {
    let heading = format!("\n## {section}\n");
    let start = FORMATS.find(&heading).unwrap() + heading.len();
    let rest = &FORMATS[start..];
    let section = &rest[..rest.find("\n## ").unwrap_or(rest.len())];
    let blocks = section.split("```jsonl\n").skip(1);
    blocks.map(|block| block.split("```").next().unwrap()).collect()
}

#[track_caller]
fn lines(example: &str) -> Vec<Value> {
    example
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// The answers of a command to an input, with rulebooks named by their day alone: their digits change with every
/// parameter that is added.
#[track_caller]
fn answers(arguments: &[&str], input: &str) -> Vec<Value> {
    without_digits(objects(&soglia(arguments, input.as_bytes())))
}

fn without_digits(mut answers: Vec<Value>) -> Vec<Value> {
    for answer in &mut answers {
        if let Some(rulebook) = answer.get_mut("rulebook") {
            let day = rulebook.as_str().unwrap().split('/').next().unwrap();
            *rulebook = json!(day);
        }
    }
    answers
}

#[test]
fn the_households_of_the_documentation_get_the_answers_that_stand_there() {
    let [input, brief, findings] = examples("Households")[..] else {
        panic!("an input, an output and some findings are documented");
    };
    let households = lines(input);
    assert_described("evaluate-input", &households[..2]);
    let arguments = ["evaluate", "--brief", "--as-of", "2026-11-22"];
    assert_described("evaluate-output", &lines(brief));
    assert_eq!(answers(&arguments, input), without_digits(lines(brief)));
    let full = answers(&["evaluate", "--as-of", "2026-11-22"], input);
    let shown = lines(findings);
    assert!(!shown.is_empty());
    for finding in shown {
        let found = full[0]["public_housing"]["findings"].as_array().unwrap();
        assert!(found.contains(&finding), "{finding} is not in {found:?}");
    }
}

#[test]
fn the_dwellings_of_the_documentation_get_the_answers_that_stand_there() {
    let [input, output] = examples("Dwellings")[..] else {
        panic!("an input and an output are documented");
    };
    assert_described("rent-input", &lines(input)[..2]);
    assert_described("rent-output", &lines(output));
    assert_eq!(
        answers(&["rent", "--as-of", "2026-11-22"], input),
        without_digits(lines(output))
    );
}

#[test]
fn the_certificate_of_the_documentation_holds() {
    let [input, certificate, verified] = examples("Certificates")[..] else {
        panic!("a dwelling, its certificate and what is said about it are documented");
    };
    assert_described("rent-output", &lines(certificate));
    let arguments = ["rent", "--certificates", "--as-of", "2026-11-22"];
    assert_eq!(answers(&arguments, input), lines(certificate));
    assert_eq!(answers(&["rent", "--verify"], certificate), lines(verified));
}
