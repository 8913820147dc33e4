// SPDX-License-Identifier: AGPL-3.0-or-later
//! One condition with its answer: sign and word, the sentence, value against threshold, source and what would change.
use super::Icon;
use crate::prelude::*;
use crate::{
    routes,
    state::State,
    text::{language, shell as text},
};
use soglia_domain::finding::{Finding, Outcome};
use soglia_wording as wording;

/// One condition with its answer. The sign differs in shape, and a word says it too.
#[component]
pub fn FindingLine(finding: Finding) -> AnyView {
    let language = language();
    let (icon, key) = match finding.outcome {
        Outcome::Met => ("it-check-circle", "met"),
        Outcome::NotMet => ("it-close-circle", "not_met"),
        Outcome::Unknown => ("it-help-circle", "unknown"),
    };
    let name = finding.requirement.key();
    let value = |term: &'static str, value: &soglia_domain::finding::Value| {
        let value = wording::value(value, language);
        view! { <div class="finding-value"><dt>{term}</dt><dd>{value}</dd></div> }
    };
    // Without a threshold the sentence says the value already.
    let values = finding.threshold.as_ref().map(|threshold| {
        let observed = finding.observed.as_ref();
        let observed = observed.map(|observed| value(text::observed(), observed));
        view! { <dl class="finding-values">{observed} {value(text::threshold(), threshold)}</dl> }
    });
    let change = wording::finding_change(&finding, language);
    let source = finding
        .parameter
        .map(|parameter| wording::source(expect_context::<State>().rules().parameter(parameter), language));
    let has_more = change.is_some() || source.is_some();
    view! {
        <div
            class=format!("finding finding-{key}")
            data-test=format!("finding-{name}")
            data-outcome=key
        >
            <span class="finding-sign">
                <Icon name=icon />
                <span>{wording::outcome(finding.outcome, language)}</span>
            </span>
            <div class="finding-body">
                <p class="finding-name">{wording::requirement(finding.requirement, language)}</p>
                <p>{wording::finding(&finding, language)}</p>
                {values}
                {has_more.then(|| view! {
                    <details>
                        <summary>{text::source_and_change()}</summary>
                        {change.map(|change| view! { <p>{change}</p> })}
                        {source.map(|source| view! { <p class="source">{source}</p> })}
                        {finding.parameter.map(|parameter| view! {
                            <p><a href=routes::rule_path(parameter)>{text::in_the_rules()}</a></p>
                        })}
                    </details>
                })}
            </div>
        </div>
    }
    .into_any()
}
