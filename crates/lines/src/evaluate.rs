// SPDX-License-Identifier: AGPL-3.0-or-later
//! `soglia evaluate`: what the rules say about households, one on each line (docs/formats.md).
mod household;
mod report;

use crate::json_lines::{self, Answer, Id, Object, Place, Refused, Tally};
use household::NAMES;
use report::Report;
use soglia_domain::{
    calendar::Day,
    eligibility::{ask_next, eligibility, outcomes, suggestion},
    finding::Outcome,
    rulebook::{Rulebook, Rules},
};
use std::io::{self, Read, Write};

/// Evaluates a household on each line under the published rules of a day. Nothing about a household can have happened
/// after both that day and today. `brief` leaves out the conditions on which the verdicts rest.
///
/// # Errors
/// When the input cannot be read or the output not written. A line that is wrong is answered and counted.
pub fn evaluate(
    as_of: Day,
    today: Day,
    brief: bool,
    input: impl Read + Send,
    output: impl Write,
) -> io::Result<Tally> {
    json_lines::run(&Evaluation::new(as_of, today, brief), input, output)
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
