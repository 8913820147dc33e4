// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the conditions say so far, in the head of the page.
use crate::prelude::*;
use crate::{
    households::{case::Case, requirements::tone},
    text::households::requirements as text,
    ui::StateTag,
};
use soglia_domain::{
    eligibility::{Situation, VerdictKind, outcomes},
    finding::Outcome,
};

/// One tag for each verdict.
pub(super) fn tags(case: Case) -> AnyView {
    let told = Memo::new(move |_| {
        case.read(|household| {
            let rules = case.state.rules();
            let found = outcomes(&Situation::of(household, &rules), &rules);
            VerdictKind::ALL.into_iter().zip(found).collect::<Vec<_>>()
        })
    });
    let tag = |(kind, outcome): (VerdictKind, Outcome)| {
        let label = format!("{}: {}", text::short(kind), text::so_far(outcome));
        view! { <StateTag tone=tone(outcome) label/> }
    };
    live(move || told.get().into_iter().map(tag).collect_view().into_any())
}
