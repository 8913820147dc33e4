// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the play is about.
use soglia_domain::{
    action::Action,
    id::{
        CITY_RULES, CaseId, CommitmentId, DiaryEntryId, DwellingId, FundingSourceId, HouseholdId,
        OrganisationId, PlacementId, PlanId, ReferralId, TaskId, VisitId,
    },
    record::{Identity as _, Key},
    samples,
};

/// What the play is about: few records, so that people meet.
#[derive(Default)]
pub(crate) struct Pool {
    pub(crate) households: Vec<HouseholdId>,
    pub(crate) dwellings: Vec<DwellingId>,
    pub(crate) partners: Vec<OrganisationId>,
    pub(super) offers: Vec<PlacementId>,
    pub(super) entries: Vec<DiaryEntryId>,
    pub(super) sources: Vec<FundingSourceId>,
    pub(super) commitments: Vec<CommitmentId>,
    pub(super) tasks: Vec<TaskId>,
    pub(super) visits: Vec<VisitId>,
    pub(super) cases: Vec<CaseId>,
    pub(super) referrals: Vec<ReferralId>,
    pub(super) plans: Vec<PlanId>,
    /// Whether this play is mostly about the way of a few households, which else hardly ever comes to its end.
    pub(super) is_of_care: bool,
    /// One of everything that can be done with records that exist.
    pub(super) sampled: Vec<Action>,
}

impl Pool {
    /// Partners that dwellings are entrusted to; nothing else so far.
    pub(crate) fn of(partners: Vec<OrganisationId>, is_of_care: bool) -> Self {
        let is_about_one = |action: &Action| {
            let names_no_other = action.verb.names().is_empty() && !action.verb.is_choice();
            // What the City decides about its rules would make rents wrong that were right; it has deeds of its own.
            names_no_other && action.on != CITY_RULES.key()
        };
        Self {
            partners,
            is_of_care,
            sampled: samples::actions().into_iter().filter(is_about_one).collect(),
            ..Self::default()
        }
    }

    /// Everything that may exist.
    pub(crate) fn keys(&self) -> Vec<Key> {
        let mut keys = vec![CITY_RULES.key()];
        keys.extend(self.households.iter().map(|id| id.key()));
        keys.extend(self.dwellings.iter().map(|id| id.key()));
        keys.extend(self.offers.iter().map(|id| id.key()));
        keys.extend(self.entries.iter().map(|id| id.key()));
        keys.extend(self.sources.iter().map(|id| id.key()));
        keys.extend(self.commitments.iter().map(|id| id.key()));
        keys.extend(self.tasks.iter().map(|id| id.key()));
        keys.extend(self.visits.iter().map(|id| id.key()));
        keys.extend(self.cases.iter().map(|id| id.key()));
        keys.extend(self.referrals.iter().map(|id| id.key()));
        keys.extend(self.plans.iter().map(|id| id.key()));
        keys
    }
}
