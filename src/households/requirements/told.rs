// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the facts of the open household say so far.
use crate::households::case::Case;
use soglia_domain::{
    eligibility::{
        Eligibility, Situation, Suggestion, VerdictKind, ask_next, eligibility, n_settled, suggestion,
    },
    household::HouseholdQuestion,
};

/// What the facts say so far, and what follows from it.
#[derive(Clone, PartialEq)]
pub(super) struct Told {
    pub(super) eligibility: Eligibility,
    /// What to ask next, best first.
    pub(super) ask: Vec<HouseholdQuestion>,
    /// How many verdicts the first answer may decide.
    pub(super) n_settled: usize,
    pub(super) suggestion: Suggestion,
}

impl Told {
    pub(super) fn of(case: Case) -> Option<Self> {
        let rules = case.state.rules();
        case.read(|household| {
            let situation = Situation::of(household, &rules);
            let eligibility = eligibility(&situation, &rules);
            let outcomes = VerdictKind::ALL.map(|kind| eligibility.verdict(kind).outcome);
            let ask = ask_next(&situation, &eligibility, &rules);
            Some(Self {
                n_settled: ask
                    .first()
                    .map_or(0, |question| n_settled(&situation, *question, &rules)),
                suggestion: suggestion(&situation, outcomes, &rules),
                ask,
                eligibility,
            })
        })
    }
}
