// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a line says of a visit before it is opened.
use super::seen::is_of_others;
use crate::prelude::*;
use crate::{
    text::{language, path::visits as text, shell},
    ui::{SavedHint, StateTag, Tone},
};
use soglia_domain::{
    calendar::Day,
    record::LogPosition,
    visit::{Row, VisitStateKind},
};
use soglia_wording as wording;

/// The name of a state for tests and styles.
pub(super) const fn state_key(state: VisitStateKind) -> &'static str {
    match state {
        VisitStateKind::Planned => "planned",
        VisitStateKind::Done => "done",
        VisitStateKind::NotPossible => "not_possible",
        VisitStateKind::Cancelled => "cancelled",
    }
}

/// When, what for and where; who goes, and how often it was tried.
pub(super) fn head(row: &Row, today: Day) -> AnyView {
    let mut when = vec![wording::day_short(row.day, language())];
    when.extend(wording::visit_hours(row.from, row.to, language()));
    let (what, who) = if is_of_others(row) {
        (text::of_others().to_owned(), None)
    } else {
        let purpose = wording::visit_purpose(row.purpose, language());
        let what = if row.place.is_empty() {
            purpose.to_owned()
        } else {
            format!("{purpose}, {}", row.place)
        };
        (what, Some(row.who.name.clone()))
    };
    let attempts = (row.n_attempts > 0).then(|| text::n_attempts(row.n_attempts));
    let who: Vec<String> = who.into_iter().chain(attempts).collect();
    let is_planned = row.state == VisitStateKind::Planned;
    let tag = if !is_planned {
        let tone = if row.state == VisitStateKind::Done {
            Tone::Good
        } else {
            Tone::Neutral
        };
        Some((tone, wording::visit_state(row.state, language())))
    } else if row.day < today {
        Some((Tone::Warn, text::to_close()))
    } else {
        (row.day == today).then(|| (Tone::Info, shell::today()))
    };
    let tag = tag.map(|(tone, label)| view! { <StateTag tone label/> });
    let safety =
        (is_planned && row.has_safety).then(|| view! { <StateTag tone=Tone::Warn label=text::to_know()/> });
    let pending = (row.position == LogPosition(0)).then(|| view! { <SavedHint pending=true/> });
    view! {
        <p><strong>{when.join(", ")}</strong> ". " {what}</p>
        <div class="path-tags">
            <span class="muted" data-test="visit-who">{who.join(", ")}</span>
            {tag}
            {safety}
            {pending}
        </div>
    }
}
