// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a plan is for as a whole: written while it is a draft, read afterwards.
use super::place::Place;
use crate::prelude::*;
use crate::{
    text::{language, path::plan as text},
    ui::{Summary, SummaryLine},
};
use soglia_domain::{plan::PlanQuestion as Q, question::Question as _};
use soglia_wording as wording;

/// The section.
pub(super) fn section(place: Place) -> AnyView {
    let is_open = Memo::new(move |_| place.is_open());
    let body = live(move || if is_open.get() { fields(place) } else { read(place) });
    place.section("aim", text::aim(), body)
}

fn fields(place: Place) -> AnyView {
    let asked = Q::ALL
        .iter()
        .filter(|question| place.subject.may_answer(**question));
    asked
        .map(|question| place.subject.ask(*question).ask())
        .collect_view()
        .into_any()
}

fn read(place: Place) -> AnyView {
    live(move || {
        let known: Vec<_> = Q::ALL
            .iter()
            .filter(|question| place.subject.read(|plan| question.is_known(&plan.facts)))
            .filter_map(|question| Some((*question, place.subject.in_words(*question)?)))
            .collect();
        if known.is_empty() {
            return view! { <p class="muted">{text::nothing_said()}</p> };
        }
        let line = |(question, words): (Q, String)| {
            let term = wording::plan_question(question, language());
            view! { <SummaryLine term><span class="diary-words" dir="auto">{words}</span></SummaryLine> }
        };
        view! { <Summary>{known.into_iter().map(line).collect_view()}</Summary> }
    })
}
