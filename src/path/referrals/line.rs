// SPDX-License-Identifier: AGPL-3.0-or-later
//! One referral: to whom, what is asked, by when, what became of it, and what can be done about it.
use super::{deeds::deeds, shown::Shown};
use crate::prelude::*;
use crate::{
    state::State,
    text::{language, path::referrals as text},
    ui::{SavedHint, StateTag, Tone},
};
use soglia_domain::{
    record::Identity as _,
    referral::{Referral, ReferralState, ReferralStateKind},
    rooms::Room as _,
};
use soglia_wording as wording;

/// One referral.
pub(super) fn line(state: State, shown: Shown) -> AnyView {
    let open = state.record(move || shown.id.key());
    let referral = Memo::new(move |_| {
        open.with(|open| {
            let here = open.here()?;
            Referral::of(&here.stored.record).cloned()
        })
    });
    let pending =
        Memo::new(move |_| open.with(|open| open.here().is_some_and(|here| !here.pending.is_empty())));
    live(move || {
        referral.with(|referral| {
            let referral = referral.as_ref();
            referral
                .map(|referral| drawn(state, shown, referral, pending))
                .into_any()
        })
    })
}

fn drawn(state: State, shown: Shown, referral: &Referral, pending: Memo<bool>) -> AnyView {
    let kind = referral.state.kind();
    let is_late = kind == ReferralStateKind::Sent && referral.answer_by < state.today();
    let tone = if kind.is_open() { Tone::Info } else { Tone::Neutral };
    let (title, class) = if shown.is_partner {
        (referral.household_label.clone(), "case-card")
    } else {
        (referral.to_name.clone(), "path-line")
    };
    let who = format!(
        "{}, {}, {}",
        referral.by_name,
        wording::role(referral.role, language()),
        wording::moment(state.local_ms(referral.at), language()),
    );
    let became =
        became(state, &referral.state).map(|words| view! { <p data-test="referral-outcome">{words}</p> });
    view! {
        <div class=class data-test="referral" data-state=state_key(kind)>
            <p class="path-tags">
                <strong>{title}</strong>
                <StateTag tone label=wording::referral_state(kind, language())/>
                {is_late.then(|| view! { <StateTag tone=Tone::Bad label=text::late()/> })}
                <SavedHint pending/>
            </p>
            <p class="diary-words">{referral.reason.clone()}</p>
            <p>{text::answer_by(referral.answer_by)}</p>
            {became}
            <p class="timeline-who">{who}</p>
            {deeds(state, shown, referral)}
        </div>
    }
}

/// What became of it, in words; none while nobody answered.
fn became(state: State, is: &ReferralState) -> Option<String> {
    let told = |who: &str, at| format!("{who}, {}", wording::moment(state.local_ms(at), language()));
    match is {
        ReferralState::Sent => None,
        ReferralState::Accepted { at, by_name } => Some(told(by_name, *at)),
        ReferralState::Refused { at, by_name, reason } => Some(format!("{reason} ({})", told(by_name, *at))),
        ReferralState::Withdrawn { reason } => Some(reason.clone()),
        ReferralState::Ended { day, reason } => {
            Some(format!("{reason} ({})", wording::day_short(*day, language())))
        }
    }
}

/// What tests call a state.
const fn state_key(state: ReferralStateKind) -> &'static str {
    match state {
        ReferralStateKind::Sent => "sent",
        ReferralStateKind::Accepted => "accepted",
        ReferralStateKind::Refused => "refused",
        ReferralStateKind::Withdrawn => "withdrawn",
        ReferralStateKind::Ended => "ended",
    }
}
