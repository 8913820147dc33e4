// SPDX-License-Identifier: AGPL-3.0-or-later
//! Small sources of money, so that commitments come up against what is left.
use super::pool::Pool;
use crate::chance::Chance;
use soglia_domain::{
    action::Action,
    answer::Answer,
    calendar::Day,
    commitment,
    funding_source::{self, FundingAnswer, SourceKind},
    id::{CommitmentId, FundingSourceId},
    money::Money,
};

const MOST_SOURCES: usize = 2;

pub(super) fn deed(chance: &mut Chance, pool: &mut Pool) -> Action {
    if pool.sources.is_empty() || (pool.sources.len() < MOST_SOURCES && chance.happens(200)) {
        return open(chance, pool);
    }
    let source = chance.one_of(&pool.sources);
    match chance.below(20) {
        0..=3 if !pool.commitments.is_empty() => {
            let reason = "lavori annullati".to_owned();
            let verb = commitment::Verb::Release { reason };
            Action::on(chance.one_of(&pool.commitments), verb)
        }
        4 | 5 => {
            let amount = FundingAnswer::Amount(Answer::Known(amount(chance, 60)));
            Action::on(source, funding_source::Verb::Say(amount))
        }
        6 => {
            let note = FundingAnswer::Note(Answer::Known(format!("nota {}", chance.below(4))));
            Action::on(source, funding_source::Verb::Say(note))
        }
        7 if chance.happens(150) => {
            let reason = "esaurita".to_owned();
            Action::on(source, funding_source::Verb::Close { reason })
        }
        // The same source opened twice, with the same identity.
        8 if chance.happens(200) => Action::on(source, opening(chance)),
        _ => {
            let made = CommitmentId(chance.id());
            pool.commitments.push(made);
            let verb = commitment::Verb::Commit {
                source,
                amount: amount(chance, 10),
                purpose: "bagno accessibile".to_owned(),
                dwelling: chance.happens(300).then(|| chance.one_of(&pool.dwellings)),
            };
            Action::on(made, verb)
        }
    }
}

fn open(chance: &mut Chance, pool: &mut Pool) -> Action {
    let source = FundingSourceId(chance.id());
    pool.sources.push(source);
    Action::on(source, opening(chance))
}

fn opening(chance: &mut Chance) -> funding_source::Verb {
    funding_source::Verb::Open {
        name: "Fondo".to_owned(),
        kind: SourceKind::Grant,
        amount: amount(chance, 60),
        // Some end while the play goes on.
        committed_by: chance
            .happens(300)
            .then(|| Day::constant(2026, 10, 1 + chance.below(28) as i8)),
    }
}

fn amount(chance: &mut Chance, least: i64) -> Money {
    Money::from_euro(least + 10 * chance.below(5) as i64)
}
