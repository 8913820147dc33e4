// SPDX-License-Identifier: AGPL-3.0-or-later
//! The data behind chart and table: computed once, so that both say the same.
use soglia_domain::{
    assessment::{Levels, NeedDomain},
    calendar::Day,
    plan::{GoalOutcome, Plan, PlanState},
};

/// How a household went while a plan was made and carried out.
#[derive(Clone, PartialEq)]
pub(super) struct Course {
    /// The days of the assessments, the oldest first.
    pub(super) days: Vec<Day>,
    /// First and last day of the charts.
    pub(super) from: Day,
    pub(super) to: Day,
    /// The day of the first signature: from then on the plan holds.
    pub(super) signed: Option<Day>,
    pub(super) domains: Vec<OfDomain>,
}

/// One domain.
#[derive(Clone, PartialEq)]
pub(super) struct OfDomain {
    pub(super) domain: NeedDomain,
    /// The level on each of the days; none where it was not known.
    pub(super) levels: Vec<Option<u8>>,
    pub(super) n_goals: usize,
    pub(super) n_reached: usize,
}

/// What is drawn of a plan: levels with their days, the oldest first.
pub(super) fn courses(plan: &Plan, levels: Vec<(Day, Levels)>, today: Day) -> Course {
    let days: Vec<Day> = levels.iter().map(|(day, _)| *day).collect();
    let last = match plan.state {
        PlanState::Ended { day, .. } => day,
        PlanState::Draft | PlanState::Signed { .. } => today,
    };
    let from = days.first().map_or(plan.begun, |first| plan.begun.min(*first));
    let to = days.last().map_or(last, |newest| last.max(*newest));
    let domains = NeedDomain::ALL.into_iter().map(|domain| {
        let goals = plan
            .goals
            .iter()
            .filter(|goal| goal.facts.domain.known() == Some(&domain));
        let outcomes: Vec<GoalOutcome> = goals.map(soglia_domain::plan::Goal::outcome).collect();
        OfDomain {
            domain,
            levels: levels.iter().map(|(_, levels)| levels[domain as usize]).collect(),
            n_goals: outcomes.len(),
            n_reached: outcomes
                .iter()
                .filter(|outcome| **outcome == GoalOutcome::Reached)
                .count(),
        }
    });
    Course {
        from,
        to,
        signed: plan.signatures.first().map(|signature| signature.day),
        domains: domains.collect(),
        days,
    }
}

impl OfDomain {
    /// The levels that are known, each with its day.
    pub(super) fn known(&self, days: &[Day]) -> Vec<(Day, u8)> {
        let levels = days.iter().zip(&self.levels);
        levels
            .filter_map(|(day, level)| Some((*day, (*level)?)))
            .collect()
    }
}
