// SPDX-License-Identifier: AGPL-3.0-or-later
//! What to ask next: the questions that settle most, first.
use super::{Eligibility, Situation, Verdict, VerdictKind, outcomes};
use crate::{finding::Outcome, household::HouseholdQuestion, rulebook::Rules};

/// The questions that are still worth asking, best first: by the number of open verdicts that the best answer to each
/// would settle, then by how many open verdicts wait for it, then in the order of the form. Nothing is asked for a
/// verdict that is decided, and nothing that matters only after another answer.
pub fn ask_next(situation: &Situation, eligibility: &Eligibility, rules: &Rules) -> Vec<HouseholdQuestion> {
    let open: Vec<&Verdict> = VerdictKind::ALL
        .map(|kind| eligibility.verdict(kind))
        .into_iter()
        .filter(|verdict| verdict.outcome == Outcome::Unknown)
        .collect();
    let n_waiting = |question: HouseholdQuestion| {
        let asks = |verdict: &&&Verdict| verdict.asks().any(|asked| *asked == question);
        open.iter().filter(asks).count()
    };
    // A rank holds both numbers, the more important one in front; at most three verdicts are open.
    let ranked: Vec<(usize, HouseholdQuestion)> = HouseholdQuestion::ALL
        .iter()
        .map(|question| (n_waiting(*question), *question))
        .filter(|(n_waiting, _)| *n_waiting > 0)
        .map(|(n_waiting, question)| (4 * n_settled(situation, question, rules) + n_waiting, question))
        .collect();
    (1..=15)
        .rev()
        .flat_map(|rank| ranked.iter().filter(move |(found, _)| *found == rank))
        .map(|(_, question)| *question)
        .collect()
}

/// How many verdicts that are open now the best answer to a question decides.
pub fn n_settled(situation: &Situation, question: HouseholdQuestion, rules: &Rules) -> usize {
    let n_open = |situation: &Situation| {
        let open = |outcome: &&Outcome| **outcome == Outcome::Unknown;
        outcomes(situation, rules).iter().filter(open).count()
    };
    let now = n_open(situation);
    let supposed = situation.supposing(question, rules);
    supposed
        .iter()
        .flatten()
        .map(|supposed| now.saturating_sub(n_open(supposed)))
        .max()
        .unwrap_or_default()
}
