// SPDX-License-Identifier: AGPL-3.0-or-later
//! The support plan of a household (PAI; the personalised project of D.Lgs. 147/2017, art. 6): what is aimed at, by which
//! goals, what the household signed, what became of it. Where the household stands in each domain say its assessments.
mod access;
mod check;
mod course;
pub mod decide;
mod due;
mod facts;
mod follow_up;
mod goal;
mod outcome;
mod plan_review;
mod refusal;
mod row;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
mod signature;
mod state;
#[cfg(test)]
mod tests;
mod text;
mod verbs;

pub use due::due;
pub use facts::{
    GoalAnswer, GoalFacts, GoalQuestion, GoalTopic, PlanAnswer, PlanFacts, PlanQuestion, PlanTopic,
};
pub use follow_up::{FollowUp, FollowUpTime};
pub use goal::{Goal, GoalId};
pub use outcome::GoalOutcome;
pub use plan_review::{PlanReview, PlanReviewId};
pub use refusal::Refusal;
pub use row::Row;
pub use signature::Signature;
pub use state::{EndReason, PlanState, PlanStateKind};
pub use text::text_hash;
pub use verbs::Verb;

use crate::id::{HouseholdId, PersonId, PlanId};
use serde::{Deserialize, Serialize};
use soglia_kernel::calendar::{Day, Timestamp};

/// More goals than this are no plan.
pub const MOST_GOALS: usize = 30;

/// More reviews than this of one plan are a reason to begin another.
pub const MOST_REVIEWS: usize = 60;

/// The support plan of a household.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Plan {
    /// Identity.
    pub id: PlanId,
    /// Whose case.
    pub household: HouseholdId,
    /// The day on which it was begun, in Milan: from it the deadline counts.
    pub begun: Day,
    /// How far it is.
    pub state: PlanState,
    /// What it is about as a whole.
    #[serde(default)]
    pub facts: PlanFacts,
    /// Its goals, in the order in which they were named.
    #[serde(default)]
    pub goals: Vec<Goal>,
    /// What was found when it was looked at again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reviews: Vec<PlanReview>,
    /// What was signed, the latest last: a plan that is revised keeps what was signed before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signatures: Vec<Signature>,
    /// How the household was when somebody asked after the end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub follow_ups: Vec<FollowUp>,
    /// Who began it.
    pub by: PersonId,
    /// That person's name.
    pub by_name: String,
    /// When it was written down.
    pub at: Timestamp,
}

impl Plan {
    /// A goal by the number inside the plan.
    pub fn goal(&self, id: GoalId) -> Option<&Goal> {
        self.goals.iter().find(|goal| goal.id == id)
    }

    /// Number of goals that were reached.
    pub fn n_reached(&self) -> usize {
        let reached = |goal: &&Goal| goal.outcome() == GoalOutcome::Reached;
        self.goals.iter().filter(reached).count()
    }

    /// The day for which the latest review names the next one; none where there is none to come.
    pub fn next_review(&self) -> Option<Day> {
        match self.state {
            PlanState::Draft | PlanState::Signed { .. } => {
                self.reviews.iter().max_by_key(|review| review.day)?.next
            }
            PlanState::Ended { .. } => None,
        }
    }

    /// The day on which somebody is to ask how the household is; none before the end, and once everybody was asked.
    pub fn next_follow_up(&self) -> Option<Day> {
        let PlanState::Ended { day, .. } = self.state else {
            return None;
        };
        let asked = |after: &&FollowUpTime| !self.follow_ups.iter().any(|one| one.after == **after);
        let next = FollowUpTime::ALL.iter().find(asked)?;
        Some(day.plus_months(next.months()))
    }

    /// The first day on which something of the plan as it stands can happen: its beginning, or the latest signature.
    pub fn first_day(&self) -> Day {
        let signed = self.signatures.iter().map(|signature| signature.day);
        signed.fold(self.begun, Day::max)
    }
}

soglia_kernel::parts! {
    /// A part of a plan.
    part PlanPart;
    /// Which part of a plan.
    id PlanPartId;
    of Plan;
    /// A goal.
    goals Goal: Goal, GoalId, |goal| goal.id;
    /// A review.
    reviews Review: PlanReview, PlanReviewId, |review| review.id;
    /// What was signed.
    signatures Signature: Signature, u32, |signature| signature.number;
    /// How it was after the end.
    follow_ups FollowUp: FollowUp, FollowUpTime, |follow_up| follow_up.after;
}

impl std::fmt::Debug for Plan {
    /// Which plan of which case, and its state: the words are about people.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Plan({}, {}, {:?})", self.id, self.household, self.state)
    }
}
