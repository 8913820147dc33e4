// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the day's list and the page of a household show of a visit before it is opened, held in memory on the device.
use super::{Purpose, Visit, VisitStateKind};
use crate::{
    assignee::Colleague,
    id::{DwellingId, HouseholdId, VisitId},
};
use serde::{Deserialize, Serialize};
use soglia_kernel::{
    author::Author,
    calendar::Day,
    key::{Identity as _, Key},
    stored::{Around, LogPosition},
};

/// What lists need of a visit.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Identity.
    pub id: VisitId,
    /// To whom.
    pub household: HouseholdId,
    /// The dwelling that is seen, where it is about one.
    pub dwelling: Option<DwellingId>,
    /// The day on which it is to be; of one that was held, when it was.
    pub day: Day,
    /// From which minute of that day on.
    pub from: Option<u16>,
    /// Up to which minute of it.
    pub to: Option<u16>,
    /// Where.
    pub place: String,
    /// What for.
    pub purpose: Purpose,
    /// Who goes.
    pub who: Colleague,
    /// What became of it.
    pub state: VisitStateKind,
    /// How often somebody went and it did not come about.
    pub n_attempts: u8,
    /// Whether there is something to know before going.
    pub has_safety: bool,
    /// Place of the last change.
    pub position: LogPosition,
    /// Number of values waiting for a choice.
    pub n_reviews: u8,
}

impl Row {
    /// The record under which lists look for it; none for one that stands by itself.
    pub fn root(&self) -> Option<Key> {
        Some(self.household.key())
    }

    /// Number of values waiting for a choice.
    pub const fn n_reviews(&self) -> u8 {
        self.n_reviews
    }

    /// Whether it is to come, and this person goes.
    pub fn awaits(&self, author: &Author) -> bool {
        self.state == VisitStateKind::Planned && self.who.id == author.person
    }

    /// The row of a visit.
    pub fn of(visit: &Visit, around: &Around) -> Self {
        let safety = visit.safety.known().map_or("", String::as_str);
        let when = visit.when();
        Self {
            id: visit.id,
            household: visit.household,
            dwelling: visit.dwelling,
            day: when.day,
            from: when.from,
            to: when.to,
            place: when.place,
            purpose: visit.purpose,
            who: visit.who.clone(),
            state: visit.state.kind(),
            n_attempts: u8::try_from(visit.attempts.len()).unwrap_or(u8::MAX),
            has_safety: !safety.trim().is_empty(),
            position: around.position,
            n_reviews: around.n_reviews,
        }
    }
}

impl std::fmt::Debug for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "visit::Row({}, {:?})", self.id, self.state)
    }
}
