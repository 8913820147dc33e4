// SPDX-License-Identifier: AGPL-3.0-or-later
//! The value that an edit writes into a field, as a person reads it.
use crate::{
    Language, assessment_answer, dwelling_answer, funding_answer, goal_answer, household_answer,
    member_answer, plan_answer,
    rooms::{task::task_fact, visit::visit_fact},
};
use soglia_domain::rooms::EditOp;
use soglia_kernel::edit::Edit;

/// The value that an edit writes; empty where it says no fact.
pub fn written_value(op: &EditOp, language: Language) -> String {
    if let EditOp::Dwelling(Edit::Say(answer)) = op {
        dwelling_answer(answer, language)
    } else if let EditOp::Household(Edit::Say(answer)) = op {
        household_answer(answer, language)
    } else if let EditOp::Household(Edit::SayOf { fact, .. }) = op {
        member_answer(fact, language)
    } else if let EditOp::FundingSource(Edit::Say(answer)) = op {
        funding_answer(answer, language)
    } else if let EditOp::Assessment(Edit::Say(answer)) = op {
        assessment_answer(answer, language)
    } else if let EditOp::Plan(Edit::Say(answer)) = op {
        plan_answer(answer, language)
    } else if let EditOp::Plan(Edit::SayOf { fact, .. }) = op {
        goal_answer(fact, language)
    } else if let EditOp::Task(Edit::Say(fact)) = op {
        task_fact(fact, language)
    } else if let EditOp::Visit(Edit::Say(fact)) = op {
        visit_fact(fact, language)
    } else {
        String::new()
    }
}
