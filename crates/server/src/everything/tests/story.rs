// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the log and refused changes tell.
use super::{LEFT_OUT, copy, escaped, gathered, is_of_household, page, records, stored, texts, words};
use serde_json::{Value, json};
use soglia_domain::{
    record::{Key, LogPosition},
    samples,
};
use soglia_ledger::store::{LogEntry, NotTaken};
use soglia_sync::change::Answer;
use soglia_wording::Language;

fn line(position: u64, action: &Value, edits: &Value) -> LogEntry {
    LogEntry {
        position: LogPosition(position),
        change: String::new(),
        device: String::new(),
        counter: position,
        author: samples::PERSON.to_string(),
        by_name: samples::BY_NAME.to_owned(),
        role: "\"social_worker\"".to_owned(),
        at: json!(samples::AT).to_string(),
        received_ms: samples::AT.ms,
        action: action.to_string(),
        seen: "[]".to_owned(),
        edits: edits.to_string(),
        answer: String::new(),
        salt: String::new(),
        digest: String::new(),
    }
}

/// Also of what no record says any more.
#[test]
fn every_text_that_was_ever_written_or_refused_stands_in_the_story() {
    let household = records().remove(0);
    let root: Key = household.key();
    let mut empty = gathered(vec![stored(household)]);
    let mut expected: Vec<String> = Vec::new();
    let mut expect = |value: &Value| {
        let mut found = Vec::new();
        texts("", value, &mut found);
        let found = found.into_iter().filter(|(field, text)| {
            !LEFT_OUT.contains(field) && samples::PERSONAL.iter().any(|personal| text.contains(personal))
        });
        expected.extend(found.map(|(_, text)| text.to_owned()));
    };
    let mut position = 100;
    for edit in samples::edits()
        .iter()
        .filter(|edit| is_of_household(edit.record.kind.as_str()))
    {
        let op = json!(edit.op);
        expect(&op);
        position += 1;
        let edits = json!([{ "record": root, "op": op }]);
        empty
            .lines
            .insert(LogPosition(position), line(position, &json!({}), &edits));
    }
    for action in samples::actions()
        .iter()
        .filter(|action| is_of_household(action.on.kind.as_str()))
    {
        let mut done = json!(action);
        expect(&done["verb"]);
        position += 1;
        done["on"] = json!(root);
        empty
            .lines
            .insert(LogPosition(position), line(position, &done, &json!([])));
        let refusal = samples::refusals().remove(0);
        empty.not_taken.push(NotTaken {
            change: position.to_string(),
            author: String::new(),
            received_ms: 0,
            text: done.to_string(),
            why: json!(Answer::Refused { refusal }).to_string(),
            is_aside: false,
        });
    }
    let copy = copy(&empty, Language::Italian);
    let html = page(&copy);
    for section in copy
        .sections
        .iter()
        .filter(|section| ["history", "refused"].contains(&section.key.as_str()))
    {
        let mut all = String::new();
        section
            .entries
            .iter()
            .for_each(|entry| words(&entry.said, &mut all));
        if section.key == "refused" {
            assert_eq!(section.entries.len(), empty.not_taken.len());
            continue;
        }
        // What the household says now stands above, and not a second time.
        let standing = &copy
            .sections
            .iter()
            .find(|section| section.key == "household")
            .unwrap()
            .entries[0]
            .said;
        words(standing, &mut all);
        for text in &expected {
            assert!(all.contains(text.as_str()), "{text}");
            assert!(html.contains(&escaped(text)), "{text}");
        }
    }
}
