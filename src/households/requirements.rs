// SPDX-License-Identifier: AGPL-3.0-or-later
//! The three verdicts, condition by condition, with what is still to ask first and its field right there.
use super::{case::Case, sections::Section, situation::HouseholdField};
use crate::prelude::*;
use crate::{
    routes::{Address, HouseholdTab},
    text::{households as words, households::requirements as text, language},
    ui::{FindingLine, LinkButton, StateTag, Tone},
};
use soglia_domain::{
    eligibility::{Eligibility, Situation, Verdict, VerdictKind, eligibility},
    finding::{Finding, Outcome},
    household::HouseholdQuestion,
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
    let told = Memo::new(move |_| {
        let rules = case.state.rules();
        case.read(|household| Some(eligibility(&Situation::of(household, &rules), &rules)))
    });
    view! {
        <ToAsk case told/>
        {VerdictKind::ALL
            .map(|kind| {
                let verdict = Memo::new(move |_| told.with(|told| told.as_ref().map(|told| told.verdict(kind).clone())));
                view! { <VerdictCard kind verdict/> }
            })
            .collect_view()}
    }
}

/// The questions whose answers would decide what is open. A question that was listed stays until the person leaves, so
/// that nothing jumps away under the finger and a slip can be mended.
#[component]
fn ToAsk(case: Case, told: Memo<Option<Eligibility>>) -> impl IntoView {
    let listed = Memo::new(move |before: Option<&Vec<HouseholdQuestion>>| {
        let mut listed = before.cloned().unwrap_or_default();
        for question in told.with(open_questions) {
            if !listed.contains(&question) {
                listed.push(question);
            }
        }
        listed
    });
    let nobody = Memo::new(move |_| case.read(|household| household.members.is_empty()));
    let nothing = Memo::new(move |_| told.with(open_questions).is_empty() && !nobody.get());
    let open_members = move |_| {
        case.drafts
            .update(|drafts| drafts.section = Some(Section::Members))
    };
    view! {
        <section class="to-ask" aria-labelledby="to-ask-title" data-open=move || (!nothing.get()).to_string()>
            <h2 id="to-ask-title">{text::to_ask()}</h2>
            <p class="form-text">
                {move || if nothing.get() { text::nothing_to_ask() } else { text::to_ask_text() }}
            </p>
            <Show when=move || nobody.get()>
                <p class="to-ask-members" on:click=open_members>
                    {text::ask_members()}
                    " "
                    <LinkButton href=Address::Household(case.id, HouseholdTab::Situation).path()>
                        {words::go_members()}
                    </LinkButton>
                </p>
            </Show>
            <For
                each=move || listed.get()
                key=|question| *question as usize
                children=move |question| view! { <HouseholdField case question/> }
            />
        </section>
    }
}

/// Every question that an open condition asks for, once each.
fn open_questions(told: &Option<Eligibility>) -> Vec<HouseholdQuestion> {
    let mut questions = Vec::new();
    let findings = told
        .iter()
        .flat_map(|told| [&told.public_housing, &told.affordable_rent, &told.supported])
        .flat_map(|verdict| &verdict.findings);
    for finding in findings.filter(|finding| finding.outcome == Outcome::Unknown) {
        for question in &finding.ask {
            if !questions.contains(question) {
                questions.push(*question);
            }
        }
    }
    questions
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
