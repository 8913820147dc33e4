// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the log tells, what did not come to stand, and what was set aside.
use super::{
    Entry, Said, Section,
    gather::{Gathered, author},
    pieces::section,
    scalar::moment,
    walk::Walk,
};
use serde_json::{Value, json};
use soglia_domain::{action::Action, record::Edit};
use soglia_ledger::{
    office::Office,
    store::{LogEntry, NotTaken},
};
use soglia_sync::change::Answer;
use soglia_wording::{self as wording, Held, held};
use std::collections::BTreeSet;

/// Each change of the log, the newest first.
pub(super) fn story(gathered: &Gathered, walk: &Walk<'_>) -> Section {
    let standing = standing(gathered, walk);
    let lines = gathered.lines.values().rev();
    Section {
        lead: held(Held::HistoryLead, walk.language),
        review: held(Held::ToReview, walk.language),
        entries: lines.map(|line| told(line, gathered, walk, &standing)).collect(),
        ..section("history", Held::History, walk.language)
    }
}

/// All that stands in the records now, so that what began with them is not told a second time.
fn standing(gathered: &Gathered, walk: &Walk<'_>) -> BTreeSet<String> {
    let mut marks = BTreeSet::new();
    for stored in &gathered.records {
        let content = serde_json::to_value(&stored.record).unwrap_or_default();
        mark(&walk.record(stored.key, &content), &mut marks);
    }
    marks
}

fn mark(said: &[Said], marks: &mut BTreeSet<String>) {
    for one in said {
        if !one.raw.is_null() {
            marks.insert(one.mark());
        }
        mark(&one.parts, marks);
    }
}

/// What is told there and nowhere else.
fn without(said: Vec<Said>, known: &BTreeSet<String>) -> Vec<Said> {
    let left = said.into_iter().filter_map(|mut one| {
        one.parts = without(one.parts, known);
        let is_told = one.raw.is_null() || known.contains(&one.mark());
        (!is_told || !one.parts.is_empty()).then_some(one)
    });
    left.collect()
}

fn told(line: &LogEntry, gathered: &Gathered, walk: &Walk<'_>, standing: &BTreeSet<String>) -> Entry {
    let action: Value = serde_json::from_str(&line.action).unwrap_or_default();
    let is_ours = is_ours(&action, gathered);
    let mut said = if is_ours {
        walk.done(&action["verb"])
    } else {
        Vec::new()
    };
    let mut known = BTreeSet::new();
    mark(&said, &mut known);
    let edits: Vec<Value> = serde_json::from_str(&line.edits).unwrap_or_default();
    for edit in &edits {
        // One change can write into the records of others.
        let Ok(Edit { record, op }) = serde_json::from_value(edit.clone()) else {
            continue;
        };
        if !gathered.holds(record) {
            continue;
        }
        let wrote = without(walk.done(&edit["op"]), &known);
        let wrote = if op.begins() {
            without(wrote, standing)
        } else {
            wrote
        };
        if !wrote.is_empty() {
            said.push(Said {
                parts: wrote,
                ..Said::line(held(Held::Wrote, walk.language), "")
            });
        }
    }
    Entry {
        title: match line.office() {
            Some(Office::Archive { .. }) => held(Held::InArchive, walk.language).to_owned(),
            Some(Office::Reopen { .. }) => held(Held::OutOfArchive, walk.language).to_owned(),
            _ if is_ours => title(&action, walk),
            _ => held(Held::Elsewhere, walk.language).to_owned(),
        },
        by: author(line, walk.language),
        text: Vec::new(),
        said,
    }
}

/// Whether an action was done to one of these records.
fn is_ours(action: &Value, gathered: &Gathered) -> bool {
    let on = action["on"].as_str().and_then(|on| on.parse().ok());
    on.is_some_and(|on| gathered.holds(on))
}

/// What was done, in one line; its kind where it cannot be read.
fn title(action: &Value, walk: &Walk<'_>) -> String {
    let read: Result<Action, _> = serde_json::from_value(action.clone());
    read.map_or_else(
        |_| action["on"].as_str().unwrap_or_default().to_owned(),
        |action| wording::action(&action, walk.language),
    )
}

/// What was refused, or set aside.
pub(super) fn not_taken(gathered: &Gathered, walk: &Walk<'_>, aside: bool) -> Section {
    let (key, title) = if aside {
        ("set_aside", Held::Aside)
    } else {
        ("refused", Held::Refused)
    };
    let found = gathered.not_taken.iter().filter(|one| one.is_aside == aside);
    Section {
        review: held(Held::ToReview, walk.language),
        entries: found.map(|one| refused(one, gathered, walk)).collect(),
        ..section(key, title, walk.language)
    }
}

fn refused(one: &NotTaken, gathered: &Gathered, walk: &Walk<'_>) -> Entry {
    let language = walk.language;
    let text: Value = serde_json::from_str(&one.text).unwrap_or_default();
    // What was refused is an action, what was set aside a whole change.
    let action = if one.is_aside { &text["action"] } else { &text };
    let mut said = walk.done(&action["verb"]);
    if said.is_empty() && !one.text.is_empty() {
        said.push(Said {
            field: "text".to_owned(),
            raw: json!(one.text),
            ..Said::line(held(Held::AsideText, language), one.text.as_str())
        });
    }
    let why = match serde_json::from_str(&one.why) {
        Ok(Answer::Refused { refusal }) => wording::refusal(&refusal, language),
        Ok(
            Answer::Accepted { .. }
            | Answer::Merged { .. }
            | Answer::ToReview { .. }
            | Answer::Quarantined { .. },
        )
        | Err(_) => one.why.clone(),
    };
    said.push(Said::line(held(Held::RefusedWhy, language), why));
    let by = gathered.names.of(&one.author).unwrap_or(&one.author);
    Entry {
        title: title(action, walk),
        by: format!("{by}, {}", moment(one.received_ms, language)),
        text: Vec::new(),
        said,
    }
}
