// SPDX-License-Identifier: AGPL-3.0-or-later
//! What can be done about a referral: the answers of the partner in sight, what the City does folded.
use super::{mandate::transfer, shown::Shown};
use crate::prelude::*;
use crate::{
    path::standing::act::{Act, touch},
    state::State,
    text::path::referrals as text,
    ui::ButtonKind,
};
use soglia_domain::{
    action::Action,
    referral::{Referral, ReferralStateKind, Verb},
};

/// What the person at work may do about it.
pub(super) fn deeds(state: State, shown: Shown, referral: &Referral) -> AnyView {
    let kind = referral.state.kind();
    let id = shown.id;
    if shown.is_partner {
        return match kind {
            ReferralStateKind::Sent => view! {
                <div class="path-acts">
                    {touch("referral-accept", text::accept(), ButtonKind::Primary, move || Action::on(id, Verb::Accept {}))}
                    {refuse(shown)}
                </div>
            },
            ReferralStateKind::Accepted => end(shown),
            ReferralStateKind::Refused | ReferralStateKind::Withdrawn | ReferralStateKind::Ended => {
                ().into_any()
            }
        };
    }
    let Some(known) = shown.known else {
        return ().into_any();
    };
    let first = match kind {
        ReferralStateKind::Sent => withdraw(shown),
        ReferralStateKind::Accepted => end(shown),
        ReferralStateKind::Refused | ReferralStateKind::Withdrawn | ReferralStateKind::Ended => {
            return ().into_any();
        }
    };
    view! {
        <details data-test="referral-others">
            <summary>{text::others()}</summary>
            <div class="path-acts">{first} {transfer(state, referral, known)}</div>
        </details>
    }
}

fn act(shown: Shown, test: &'static str, label: &str, send: &'static str) -> Act {
    Act {
        name: format!("{test}-{}", shown.id),
        test,
        label: label.to_owned(),
        send,
        kind: ButtonKind::Outline,
    }
}

fn refuse(shown: Shown) -> AnyView {
    let act = act(shown, "referral-refuse", text::refuse(), text::refuse_send());
    act.with_reason(text::refuse_help(), move |reason| {
        Action::on(shown.id, Verb::Refuse { reason })
    })
}

fn withdraw(shown: Shown) -> AnyView {
    let act = act(
        shown,
        "referral-withdraw",
        text::withdraw(),
        text::withdraw_send(),
    );
    act.with_reason("", move |reason| Action::on(shown.id, Verb::Withdraw { reason }))
}

fn end(shown: Shown) -> AnyView {
    let act = act(shown, "referral-end", text::end(), text::end_send());
    act.with_reason(text::end_help(), move |reason| {
        Action::on(shown.id, Verb::End { reason })
    })
}
