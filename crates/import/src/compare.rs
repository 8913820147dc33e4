// SPDX-License-Identifier: AGPL-3.0-or-later
//! Laying a list beside what is known.
mod text;

use crate::{
    fold::fold,
    key,
    prepare::{DwellingRow, Prepared, RowOutcome},
    report::{Entry, FieldChange, Outcome, Report},
    wording,
};
use soglia_domain::dwelling::Verb as DwellingVerb;
use soglia_domain::{
    action::Action,
    answer::Answer,
    dwelling::{Dwelling, DwellingAnswer, DwellingQuestion as Question},
    id::DwellingId,
};
use std::collections::HashSet;
use text::answer_text;
pub(crate) use text::size_text;

/// What people find out on site. A list fills these in where nobody answered, and never writes over an answer.
const KNOWN_BETTER_ON_SITE: [Question; 6] = [
    Question::UsableArea,
    Question::CadastralArea,
    Question::HabitableRooms,
    Question::Floor,
    Question::EnergyClass,
    Question::Note,
];

/// Lays a list beside what is known: the actions to take, one for each dwelling that is new or about which the list says
/// something new, and the report.
///
/// `existing` gives a known dwelling; `is_code_taken` tells whether some dwelling bears a code. A dwelling about which
/// nothing but the source row differs is unchanged.
pub fn compare(
    existing: &dyn Fn(DwellingId) -> Option<Dwelling>,
    is_code_taken: &dyn Fn(&str) -> bool,
    prepared: &Prepared,
) -> (Vec<Action>, Report) {
    let mut report = Report::new(&prepared.list, prepared.origin, &prepared.edition);
    let mut actions = Vec::new();
    let mut claimed: HashSet<DwellingId> = prepared.outcomes.iter().filter_map(id_of).collect();
    let mut codes: HashSet<String> = HashSet::new();
    for outcome in &prepared.outcomes {
        match outcome {
            RowOutcome::Dwelling(row) => match find(row, existing, &mut claimed) {
                Some(known) => {
                    let (action, entry) = update(&known, row, prepared);
                    for remark in &row.remarks {
                        report.remark(row.line, &known.code, remark);
                    }
                    actions.extend(action);
                    report.push(entry);
                }
                None => {
                    let is_taken = |code: &str| codes.contains(code) || is_code_taken(code);
                    let code = if is_taken(&row.code) {
                        key::free_code(prepared.origin, &row.row_number, row.id, &is_taken)
                    } else {
                        row.code.clone()
                    };
                    codes.insert(code.clone());
                    for remark in &row.remarks {
                        report.remark(row.line, &code, remark);
                    }
                    actions.push(import(row, row.id, code, prepared, row.listed.clone()));
                    report.count_created();
                }
            },
            RowOutcome::NotADwelling {
                line, kind, reason, ..
            } => {
                let sentence = wording::not_dwelling(*line, *reason, kind);
                report.push(entry(*line, Outcome::NotDwelling, reason.code(), sentence));
            }
            RowOutcome::Unreadable { line, reason, text } => {
                let sentence = wording::unread(*line, reason);
                let entry = entry(*line, Outcome::Unreadable, reason.code(), sentence);
                report.push(Entry {
                    text: Some(text.clone()),
                    ..entry
                });
            }
        }
    }
    (actions, report)
}

fn id_of(outcome: &RowOutcome) -> Option<DwellingId> {
    match outcome {
        RowOutcome::Dwelling(row) => Some(row.id),
        _ => None,
    }
}

/// The dwelling that a row speaks of. Where the row has a double in one edition and none in the other, its key differs;
/// it is the same dwelling when the address is the same and no other row speaks of it.
fn find(
    row: &DwellingRow,
    existing: &dyn Fn(DwellingId) -> Option<Dwelling>,
    claimed: &mut HashSet<DwellingId>,
) -> Option<Dwelling> {
    if let Some(known) = existing(row.id) {
        return Some(known);
    }
    let known = row
        .others
        .iter()
        .filter(|other| !claimed.contains(other))
        .filter_map(|other| existing(*other))
        .find(|known| same_place(known, row))?;
    claimed.insert(known.id);
    Some(known)
}

