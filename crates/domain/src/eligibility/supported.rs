// SPDX-License-Identifier: AGPL-3.0-or-later
//! Second category of the notice: followed by social services, able to manage primary needs, in a temporary difficulty,
//! and to be accompanied.
use super::{Verdict, yes_no};
use crate::{
    finding::Requirement,
    household::{Household, HouseholdQuestion},
};

/// All conditions together.
pub(super) fn verdict(household: &Household) -> Verdict {
    let facts = &household.facts;
    let condition = |requirement, question, answer| yes_no(requirement, question, answer, true, None);
    Verdict::of(vec![
        condition(
            Requirement::FollowedBySocialServices,
            HouseholdQuestion::FollowedBySocialServices,
            &facts.followed_by_social_services,
        ),
        condition(
            Requirement::ManagesPrimaryNeeds,
            HouseholdQuestion::ManagesPrimaryNeeds,
            &facts.manages_primary_needs,
        ),
        condition(
            Requirement::TemporaryDifficulty,
            HouseholdQuestion::TemporaryDifficulty,
            &facts.temporary_difficulty,
        ),
        condition(
            Requirement::NeedsAccompaniment,
            HouseholdQuestion::NeedsAccompaniment,
            &facts.needs_accompaniment,
        ),
    ])
}
