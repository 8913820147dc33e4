// SPDX-License-Identifier: AGPL-3.0-or-later
//! A verdict, and the findings that it is made of.
use crate::{
    finding::{Finding, Outcome, Questions, Requirement, Value},
    household::HouseholdQuestion,
    rulebook::ParameterName,
};
use serde::Serialize;

/// The verdict on one question with the conditions it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// All conditions together.
    pub outcome: Outcome,
    /// Each condition.
    pub findings: Vec<Finding>,
}

impl Verdict {
    /// The verdict that follows from its conditions.
    pub(super) fn of(findings: Vec<Finding>) -> Self {
        Self {
            outcome: Outcome::all(findings.iter().map(|finding| finding.outcome)),
            findings,
        }
    }

    /// The questions asked by the conditions that are still unknown.
    pub(super) fn asks(&self) -> impl Iterator<Item = &HouseholdQuestion> {
        self.findings
            .iter()
            .filter(|finding| finding.outcome == Outcome::Unknown)
            .flat_map(|finding| &finding.ask)
    }
}

/// A condition answered by one yes or no: `good` is the answer that meets it.
pub(super) fn yes_no(
    requirement: Requirement,
    question: HouseholdQuestion,
    known: Option<bool>,
    good: bool,
    parameter: Option<ParameterName>,
) -> Finding {
    let outcome = known.map_or(Outcome::Unknown, |yes| Outcome::of(yes == good));
    Finding {
        observed: known.map(Value::YesNo),
        parameter,
        ask: if known.is_none() {
            Questions::one(question)
        } else {
            Questions::NONE
        },
        ..open(requirement, outcome)
    }
}

/// A finding with nothing but its answer.
pub(super) const fn open(requirement: Requirement, outcome: Outcome) -> Finding {
    Finding {
        requirement,
        outcome,
        observed: None,
        threshold: None,
        parameter: None,
        doubt: None,
        to_change: None,
        ask: Questions::NONE,
    }
}
