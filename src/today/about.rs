// SPDX-License-Identifier: AGPL-3.0-or-later
//! One line of what awaits a person: what it is about, and where it leads.
use crate::{
    routes::{Address, HouseholdTab},
    state::Rows,
};
use soglia_domain::{
    calendar::Day,
    id::{CaseId, HouseholdId, ReferralId, TaskId, VisitId},
};

/// What one line is about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    /// A visit.
    Visit(VisitId),
    /// Something to do; whether one touch finishes it.
    Task(TaskId, bool),
    /// A household that a partner is asked to take on.
    Referral(ReferralId),
    /// A case whose next step is due.
    Case(CaseId),
    /// A plan to be signed or reviewed, or a household to be asked after its end.
    Plan,
    /// An offer that nobody answered.
    Offer,
    /// An attestation that ends.
    Isee,
}

impl About {
    /// What tests and tools call it.
    pub(super) const fn kind(self) -> &'static str {
        match self {
            Self::Visit(_) => "visit",
            Self::Task(..) => "task",
            Self::Referral(_) => "referral",
            Self::Case(_) => "case",
            Self::Plan => "plan",
            Self::Offer => "offer",
            Self::Isee => "isee",
        }
    }

    pub(super) const fn icon(self) -> &'static str {
        match self {
            Self::Visit(_) => "it-calendar",
            Self::Task(..) => "it-check-circle",
            Self::Referral(_) => "it-inbox",
            Self::Case(_) | Self::Offer => "it-clock",
            Self::Plan | Self::Isee => "it-files",
        }
    }
}

/// One line: what, about whom, and by when.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) about: About,
    pub(super) due: Day,
    /// The minute of the day, for what has one.
    pub(super) from: Option<u16>,
    pub(super) words: String,
    pub(super) household: String,
    /// Its page; none for a household that is not to be seen yet.
    pub(super) address: Option<Address>,
}

pub(super) fn path_of(household: HouseholdId) -> Option<Address> {
    Some(Address::Household(household, HouseholdTab::Path))
}

pub(super) fn label(rows: &Rows, household: HouseholdId) -> String {
    rows.household(household)
        .map_or_else(String::new, |row| row.label.clone())
}
