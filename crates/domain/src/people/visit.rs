// SPDX-License-Identifier: AGPL-3.0-or-later
//! Visits: somebody goes to see a household, or a dwelling with it. A visit is planned, tried as often as needed, and then
//! held, given up or called off.
mod access;
mod appointment;
mod attempt;
mod check;
pub mod decide;
mod facts;
mod purpose;
mod refusal;
mod row;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
mod state;
#[cfg(test)]
mod tests;
mod verbs;

pub use appointment::{Appointment, DAY_MINUTES, LONGEST_PLACE};
pub use attempt::{Attempt, AttemptId, AttemptReason, LONGEST_ATTEMPT_NOTE, MOST_ATTEMPTS};
pub use check::CheckItem;
pub use facts::{LONGEST_SAFETY, VisitFact};
pub use purpose::Purpose;
pub use refusal::Refusal;
pub use row::Row;
pub use state::{LONGEST_NOTES, LONGEST_PRESENT, MOST_PRESENT, VisitState, VisitStateKind};
pub use verbs::Verb;

use crate::{
    assignee::Colleague,
    id::{DwellingId, HouseholdId, OrganisationId, PersonId, VisitId},
    photo::{Photo, PhotoId},
};
use serde::{Deserialize, Serialize};
use soglia_kernel::{answer::Answer, author::Role, calendar::Timestamp};

/// More photos than this of one visit help nobody.
pub const MOST_VISIT_PHOTOS: usize = 20;

/// A visit to a household.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Visit {
    /// Identity.
    pub id: VisitId,
    /// To whom.
    pub household: HouseholdId,
    /// The dwelling that is seen, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dwelling: Option<DwellingId>,
    /// What for.
    #[serde(default)]
    pub purpose: Purpose,
    /// When and where.
    pub appointment: Appointment,
    /// Who goes.
    pub who: Colleague,
    /// What whoever goes should know for their safety.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub safety: Answer<String>,
    /// What was done of the checklist.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<CheckItem>,
    /// When somebody went and it did not come about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attempts: Vec<Attempt>,
    /// What was photographed there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<Photo>,
    /// What became of it. A state that only a newer version knows leaves it planned.
    #[serde(default)]
    pub state: VisitState,
    /// The partner whose visit it is; none for one of the City.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<OrganisationId>,
    /// Who planned it.
    pub by: PersonId,
    /// That person's name.
    pub by_name: String,
    /// In which role.
    pub role: Role,
    /// When it was planned.
    pub at: Timestamp,
}

impl Visit {
    /// When and where it is to be; of one that was held, when it was.
    pub fn when(&self) -> Appointment {
        let planned = self.appointment.clone();
        match &self.state {
            VisitState::Done { day, from, to, .. } => Appointment {
                day: *day,
                from: *from,
                to: *to,
                ..planned
            },
            VisitState::Planned | VisitState::NotPossible { .. } | VisitState::Cancelled { .. } => planned,
        }
    }
}

soglia_kernel::parts! {
    /// A part of a visit.
    part VisitPart;
    /// Which part of a visit.
    id VisitPartId;
    of Visit;
    /// Something of the checklist that was done.
    checks Check: CheckItem, CheckItem, |item| *item;
    /// An attempt.
    attempts Attempt: Attempt, AttemptId, |attempt| attempt.id;
    /// A photo.
    photos Photo: Photo, PhotoId, |photo| photo.id;
}

impl std::fmt::Debug for Visit {
    /// To which household, and what became of it: the rest is about people.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Visit({}, {}, {:?})", self.id, self.household, self.state)
    }
}
