// SPDX-License-Identifier: AGPL-3.0-or-later
//! What comes after a refusal: writing down that the household appeals, and the answer to that.
use super::{
    act::{Asked, reason},
    place::{Place, other},
};
use crate::prelude::*;
use crate::{record::FormField, session::may::may, text::path::standing as text};
use soglia_domain::{
    action::Action,
    calendar::Day,
    case::{Case, CaseStageKind, Verb},
    shape::{Days, Shape},
};

/// What can be done about a refusal, where there is something.
pub(super) fn appeal(place: Place, case: &Case) -> Option<AnyView> {
    match case.stage() {
        CaseStageKind::Refused => {
            let (refused, _) = case.refused()?;
            // A refusal without a last day was confirmed on appeal, and there is no second one.
            if refused.due.is_none() {
                return Some(view! { <p class="muted">{text::appeal_answered()}</p> });
            }
            register(place)
        }
        CaseStageKind::Appealed => answer(place),
        CaseStageKind::Access
        | CaseStageKind::Assessment
        | CaseStageKind::Project
        | CaseStageKind::Delivery
        | CaseStageKind::Withdrawn
        | CaseStageKind::Concluded => None,
    }
}

fn register(place: Place) -> Option<AnyView> {
    let verb = move |received: Day, reason: String| Verb::Appeal {
        household: place.of,
        received,
        reason,
    };
    let today = place.state.today();
    if !may(verb(today, String::new())) {
        return None;
    }
    let act = other(place, "case-appeal", text::appeal(), text::appeal_send());
    Some(act.draw(move |name| {
        let day = FormField::new(name.to_owned(), text::received(), Shape::Day(Days::Past));
        let day = day.required(text::received_missing()).with(&today);
        let why = reason(format!("{name}-reason")).with_help(text::appeal_reason_help());
        let (received, words) = (day.clone(), why.clone());
        Asked {
            above: None,
            fields: vec![day, why],
            action: Callback::new(move |()| {
                let received = received.get();
                let received = received.ok_or_else(|| text::received_missing().to_owned())?;
                Ok(Action::on(place.id, verb(received, words.get_text())))
            }),
        }
    }))
}

fn answer(place: Place) -> Option<AnyView> {
    let verb = |accepted, reason| Verb::AnswerAppeal { accepted, reason };
    if !may(verb(true, String::new())) {
        return None;
    }
    let grant = other(place, "case-grant", text::grant(), text::grant_send());
    let confirm = other(place, "case-confirm", text::confirm(), text::confirm_send());
    let give = move |accepted| move |reason| Action::on(place.id, verb(accepted, reason));
    Some(view! {
        <div class="path-acts">
            {grant.with_reason(text::grant_help(), give(true))}
            {confirm.with_reason(text::confirm_help(), give(false))}
        </div>
    })
}
