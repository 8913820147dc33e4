// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of a plan as they lie before who signs: all that goes into the checksum, and nothing else.
use crate::prelude::*;
use crate::{
    text::{language, path::plan as text},
    ui::{Summary, SummaryLine},
};
use soglia_domain::{
    plan::{Goal, GoalQuestion, Plan, PlanQuestion},
    question::Question as _,
};
use soglia_wording as wording;

/// The words.
pub(super) fn words(plan: &Plan, whose: String) -> AnyView {
    let of_plan = PlanQuestion::ALL
        .iter()
        .filter(|question| question.is_known(&plan.facts))
        .map(|question| {
            let words = wording::plan_answer(&plan.facts.get(*question), language());
            line(wording::plan_question(*question, language()), words)
        });
    let (of_plan, goals) = (of_plan.collect_view(), plan.goals.iter().map(goal).collect_view());
    view! {
        <article class="letter" data-test="plan-words">
            <p><strong>{text::title()}</strong><br/>{whose}<br/>{text::begun(plan.begun, &plan.by_name)}</p>
            <Summary>{of_plan}</Summary>
            <ol>{goals}</ol>
        </article>
    }
}

/// A goal without what became of it, which is not signed.
fn goal(goal: &Goal) -> AnyView {
    let lines = GoalQuestion::ALL
        .iter()
        .filter(|question| **question != GoalQuestion::Outcome && question.is_known(&goal.facts))
        .map(|question| {
            let words = wording::goal_answer(&goal.facts.get(*question), language());
            line(wording::goal_question(*question, language()), words)
        });
    let lines = lines.collect_view();
    view! { <li><Summary>{lines}</Summary></li> }
}

fn line(term: &'static str, words: String) -> AnyView {
    view! { <SummaryLine term><span class="diary-words" dir="auto">{words}</span></SummaryLine> }
}
