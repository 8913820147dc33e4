// SPDX-License-Identifier: AGPL-3.0-or-later
//! One value for everything about a commitment.
use super::{Commitment, CommitmentState, Refusal, Verb};
use crate::{
    context::Known,
    funding_source::samples::LAST,
    samples::{AT, BY_NAME, COMMITMENT, DWELLING, PERSON, SOURCE, broken},
};
use soglia_kernel::{
    edit::Edit,
    every,
    money::Money,
    samples::{Pieces, choosings},
};

/// A commitment with everything filled in.
pub fn record() -> Commitment {
    Commitment {
        id: COMMITMENT,
        source: SOURCE,
        amount: Money::from_euro(40_000),
        purpose: "bagno accessibile per Ionescu".to_owned(),
        dwelling: Some(DWELLING),
        state: CommitmentState::Committed,
        by: PERSON,
        by_name: BY_NAME.to_owned(),
        at: AT,
    }
}

fn released() -> CommitmentState {
    CommitmentState::Released {
        reason: "Ionescu ha rinunciato".to_owned(),
    }
}

/// Every verb.
pub fn verbs() -> Vec<Verb> {
    let mut choices = choosings("state").into_iter().map(Verb::Resolve);
    let choice = choices.next();
    let mut verbs = every!(Verb {
        Resolve => choice.expect("there are choices"),
        Commit => Verb::Commit {
            source: SOURCE,
            amount: Money::from_euro(40_000),
            purpose: "bagno accessibile per Ionescu".to_owned(),
            dwelling: Some(DWELLING),
        },
        Release => Verb::Release { reason: "Ionescu ha rinunciato".to_owned() },
    });
    verbs.extend(choices);
    verbs
}

/// Every edit.
pub fn edits() -> Vec<Edit<Commitment>> {
    soglia_kernel::samples::edits(Pieces {
        record: record(),
        facts: Vec::new(),
        part_facts: Vec::new(),
        parts: Vec::new(),
        states: every!(CommitmentState {
            Committed => CommitmentState::Committed,
            Released => released(),
        }),
    })
}

/// Every refusal.
pub fn refusals() -> Vec<Refusal> {
    every!(Refusal {
        Unknown => Refusal::Unknown,
        BeyondSource => Refusal::BeyondSource { left: Money::from_euro(12_000) },
        Nothing => Refusal::Nothing,
        PastDeadline => Refusal::PastDeadline { last: LAST },
        Released => Refusal::Released,
    })
}

/// All of them are seen alike.
pub fn shown() -> Vec<(&'static str, Commitment)> {
    vec![("any", record())]
}

/// What does not hold about a commitment; the sum is checked with its source.
pub fn invariants(commitment: &Commitment, _: &Known) -> Vec<&'static str> {
    broken(&[
        (
            commitment.amount > Money::ZERO,
            "a commitment sets something aside",
        ),
        (
            !commitment.purpose.trim().is_empty(),
            "a commitment says what for",
        ),
    ])
}
