// SPDX-License-Identifier: AGPL-3.0-or-later
//! Nothing that stands in a record of a household is left out of its copy, whatever room it is of.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod story;

use super::{Everything, Making, Said, compose, gather::Gathered, names::Names, page, walk::Walk};
use serde_json::{Value, json};
use soglia_domain::{
    author::Role,
    record::{LogPosition, Stored, beginning},
    rooms::{KINDS, Record},
    samples,
};
use soglia_wording::{Body, Language};
use std::collections::{BTreeMap, BTreeSet};

/// The rooms of which no record is about a household. A new one that is not named here is about one, and is asked for below.
const OF_NO_HOUSEHOLD: [&str; 4] = ["dwelling", "city_rules", "funding_source", "commitment"];

fn is_of_household(kind: &str) -> bool {
    !OF_NO_HOUSEHOLD.contains(&kind)
}

/// What protects a link is left out.
const LEFT_OUT: [&str; 2] = ["token_hash", "pin_hash"];

/// Every text of a value, with the name of the field that holds it.
fn texts<'a>(field: &'a str, value: &'a Value, found: &mut Vec<(&'a str, &'a str)>) {
    match value {
        Value::String(text) => found.push((field, text)),
        Value::Array(items) => items.iter().for_each(|item| texts(field, item, found)),
        Value::Object(map) => map.iter().for_each(|(field, value)| texts(field, value, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Puts another text in the place of every text of a record that may be any: each one once, and none that is harmless in a page.
fn planted(record: &Record, marks: &mut Vec<String>) -> Record {
    let mut content = serde_json::to_value(record).unwrap();
    let mut paths = Vec::new();
    pointers(&content, String::new(), &mut paths);
    for path in paths {
        let before = content.pointer(&path).unwrap().clone();
        let field = path.rsplit('/').next().unwrap().to_owned();
        let mark = format!("<b>Ξ{field}{}&\"'</b>", marks.len());
        *content.pointer_mut(&path).unwrap() = json!(mark);
        let read: Option<Record> = serde_json::from_value(content.clone()).ok();
        // What reads as something else is one of several, a day, an amount.
        let stays = read.is_some_and(|read| serde_json::to_value(read).unwrap() == content);
        if stays && !LEFT_OUT.contains(&field.as_str()) {
            marks.push(mark);
        } else {
            *content.pointer_mut(&path).unwrap() = before;
        }
    }
    serde_json::from_value(content).unwrap()
}

fn pointers(value: &Value, path: String, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(path),
        Value::Array(items) => {
            let items = items.iter().enumerate();
            items.for_each(|(n, item)| pointers(item, format!("{path}/{n}"), found));
        }
        Value::Object(map) => {
            map.iter()
                .for_each(|(field, value)| pointers(value, format!("{path}/{field}"), found));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The records of the samples that are of a household, the household first.
fn records() -> Vec<Record> {
    let all = samples::records()
        .into_iter()
        .chain(samples::shown().into_iter().map(|(_, record)| record));
    let mut records: Vec<Record> = all
        .filter(|record| is_of_household(record.key().kind.as_str()))
        .collect();
    records.sort_by_key(|record| record.key().kind.as_str() != "household");
    records
}

fn stored(record: Record) -> Stored {
    beginning(record, LogPosition(7))
}

fn gathered(records: Vec<Stored>) -> Gathered {
    Gathered {
        records,
        lines: BTreeMap::new(),
        not_taken: Vec::new(),
        audited: Vec::new(),
        views: BTreeMap::new(),
        related: Vec::new(),
        images: BTreeMap::new(),
        names: Names::default(),
        writers: BTreeMap::new(),
    }
}

fn copy(gathered: &Gathered, language: Language) -> Everything {
    let author = samples::author(Role::SocialWorker);
    compose(
        gathered,
        &Making {
            author: &author,
            now_ms: samples::AT.ms,
            body: &Body::default(),
            language,
        },
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

/// All values in words, one below the other.
fn words(said: &[Said], all: &mut String) {
    for one in said {
        all.push_str(&one.value);
        all.push('\n');
        words(&one.parts, all);
    }
}

#[test]
fn every_text_of_every_room_stands_in_both_forms() {
    let mut marks = Vec::new();
    let records: Vec<Stored> = records()
        .iter()
        .map(|record| stored(planted(record, &mut marks)))
        .collect();
    let kinds: BTreeSet<&str> = records
        .iter()
        .map(|stored| stored.key.kind.as_str())
        .map(leaked)
        .collect();
    let expected: BTreeSet<&str> = KINDS
        .iter()
        .map(|kind| leaked(kind.as_str()))
        .filter(|kind| is_of_household(kind))
        .collect();
    assert_eq!(kinds, expected);
    assert!(marks.len() > 120, "{}", marks.len());
    for language in [Language::Italian, Language::English] {
        let copy = copy(&gathered(records.clone()), language);
        let json = serde_json::to_value(&copy).unwrap();
        let mut told = Vec::new();
        texts("", &json, &mut told);
        let html = page(&copy);
        for mark in &marks {
            assert!(
                told.iter().any(|(_, text)| text.contains(mark.as_str())),
                "{mark}"
            );
            assert!(html.contains(&escaped(mark)), "{mark}");
        }
        assert!(!html.contains("<b>"), "a text became an element");
    }
}

/// A kind is a value that borrows nothing that lasts.
fn leaked(kind: &str) -> &'static str {
    let known = KINDS
        .iter()
        .map(|known| known.as_str())
        .find(|known| *known == kind);
    known.unwrap_or("none")
}

#[test]
fn every_value_stands_as_programs_read_it() {
    for record in records() {
        let content = serde_json::to_value(&record).unwrap();
        let mut expected = Vec::new();
        texts("", &content, &mut expected);
        let copy = copy(&gathered(vec![stored(record)]), Language::Italian);
        let json = serde_json::to_string(&copy).unwrap();
        for (field, text) in expected {
            let is_there = json.contains(&json!(text).to_string());
            assert_eq!(is_there, !LEFT_OUT.contains(&field), "{field}: {text}");
        }
    }
}

/// The names of fields for which nobody has words.
fn unnamed(said: &[Said], found: &mut BTreeSet<String>) {
    for one in said {
        if !one.is_named || matches!(one.name.as_str(), "" | "Un dato" | "A field") {
            found.insert(one.field.clone());
        }
        unnamed(&one.parts, found);
    }
}

#[test]
fn every_field_of_every_room_has_words() {
    let mut missing = BTreeMap::new();
    let names = Names::default();
    for language in [Language::Italian, Language::English] {
        let walk = Walk {
            language,
            names: &names,
            gathered: None,
        };
        let mut ask = |kind: &str, said: &[Said]| {
            if is_of_household(kind) {
                unnamed(said, missing.entry(kind.to_owned()).or_insert_with(BTreeSet::new));
            }
        };
        for record in records() {
            let content = serde_json::to_value(&record).unwrap();
            ask(record.key().kind.as_str(), &walk.record(record.key(), &content));
        }
        for edit in samples::edits() {
            let op = serde_json::to_value(&edit.op).unwrap();
            ask(edit.record.kind.as_str(), &walk.done(&op));
        }
        for action in samples::actions() {
            let verb = serde_json::to_value(&action.verb).unwrap();
            ask(action.on.kind.as_str(), &walk.done(&verb));
        }
    }
    missing.retain(|_, fields| !fields.is_empty());
    assert!(
        missing.is_empty(),
        "words are missing in crates/wording/src/held: {missing:#?}"
    );
}
