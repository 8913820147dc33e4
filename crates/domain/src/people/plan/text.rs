// SPDX-License-Identifier: AGPL-3.0-or-later
//! The checksum of the words of a plan: who signs it signs these, and years later anybody can tell whether they are the
//! same.
use super::{Goal, GoalQuestion, Plan, PlanQuestion};
use soglia_kernel::{answer::Answer, digest::sha256_hex, in_order::in_order, said::Said};
use std::fmt::Write as _;

/// SHA-256 over what a plan says, as 64 hexadecimal digits: whose it is, when it was begun, and one line for each fact that
/// is known. A fact that a newer version adds changes nothing where nobody said it. What became of the goals is written
/// after the signature and stays out.
pub fn text_hash(plan: &Plan) -> String {
    let mut text = format!("soglia plan 1\n{}\n{}\n", plan.household, plan.begun);
    for question in PlanQuestion::ALL {
        write_fact(&mut text, question.key(), plan.facts.get(*question).said());
    }
    // Goals added on two devices stand in another order on each.
    for goal in in_order(&plan.goals, |goal: &&Goal| goal.id) {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "goal {}", goal.id);
        let signed = GoalQuestion::ALL
            .iter()
            .filter(|question| **question != GoalQuestion::Outcome);
        for question in signed {
            write_fact(&mut text, question.key(), goal.facts.get(*question).said());
        }
    }
    sha256_hex(text.as_bytes())
}

fn write_fact(text: &mut String, key: &str, said: Option<Answer<Said>>) {
    if let Some(Answer::Known(said)) = said {
        let _ = writeln!(text, "{key}={}", canonical(&said));
    }
}

/// A value in the one form that goes into the checksum.
fn canonical(said: &Said) -> String {
    match said {
        Said::YesNo(yes) => yes.to_string(),
        // A line break in a text could stand for the next fact.
        Said::Text(text) => text.escape_default().to_string(),
        Said::Amount(amount) => amount.to_string(),
        Said::Whole(number) => number.to_string(),
        Said::Area(area) => area.to_string(),
        Said::Day(day) => day.to_string(),
        Said::Choice(key) => (*key).to_owned(),
        Said::Reference(id) => id.to_string(),
    }
}