fn same_place(known: &Dwelling, row: &DwellingRow) -> bool {
    let listed = row.listed.iter().find_map(|answer| match answer {
        DwellingAnswer::Address(Answer::Known(address)) => Some(address),
        _ => None,
    });
    known.facts.address.known().zip(listed).is_some_and(|(a, b)| {
        fold(&a.street) == fold(&b.street)
            && fold(&a.number) == fold(&b.number)
            && a.municipality == b.municipality
    })
}

/// What a list changes about a known dwelling.
fn update(known: &Dwelling, row: &DwellingRow, prepared: &Prepared) -> (Option<Action>, Entry) {
    let (mut answers, mut changes, mut kept) = (Vec::new(), Vec::new(), Vec::new());
    let gone = prepared
        .asked
        .iter()
        .filter(|question| row.listed.iter().all(|answer| answer.question() != **question))
        .filter(|question| known.facts.is_known(**question))
        .map(|question| unknown(*question));
    for answer in row.listed.iter().cloned().chain(gone.flatten()) {
        let question = answer.question();
        let before = known.facts.get(question);
        if before == answer || question == Question::Source {
            continue;
        }
        let change = FieldChange {
            field: question.key().to_owned(),
            before: answer_text(&before),
            after: answer_text(&answer),
        };
        if KNOWN_BETTER_ON_SITE.contains(&question) && known.facts.is_known(question) {
            // A note is not a reading of the list; what people wrote there contradicts nothing.
            if question != Question::Note {
                kept.push(change);
            }
        } else {
            changes.push(change);
            answers.push(answer);
        }
    }
    let outcome = if changes.is_empty() {
        Outcome::Unchanged
    } else {
        Outcome::Updated
    };
    let sentence = wording::known(row.line, &known.code, changes.len(), kept.len());
    let reason = match outcome {
        Outcome::Updated => "updated",
        _ if !kept.is_empty() => "kept_as_found_on_site",
        _ => "unchanged",
    };
    let entry = Entry {
        dwelling: Some(known.id),
        code: Some(known.code.clone()),
        changes,
        kept,
        ..entry(row.line, outcome, reason, sentence)
    };
    let action = (outcome == Outcome::Updated).then(|| {
        answers.extend(
            row.listed
                .iter()
                .filter(|answer| answer.question() == Question::Source)
                .cloned(),
        );
        import(row, known.id, known.code.clone(), prepared, answers)
    });
    (action, entry)
}

/// The answer "not known" to one of the questions that only lists answer.
fn unknown(question: Question) -> Option<DwellingAnswer> {
    Some(match question {
        Question::ListedKind => DwellingAnswer::ListedKind(Answer::NotKnownYet),
        Question::ListedSize => DwellingAnswer::ListedSize(Answer::NotKnownYet),
        Question::ListedUse => DwellingAnswer::ListedUse(Answer::NotKnownYet),
        Question::ListedContract => DwellingAnswer::ListedContract(Answer::NotKnownYet),
        _ => return None,
    })
}

fn import(
    row: &DwellingRow,
    dwelling: DwellingId,
    code: String,
    prepared: &Prepared,
    listed: Vec<DwellingAnswer>,
) -> Action {
    Action::on(
        dwelling,
        DwellingVerb::Import {
            code,
            origin: prepared.origin,
            state: row.state.clone(),
            listed,
            demonstration: false,
        },
    )
}

fn entry(line: u32, outcome: Outcome, reason: &str, sentence: wording::Sentence) -> Entry {
    Entry {
        line,
        outcome,
        reason: reason.to_owned(),
        sentence,
        dwelling: None,
        code: None,
        changes: Vec::new(),
        kept: Vec::new(),
        text: None,
    }
}
