// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a visit says once it is opened: what is to be known before going, the attempts, and what came of it.
use crate::prelude::*;
use crate::{
    text::{language, path::visits as text},
    ui::{Summary, SummaryLine},
};
use soglia_domain::visit::{Attempt, Visit, VisitState};
use soglia_wording as wording;

/// Its words as terms, those without any left out; with what was ticked where no checklist stands beside them.
pub(super) fn told(visit: &Visit, with_checks: bool) -> AnyView {
    let mut lines: Vec<(&'static str, String)> = Vec::new();
    let safety = visit.safety.known().cloned().unwrap_or_default();
    match &visit.state {
        VisitState::Planned => lines.push((text::safety(), safety)),
        VisitState::Done { present, notes, .. } => {
            lines.push((text::present(), present.join(", ")));
            lines.push((text::notes(), notes.clone()));
        }
        VisitState::NotPossible { reason, note } => {
            lines.push((
                text::reason(),
                wording::attempt_reason(*reason, language()).to_owned(),
            ));
            lines.push((text::note(), note.clone()));
        }
        VisitState::Cancelled { reason } => lines.push((text::reason(), reason.clone())),
    }
    if with_checks {
        let checks = visit
            .checks
            .iter()
            .map(|item| wording::check_item(*item, language()));
        lines.push((text::checklist(), checks.collect::<Vec<_>>().join(", ")));
    }
    let attempts: Vec<String> = visit.attempts.iter().map(attempt).collect();
    lines.push((text::attempts(), attempts.join("\n")));
    lines.retain(|(_, words)| !words.trim().is_empty());
    if lines.is_empty() {
        return ().into_any();
    }
    let line = |(term, words): (&'static str, String)| {
        view! { <SummaryLine term><span class="diary-words">{words}</span></SummaryLine> }
    };
    view! {
        <div data-test="visit-told">
            <Summary>{lines.into_iter().map(line).collect_view()}</Summary>
        </div>
    }
}

fn attempt(attempt: &Attempt) -> String {
    let day = wording::day_short(attempt.day, language());
    let reason = wording::attempt_reason(attempt.reason, language());
    let mut words = format!("{day}, {reason}");
    if !attempt.note.is_empty() {
        words.push_str(". ");
        words.push_str(&attempt.note);
    }
    words
}
