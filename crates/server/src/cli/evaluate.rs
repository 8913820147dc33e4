// SPDX-License-Identifier: AGPL-3.0-or-later
//! `soglia evaluate`: what the rules say about households, one on each line (docs/formats.md).
mod household;
mod report;

use super::{
    Done,
    json_lines::{self, Answer, Id, Object, Place, Refused, Tally},
};
use clap::Args;
use household::NAMES;
use report::Report;
use soglia_domain::{
    calendar::Day,
    eligibility::{ask_next, eligibility, outcomes, suggestion},
    finding::Outcome,
    rulebook::{Rulebook, Rules},
};
use std::io;

#[derive(Args)]
pub(super) struct EvaluateArgs {
    /// Day whose rules are applied; today when left out.
    #[arg(long, value_name = "DATE", value_parser = super::day)]
    as_of: Option<Day>,
    /// Give the verdicts without the conditions they rest on.
    #[arg(long)]
    brief: bool,
}

pub(super) fn run(args: &EvaluateArgs) -> Done {
    let today = super::today();
    let evaluation = Evaluation::new(args.as_of.unwrap_or(today), today, args.brief);
    let tally = json_lines::run(&evaluation, io::stdin(), io::stdout())?;
    json_lines::conclude(&tally, "could not be evaluated")
}

/// Households held against the published rules of a day.
struct Evaluation {
    rules: Rules,
    /// The latest day on which anything about a household can have happened.
    latest: Day,
    brief: bool,
    report: Report,
}

impl Evaluation {
    fn new(as_of: Day, today: Day, brief: bool) -> Self {
        let rules = Rulebook::published().as_of(as_of);
        Self {
            latest: as_of.max(today),
            brief,
            report: Report::of(&rules),
            rules,
        }
    }
}

impl Answer for Evaluation {
    fn answer<'a>(&self, line: &'a str, output: &mut Vec<u8>, tally: &mut Tally) -> Result<(), Refused<'a>> {
        let mut object = Object::empty(&NAMES, Place::Line);
        let filled = object.fill(line, &mut tally.ignored);
        let read =
            filled.and_then(|()| household::read(&object, self.latest, &self.rules, &mut tally.ignored));
        let (id, situation) = read.map_err(|fault| Refused::named(object.raw(0), fault))?;
        let id = id.as_ref().unwrap_or(&Id::NONE);
        let rules = &self.rules;
        let outcomes = outcomes(&situation, rules);
        let suggestion = suggestion(&situation, outcomes, rules);
        if self.brief && !outcomes.contains(&Outcome::Unknown) {
            self.report.brief(id, outcomes, None, &suggestion, output);
            return Ok(());
        }
        let eligibility = eligibility(&situation, rules);
        let asked = (ask_next(&situation, &eligibility, rules), &eligibility);
        if self.brief {
            self.report.brief(id, outcomes, Some(asked), &suggestion, output);
        } else {
            self.report.full(id, asked, &suggestion, output);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
