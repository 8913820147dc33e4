// SPDX-License-Identifier: AGPL-3.0-or-later
use crate::prelude::*;
use soglia_domain::id::HouseholdId;

/// The section.
pub(super) fn section(_household: HouseholdId) -> AnyView {
    ().into_any()
}

/// One referral that waits for an answer.
pub(crate) fn answer_card(_id: soglia_domain::id::ReferralId) -> AnyView {
    ().into_any()
}
