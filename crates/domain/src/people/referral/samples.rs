// SPDX-License-Identifier: AGPL-3.0-or-later
//! One value for everything about a referral.
use super::{Referral, ReferralState, ReferralStateKind, Refusal, Verb};
use crate::{
    context::Known,
    household::{Household, OpenReferral},
    samples::{
        AT, BY_NAME, HOUSEHOLD, OTHER_PARTNER, OTHER_REFERRAL, PARTNER, PERSON, REFERRAL, TODAY, broken,
    },
};
use soglia_kernel::{
    author::Role,
    calendar::Day,
    edit::Edit,
    every,
    key::Identity,
    samples::{Pieces, choosings},
};

/// The last day for an answer.
const ANSWER_BY: Day = Day::constant(2026, 4, 3);

/// Why the household is sent.
const MANDATE: &str = "accompagnare Ionescu nella ricerca di un lavoro";

/// A referral that the partner accepted, with everything filled in.
pub fn record() -> Referral {
    Referral {
        id: REFERRAL,
        household: HOUSEHOLD,
        household_label: "Famiglia Ionescu".to_owned(),
        to: PARTNER,
        to_name: "Cooperativa La Soglia".to_owned(),
        reason: MANDATE.to_owned(),
        answer_by: ANSWER_BY,
        state: accepted(),
        by: PERSON,
        by_name: BY_NAME.to_owned(),
        role: Role::SocialWorker,
        at: AT,
    }
}

fn accepted() -> ReferralState {
    ReferralState::Accepted {
        at: AT,
        by_name: BY_NAME.to_owned(),
    }
}

/// One of every state.
pub fn states() -> Vec<ReferralState> {
    let reason = || "Ionescu ha un parente che li segue".to_owned();
    every!(ReferralState {
        Sent => ReferralState::Sent,
        Accepted => accepted(),
        Refused => ReferralState::Refused {
            at: AT,
            by_name: BY_NAME.to_owned(),
            reason: reason(),
        },
        Withdrawn => ReferralState::Withdrawn { reason: reason() },
        Ended => ReferralState::Ended { day: TODAY, reason: reason() },
    })
}

/// Every verb.
pub fn verbs() -> Vec<Verb> {
    let mut choices = choosings("state").into_iter().map(Verb::Resolve);
    let choice = choices.next();
    let reason = || "Ionescu ha un parente che li segue".to_owned();
    let mut verbs = every!(Verb {
        Resolve => choice.expect("there are choices"),
        Send => Verb::Send {
            household: HOUSEHOLD,
            to: PARTNER,
            to_name: "Cooperativa La Soglia".to_owned(),
            reason: MANDATE.to_owned(),
            answer_by: ANSWER_BY,
        },
        Accept => Verb::Accept {},
        Refuse => Verb::Refuse { reason: reason() },
        Withdraw => Verb::Withdraw { reason: reason() },
        End => Verb::End { reason: reason() },
        Transfer => Verb::Transfer {
            from: OTHER_REFERRAL,
            to: OTHER_PARTNER,
            to_name: "Associazione Il Ponte".to_owned(),
            reason: MANDATE.to_owned(),
            answer_by: ANSWER_BY,
        },
    });
    verbs.extend(choices);
    verbs
}

/// Every edit.
pub fn edits() -> Vec<Edit<Referral>> {
    soglia_kernel::samples::edits(Pieces {
        record: record(),
        facts: Vec::new(),
        part_facts: Vec::new(),
        parts: Vec::new(),
        states: states(),
    })
}

/// Every refusal.
pub fn refusals() -> Vec<Refusal> {
    every!(Refusal {
        Unknown => Refusal::Unknown,
        SentAlready => Refusal::SentAlready,
        NotReachable => Refusal::NotReachable { from: ReferralStateKind::Refused },
    })
}

/// Referrals that differ in who sees them.
pub fn shown() -> Vec<(&'static str, Referral)> {
    let how = |state: &ReferralState| match state {
        ReferralState::Sent => "not answered yet",
        ReferralState::Accepted { .. } => "accepted",
        ReferralState::Refused { .. } => "refused by the partner",
        ReferralState::Withdrawn { .. } => "taken back",
        ReferralState::Ended { .. } => "over",
    };
    let of = |state| Referral { state, ..record() };
    states()
        .into_iter()
        .map(|state| (how(&state), of(state)))
        .collect()
}

/// What does not hold about a referral.
pub fn invariants(referral: &Referral, known: &Known) -> Vec<&'static str> {
    let kind = referral.state.kind();
    let household: Option<&Household> = known.content(referral.household.key());
    let mark = OpenReferral {
        referral: referral.id,
        to: referral.to,
        accepted: kind == ReferralStateKind::Accepted,
    };
    let marked = household.is_none_or(|household| household.referrals.contains(&mark));
    let not_marked = household.is_none_or(|household| {
        let mut open = household.referrals.iter();
        open.all(|open| open.referral != referral.id)
    });
    broken(&[
        (
            if kind.is_open() { marked } else { not_marked },
            "a referral stands in its household as long as it is open, and says whether it was accepted",
        ),
        (
            !referral.reason.trim().is_empty() && !referral.to_name.trim().is_empty(),
            "a referral says to whom and why",
        ),
    ])
}
