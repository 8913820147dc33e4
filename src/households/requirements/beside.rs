// SPDX-License-Identifier: AGPL-3.0-or-later
//! The three verdicts in brief, beside the questions of a section: they follow every answer. Unfolded where there is room,
//! one line where there is little.
use super::{told::Told, tone};
use crate::households::case::Case;
use crate::prelude::*;
use crate::{
    routes::{Address, HouseholdTab},
    text::{households as words, households::requirements as text, language},
    ui::{ButtonKind, Icon, LinkButton, StateTag},
};
use soglia_domain::{
    eligibility::VerdictKind,
    finding::{Finding, Outcome},
};
use soglia_wording as wording;

/// From this width the verdicts are unfolded.
const WIDE: &str = "(min-width: 80rem)";

/// What the answers say so far.
pub(in crate::households) fn beside(case: Case) -> AnyView {
    let told = Memo::new(move |_| Told::of(case));
    let is_wide = window()
        .match_media(WIDE)
        .ok()
        .flatten()
        .is_some_and(|wide| wide.matches());
    let outcome = move |kind: VerdictKind| {
        told.with(|told| {
            told.as_ref()
                .map_or(Outcome::Unknown, |told| told.eligibility.verdict(kind).outcome)
        })
    };
    let tag = move |kind: VerdictKind| {
        live(move || {
            let outcome = outcome(kind);
            let label = format!("{}: {}", text::short(kind), text::so_far(outcome));
            view! { <StateTag tone=tone(outcome) label/> }
        })
    };
    let conditions = move |kind: VerdictKind| {
        let lines = live(move || {
            told.with(|told| {
                let told = told.as_ref()?;
                let findings = told.eligibility.verdict(kind).findings.iter();
                Some(findings.map(condition).collect_view())
            })
            .into_any()
        });
        view! {
            <h3>{text::short(kind)}</h3>
            <ul class="reasons">{lines}</ul>
        }
    };
    let first = move || {
        told.with(|told| {
            let question = *told.as_ref()?.ask.first()?;
            Some(words::next_ask(wording::household_question(question, language())))
        })
    };
    let href = Address::Household(case.id, HouseholdTab::Requirements).path();
    view! {
        <details class="intake-beside" open=is_wide data-test="outcomes">
            <summary>
                <span class="visually-hidden">{words::term_verdict()}</span>
                {VerdictKind::ALL.map(|kind| view! { {tag(kind)} " " }).collect_view()}
            </summary>
            <p>{first}</p>
            {VerdictKind::ALL.map(conditions).collect_view()}
            <LinkButton kind=ButtonKind::Plain href>{words::go_requirements()}</LinkButton>
        </details>
    }
}

/// One condition with its sign; the word is for those who hear the page.
fn condition(finding: &Finding) -> AnyView {
    let (icon, key) = match finding.outcome {
        Outcome::Met => ("it-check-circle", "met"),
        Outcome::NotMet => ("it-close-circle", "not_met"),
        Outcome::Unknown => ("it-help-circle", "unknown"),
    };
    view! {
        <li class="reason" data-outcome=key>
            <Icon name=icon/>
            <span>
                {wording::requirement(finding.requirement, language())}
                <span class="visually-hidden">": " {wording::outcome(finding.outcome, language())}</span>
            </span>
        </li>
    }
}
