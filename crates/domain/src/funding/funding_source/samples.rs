// SPDX-License-Identifier: AGPL-3.0-or-later
//! One value for everything about a funding source.
use super::{FundingAnswer, FundingFacts, FundingSource, Refusal, SourceKind, SourceState, Verb};
use crate::{
    commitment::{Commitment, CommitmentState},
    context::Known,
    samples::{AT, PERSON, SOURCE, broken},
};
use soglia_kernel::{
    answer::Answer,
    calendar::Day,
    edit::Edit,
    every,
    key::Identity,
    money::Money,
    samples::{Pieces, choosings},
};

/// How much there is.
pub const AMOUNT: Money = Money::from_euro(2_000_000);

/// The last day on which it can be committed.
pub const LAST: Day = Day::constant(2026, 12, 31);

/// A source with everything filled in.
pub fn record() -> FundingSource {
    let mut known = FundingFacts::default();
    for fact in facts() {
        known.set(fact);
    }
    FundingSource {
        id: SOURCE,
        kind: SourceKind::Grant,
        state: SourceState::Open,
        facts: known,
        demonstration: true,
        by: PERSON,
        at: AT,
    }
}

/// One answer to every question.
pub fn facts() -> Vec<FundingAnswer> {
    use Answer::Known as K;
    use FundingAnswer as A;
    every!(FundingAnswer {
        Name => A::Name(K("Lascito Ionescu".to_owned())),
        Amount => A::Amount(K(AMOUNT)),
        CommittedBy => A::CommittedBy(K(LAST)),
        Act => A::Act(K("testamento di Ionescu, 12 gennaio 2026".to_owned())),
        Note => A::Note(K("sentire gli eredi Ionescu".to_owned())),
    })
}

fn closed() -> SourceState {
    SourceState::Closed {
        reason: "gli eredi Ionescu si oppongono".to_owned(),
    }
}

/// Every verb, and every fact said once.
pub fn verbs() -> Vec<Verb> {
    let mut said = facts().into_iter().map(Verb::Say);
    let mut choices = choosings("note").into_iter().map(Verb::Resolve);
    let (first, choice) = (said.next(), choices.next());
    let mut verbs = every!(Verb {
        Say => first.expect("there are facts"),
        Resolve => choice.expect("there are choices"),
        Open => Verb::Open {
            name: "Lascito Ionescu".to_owned(),
            kind: SourceKind::CoFunding,
            amount: AMOUNT,
            committed_by: Some(LAST),
        },
        Close => Verb::Close { reason: "gli eredi Ionescu si oppongono".to_owned() },
    });
    verbs.extend(said);
    verbs.extend(choices);
    verbs
}

/// Every edit.
pub fn edits() -> Vec<Edit<FundingSource>> {
    soglia_kernel::samples::edits(Pieces {
        record: record(),
        facts: facts(),
        part_facts: Vec::new(),
        parts: Vec::new(),
        states: every!(SourceState {
            Open => SourceState::Open,
            Closed => closed(),
        }),
    })
}

/// Every refusal.
pub fn refusals() -> Vec<Refusal> {
    every!(Refusal {
        Unknown => Refusal::Unknown,
        BelowCommitments => Refusal::BelowCommitments { committed: Money::from_euro(40_000) },
        Closed => Refusal::Closed,
    })
}

/// All of them are seen alike.
pub fn shown() -> Vec<(&'static str, FundingSource)> {
    vec![("any", record())]
}

/// What does not hold about a source.
pub fn invariants(source: &FundingSource, known: &Known) -> Vec<&'static str> {
    let of_source = known.of_root::<Commitment>(source.id.key());
    let counted = of_source.filter(|commitment| commitment.state == CommitmentState::Committed);
    let committed: i64 = counted.map(|commitment| commitment.amount.cents()).sum();
    broken(&[(
        committed <= source.amount().cents(),
        "what is committed of a source is never more than there is",
    )])
}
