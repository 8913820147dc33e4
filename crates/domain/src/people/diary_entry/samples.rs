// SPDX-License-Identifier: AGPL-3.0-or-later
//! One value for everything about an entry of the diary.
use super::{Circle, DiaryEntry, EntryTopic, LONGEST_ENTRY, Refusal, Verb};
use crate::{
    context::Known,
    samples::{AT, BY_NAME, ENTRY, HOUSEHOLD, OTHER_ENTRY, PERSON, TODAY, broken},
};
use soglia_kernel::{
    author::Role,
    edit::Edit,
    every,
    key::Identity,
    samples::{Pieces, choosings},
};

/// What the household of the samples would rather keep to itself.
const TEXT: &str = "Ionescu teme di perdere il lavoro.";

/// An entry with everything filled in.
pub fn record() -> DiaryEntry {
    DiaryEntry {
        id: ENTRY,
        household: HOUSEHOLD,
        day: TODAY,
        topic: EntryTopic::Call,
        text: TEXT.to_owned(),
        circle: Circle::Partners,
        corrects: Some(OTHER_ENTRY),
        by: PERSON,
        by_name: BY_NAME.to_owned(),
        role: Role::SocialWorker,
        at: AT,
    }
}

/// Every verb.
pub fn verbs() -> Vec<Verb> {
    let mut choices = choosings("created").into_iter().map(Verb::Resolve);
    let choice = choices.next();
    let mut verbs = every!(Verb {
        Resolve => choice.expect("there are choices"),
        Write => Verb::Write {
            household: HOUSEHOLD,
            day: TODAY,
            topic: EntryTopic::Meeting,
            text: TEXT.to_owned(),
            circle: Circle::Team,
        },
        Correct => Verb::Correct {
            household: HOUSEHOLD,
            corrects: OTHER_ENTRY,
            text: TEXT.to_owned(),
        },
    });
    verbs.extend(choices);
    verbs
}

/// Every edit: an entry only begins.
pub fn edits() -> Vec<Edit<DiaryEntry>> {
    soglia_kernel::samples::edits(Pieces {
        record: record(),
        facts: Vec::new(),
        part_facts: Vec::new(),
        parts: Vec::new(),
        states: Vec::new(),
    })
}

/// Every refusal.
pub fn refusals() -> Vec<Refusal> {
    every!(Refusal {
        Unknown => Refusal::Unknown,
        Empty => Refusal::Empty,
        OfAnotherCase => Refusal::OfAnotherCase,
        CorrectionNarrower => Refusal::CorrectionNarrower,
        CircleNotYours => Refusal::CircleNotYours,
    })
}

/// Entries that differ in who sees them.
pub fn shown() -> Vec<(&'static str, DiaryEntry)> {
    let of = |role, circle| DiaryEntry {
        role,
        circle,
        ..record()
    };
    vec![
        (
            "of a social worker, for the department",
            of(Role::SocialWorker, Circle::Department),
        ),
        (
            "of a housing officer, for the department",
            of(Role::HousingOfficer, Circle::Department),
        ),
        ("for the team", of(Role::SocialWorker, Circle::Team)),
        ("for partners too", of(Role::SocialWorker, Circle::Partners)),
        ("of a partner", of(Role::ManagingPartner, Circle::Partners)),
    ]
}

/// What does not hold about an entry.
pub fn invariants(entry: &DiaryEntry, known: &Known) -> Vec<&'static str> {
    let corrected: Option<&DiaryEntry> = entry.corrects.and_then(|id| known.content(id.key()));
    let n_letters = entry.text.chars().count();
    broken(&[
        (
            !entry.text.trim().is_empty() && n_letters <= LONGEST_ENTRY as usize,
            "an entry has words, and not too many",
        ),
        (
            corrected.is_none_or(|corrected| {
                corrected.household == entry.household && corrected.circle == entry.circle
            }),
            "a correction is read by who read what it corrects",
        ),
        (
            entry.role != Role::ManagingPartner || entry.circle == Circle::Partners,
            "what a partner writes it can read",
        ),
    ])
}
