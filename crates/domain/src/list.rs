// SPDX-License-Identifier: AGPL-3.0-or-later
//! The one list of rooms. A kind of record is one line here: module, content, identity. Every enum over kinds and every
//! dispatch by kind is made from it.
//!
//! Lines are added at the end and never renamed: compact rows at rest count them.

/// Hands the rooms to a macro, each with module, content and identity.
#[macro_export]
macro_rules! all_rooms {
    ($then:ident) => {
        $then! {
            dwelling Dwelling DwellingId,
            household Household HouseholdId,
            city_rules CityRules CityRulesId,
            placement Placement PlacementId,
            diary_entry DiaryEntry DiaryEntryId,
            funding_source FundingSource FundingSourceId,
            commitment Commitment CommitmentId,
            assessment Assessment AssessmentId,
            plan Plan PlanId,
            case Case CaseId,
            referral Referral ReferralId,
            task Task TaskId,
            visit Visit VisitId,
            shared_link SharedLink SharedLinkId,
        }
    };
}
