// SPDX-License-Identifier: AGPL-3.0-or-later
//! Second category of the notice: followed by social services, able to manage primary needs, in a temporary difficulty,
//! and to be accompanied.
use super::{
    Situation,
    verdict::{Verdict, yes_no},
};
use crate::{
    finding::{Outcome, Requirement},
    household::HouseholdQuestion,
};

/// The answer alone.
pub(super) fn outcome(situation: &Situation) -> Outcome {
    let conditions = [
        situation.followed_by_social_services,
        situation.manages_primary_needs,
        situation.temporary_difficulty,
        situation.needs_accompaniment,
    ];
    Outcome::all(conditions.map(|answer| answer.map_or(Outcome::Unknown, Outcome::of)))
}

/// All conditions together.
pub(super) fn verdict(situation: &Situation) -> Verdict {
    let condition = |requirement, question, answer| yes_no(requirement, question, answer, true, None);
    Verdict::of(vec![
        condition(
            Requirement::FollowedBySocialServices,
            HouseholdQuestion::FollowedBySocialServices,
            situation.followed_by_social_services,
        ),
        condition(
            Requirement::ManagesPrimaryNeeds,
            HouseholdQuestion::ManagesPrimaryNeeds,
            situation.manages_primary_needs,
        ),
        condition(
            Requirement::TemporaryDifficulty,
            HouseholdQuestion::TemporaryDifficulty,
            situation.temporary_difficulty,
        ),
        condition(
            Requirement::NeedsAccompaniment,
            HouseholdQuestion::NeedsAccompaniment,
            situation.needs_accompaniment,
        ),
    ])
}
