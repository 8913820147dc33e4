// SPDX-License-Identifier: AGPL-3.0-or-later
//! The three verdicts, condition by condition, with what is still to ask first and its field right there; then the
//! response that suits the household.
mod beside;
mod response;
mod to_ask;
mod told;

pub(super) use beside::beside;

use self::{response::Response, to_ask::ToAsk, told::Told};
use super::case::Case;
use crate::prelude::*;
use crate::{
    text::{households::requirements as text, language},
    ui::{FindingLine, StateTag, Tone},
};
use soglia_domain::{
    eligibility::{Verdict, VerdictKind},
    finding::{Finding, Outcome},
};

/// The tone of an answer.
pub(super) const fn tone(outcome: Outcome) -> Tone {
    match outcome {
        Outcome::Met => Tone::Good,
        Outcome::NotMet => Tone::Bad,
        Outcome::Unknown => Tone::Warn,
    }
}

/// What the household qualifies for, as far as the facts say.
#[component]
pub(super) fn Requirements(case: Case) -> impl IntoView {
    let told = Memo::new(move |_| Told::of(case));
    let verdict = move |kind: VerdictKind| {
        let verdict = Memo::new(move |_| {
            told.with(|told| told.as_ref().map(|told| told.eligibility.verdict(kind).clone()))
        });
        view! { <VerdictCard kind verdict/> }
    };
    view! {
        <ToAsk case told/>
        {verdict(VerdictKind::PublicHousing)}
        <Indigence told/>
        {verdict(VerdictKind::AffordableRent)}
        {verdict(VerdictKind::Supported)}
        <Response case told/>
    }
}

/// One verdict with the conditions it rests on.
#[component]
fn VerdictCard(kind: VerdictKind, verdict: Memo<Option<Verdict>>) -> impl IntoView {
    let outcome = Memo::new(move |_| {
        verdict.with(|verdict| {
            verdict
                .as_ref()
                .map_or(Outcome::Unknown, |verdict| verdict.outcome)
        })
    });
    let n_findings = Memo::new(move |_| {
        verdict.with(|verdict| verdict.as_ref().map_or(0, |verdict| verdict.findings.len()))
    });
    let title = soglia_wording::verdict_title(kind, language());
    view! {
        <section
            class="case-card"
            aria-label=title
            data-test=format!("verdict-{}", kind.key())
            data-outcome=move || outcome.get().key()
        >
            <div class="case-card-head">
                <h2>{title}</h2>
                {move || {
                    let outcome = outcome.get();
                    let label = soglia_wording::outcome(outcome, language());
                    view! { <StateTag tone=tone(outcome) label/> }
                }}
            </div>
            <p>{move || soglia_wording::verdict_sentence(kind, outcome.get(), language())}</p>
            <For
                each=move || 0..n_findings.get()
                key=|at| *at
                children=move |at| {
                    let finding = Memo::new(move |_| nth(&verdict.get(), at));
                    view! { {move || finding.get().map(|finding| view! { <FindingLine finding/> })} }
                }
            />
        </section>
    }
}

/// One condition by its place, so that a changed answer redraws its own line only.
fn nth(verdict: &Option<Verdict>, at: usize) -> Option<Finding> {
    verdict
        .as_ref()
        .and_then(|verdict| verdict.findings.get(at))
        .cloned()
}

/// The limit of indigence, under public housing: no verdict rests on it.
#[component]
fn Indigence(told: Memo<Option<Told>>) -> impl IntoView {
    let finding =
        Memo::new(move |_| told.with(|told| told.as_ref().map(|told| told.eligibility.indigence.clone())));
    view! {
        <section class="case-card case-card-beside" aria-label=text::indigence() data-test="indigence">
            <p class="form-text">{text::indigence_text()}</p>
            {move || finding.get().map(|finding| view! { <FindingLine finding/> })}
        </section>
    }
}
