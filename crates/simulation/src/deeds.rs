// SPDX-License-Identifier: AGPL-3.0-or-later
//! What people do, as often as not the same things at once.
mod care;
mod case;
mod chosen;
mod city;
mod diary;
mod money;
mod people;
mod plan;
mod pool;
mod referral;
mod stock;
mod work;

pub(crate) use pool::Pool;
pub(crate) use stock::import;

use crate::{chance::Chance, device::Device};
use soglia_domain::{
    action::Action,
    author::Role,
    record::{Key, Stored},
    review::{Choosing, ReviewChoice},
    rooms::Verb,
};

/// Something that somebody of this role may try.
pub(crate) fn deed(chance: &mut Chance, device: &Device, pool: &mut Pool) -> Action {
    if chance.happens(60) {
        let record = chance.one_of(&pool.keys());
        if let Some(action) = device.shown(record).and_then(|stored| resolve(chance, &stored)) {
            return action;
        }
    }
    if chance.happens(80)
        && let Some(action) = sampled(chance, pool)
    {
        return action;
    }
    if chance.happens(90) {
        return work::deed(chance, device, pool);
    }
    let of_a_partner = device.signed_in.author.role == Role::ManagingPartner;
    let of_care = match (pool.is_of_care, of_a_partner) {
        (true, _) => 800,
        (false, true) => 450,
        (false, false) => 220,
    };
    if chance.happens(of_care) {
        return care::deed(chance, device, pool);
    }
    match device.signed_in.author.role {
        Role::Coordinator if chance.happens(750) => money::deed(chance, pool),
        Role::Coordinator | Role::Auditor | Role::Administrator => city::of_the_rules(chance),
        Role::ManagingPartner if chance.happens(350) => diary::deed(chance, device, pool),
        Role::ManagingPartner => stock::of_a_dwelling(chance, pool),
        Role::SocialWorker | Role::HousingOfficer if chance.happens(30) => city::of_the_rules(chance),
        Role::SocialWorker | Role::HousingOfficer if chance.happens(20) => money::deed(chance, pool),
        Role::SocialWorker | Role::HousingOfficer if chance.happens(180) => diary::deed(chance, device, pool),
        Role::SocialWorker if chance.happens(700) => people::of_a_household(chance, pool),
        Role::HousingOfficer if chance.happens(400) => people::of_a_household(chance, pool),
        Role::HousingOfficer if chance.happens(500) => stock::of_a_dwelling(chance, pool),
        Role::SocialWorker | Role::HousingOfficer => stock::of_both(chance, device, pool),
    }
}

fn resolve(chance: &mut Chance, stored: &Stored) -> Option<Action> {
    let review = stored.reviews.first()?;
    let same = stored.reviews.iter().filter(|other| other.field == review.field);
    let choosing = Choosing {
        field: review.field.clone(),
        choice: if chance.happens(500) {
            ReviewChoice::Present
        } else {
            ReviewChoice::Other(review.change)
        },
        seen: same.map(|review| review.change).collect(),
    };
    Some(Action::on_key(
        stored.key,
        Verb::choose(stored.key.kind, choosing)?,
    ))
}

/// What the samples of a room do, to a record of the play: so a new fact or verb takes part by itself.
fn sampled(chance: &mut Chance, pool: &Pool) -> Option<Action> {
    let mut action = chance.one_of(&pool.sampled);
    let same_kind: Vec<Key> = pool
        .keys()
        .into_iter()
        .filter(|key| key.kind == action.on.kind)
        .collect();
    if same_kind.is_empty() {
        return None;
    }
    action.on = chance.one_of(&same_kind);
    Some(action)
}
