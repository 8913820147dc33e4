// SPDX-License-Identifier: AGPL-3.0-or-later
//! Referrals: households sent to partners, answered there, sent on, taken back and ended, by several people at once.
use super::{
    chosen::{content, due, one_of, shown, words},
    pool::Pool,
};
use crate::{chance::Chance, device::Device};
use soglia_domain::{
    action::Action,
    author::Role,
    id::{HouseholdId, ReferralId},
    referral::{Referral, ReferralStateKind, Verb},
};

/// With a household that the device shows.
pub(super) fn deed(household: HouseholdId, chance: &mut Chance, device: &Device, pool: &mut Pool) -> Action {
    let before = one_of(chance, device, &pool.referrals, pool.is_of_care);
    let Some(before) = before.filter(|_| chance.happens(750)) else {
        let to = chance.one_of(&pool.partners);
        let verb = Verb::Send {
            household,
            to,
            to_name: "Associazione".to_owned(),
            reason: words(chance),
            answer_by: due(chance),
        };
        return Action::on(begun(chance, pool), verb);
    };
    let referral: Option<Referral> = content(device, before);
    let state = referral.map_or(ReferralStateKind::Sent, |referral| referral.state.kind());
    let reason = words(chance);
    let verb = match (state, chance.below(10)) {
        (ReferralStateKind::Sent, 0..4) => Verb::Withdraw { reason },
        (ReferralStateKind::Accepted, 0..4) => Verb::End { reason },
        (_, 8) => Verb::Withdraw { reason },
        (_, 9) => Verb::End { reason },
        _ => {
            let verb = Verb::Transfer {
                from: before,
                to: chance.one_of(&pool.partners),
                to_name: "Associazione".to_owned(),
                reason,
                answer_by: due(chance),
            };
            return Action::on(begun(chance, pool), verb);
        }
    };
    Action::on(before, verb)
}

fn begun(chance: &mut Chance, pool: &mut Pool) -> ReferralId {
    let id = ReferralId(chance.id());
    pool.referrals.push(id);
    id
}

/// What a partner answers; none where nobody sent it anything.
pub(super) fn answer(chance: &mut Chance, device: &Device, pool: &Pool) -> Option<Action> {
    debug_assert_eq!(device.signed_in.author.role, Role::ManagingPartner);
    let sent = shown(device, &pool.referrals);
    if sent.is_empty() {
        return None;
    }
    // At times one that went to another partner: it is not to be seen, and not to be answered.
    let id = if chance.happens(50) {
        chance.one_of(&pool.referrals)
    } else {
        chance.one_of(&sent)
    };
    let referral: Option<Referral> = content(device, id);
    let is_accepted = referral.is_some_and(|referral| referral.state.kind() == ReferralStateKind::Accepted);
    let reason = words(chance);
    let verb = match chance.below(10) {
        0..2 => Verb::Refuse { reason },
        2 => Verb::End { reason },
        3..6 if is_accepted => Verb::End { reason },
        _ => Verb::Accept {},
    };
    Some(Action::on(id, verb))
}
