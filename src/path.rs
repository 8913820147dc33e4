// SPDX-License-Identifier: AGPL-3.0-or-later
//! The way of a household: where its case stands, what is to be done, visits, what it needs, and the partners it was sent
//! to; and its support plan.
mod assessments;
mod plan;
mod referrals;
mod shared;
mod standing;
mod tasks;
mod visits;

pub(crate) use plan::page as plan_page;
pub(crate) use referrals::answer_card;

use crate::app::parts::{PIECE, part};
use crate::prelude::*;
use soglia_domain::id::HouseholdId;

/// What the household needs, which is assessed now and then.
fn needs(household: HouseholdId) -> AnyView {
    let part = part!(needs_section in needs: assessments::section, fn(HouseholdId) -> AnyView);
    part.show(PIECE, move |section| section(household))
}

/// The way of a household, as a part of its page.
pub fn page(household: HouseholdId) -> AnyView {
    view! {
        <div class="path" data-test="path">
            {standing::section(household)}
            {tasks::section(household)}
            {visits::section(household)}
            {needs(household)}
            {referrals::section(household)}
            {standing::sharing(household)}
        </div>
    }
}
