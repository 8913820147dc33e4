// SPDX-License-Identifier: AGPL-3.0-or-later
//! The way of a household: its case, its plan, and the partners to which it is sent.
use super::{case, chosen::shown, diary, people::of_a_household, plan, pool::Pool, referral};
use crate::{chance::Chance, device::Device};
use soglia_domain::{action::Action, author::Role};

pub(super) fn deed(chance: &mut Chance, device: &Device, pool: &mut Pool) -> Action {
    if device.signed_in.author.role == Role::ManagingPartner {
        let answers = chance.happens(600);
        let answer = answers.then(|| referral::answer(chance, device, pool)).flatten();
        let plan = answer.or_else(|| plan::of_a_partner(chance, device, pool));
        return plan.unwrap_or_else(|| diary::deed(chance, device, pool));
    }
    let households = shown(device, &pool.households);
    if households.is_empty() {
        return of_a_household(chance, pool);
    }
    let household = match households.first() {
        Some(first) if pool.is_of_care => *first,
        _ => chance.one_of(&households),
    };
    match chance.below(10) {
        0..4 => case::deed(household, chance, device, pool),
        4..7 => referral::deed(household, chance, device, pool),
        _ => plan::deed(household, chance, device, pool),
    }
}
