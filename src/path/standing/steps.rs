// SPDX-License-Identifier: AGPL-3.0-or-later
//! Every step of a case, newest first: where it led, who took it, when, and why.
use super::place::stage_key;
use crate::prelude::*;
use crate::{
    state::State,
    text::{language, path::standing as text},
};
use soglia_domain::case::{Case, CaseStage, Step};
use soglia_wording as wording;

/// The steps, folded.
pub(super) fn timeline(state: State, case: &Case) -> AnyView {
    let steps: Vec<&Step> = case.steps.iter().collect();
    let steps = soglia_search::sorted(steps, &mut |a, b| b.number.cmp(&a.number));
    let lines = steps.into_iter().map(|step| line(state, step));
    view! {
        <details data-test="case-steps">
            <summary>{text::steps()}</summary>
            <ol class="timeline">{lines.collect_view()}</ol>
        </details>
    }
}

fn line(state: State, step: &Step) -> AnyView {
    let kind = step.stage.kind();
    let who = format!(
        "{}, {}, {}",
        step.by_name,
        wording::role(step.role, language()),
        wording::moment(state.local_ms(step.at), language()),
    );
    let due = step.due.map(|due| match step.stage {
        CaseStage::Refused { .. } => text::appeal_until(due),
        _ => text::due(due),
    });
    let paragraphs = [about(&step.stage), Some(step.reason.clone()), due];
    let paragraphs = paragraphs.into_iter().flatten().filter(|words| !words.is_empty());
    view! {
        <li class="timeline-entry" data-test="case-step" data-stage=stage_key(kind)>
            <p><strong>{wording::case_stage(kind, language())}</strong></p>
            {paragraphs.map(|words| view! { <p>{words}</p> }).collect_view()}
            <p class="timeline-who">{who}</p>
        </li>
    }
}

/// What a stage carries, in words.
fn about(stage: &CaseStage) -> Option<String> {
    match stage {
        CaseStage::Refused { grounds } if !grounds.is_empty() => {
            let grounds: Vec<&str> = grounds
                .iter()
                .map(|ground| wording::requirement(*ground, language()))
                .collect();
            Some(format!("{}: {}", text::grounds(), grounds.join(", ")))
        }
        CaseStage::Appealed { received } => Some(text::asked_on(*received)),
        CaseStage::Concluded {
            conclusion,
            destination,
        } => {
            let why = text::sentence(wording::conclusion(*conclusion, language()));
            let parts = [why, destination.clone()];
            let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            Some(parts.join(". "))
        }
        CaseStage::Access
        | CaseStage::Assessment
        | CaseStage::Project
        | CaseStage::Delivery
        | CaseStage::Refused { .. }
        | CaseStage::Withdrawn => None,
    }
}
