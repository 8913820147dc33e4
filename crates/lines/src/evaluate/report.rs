// SPDX-License-Identifier: AGPL-3.0-or-later
//! Writes what was found about a household: docs/schemas/evaluate-output.schema.json describes it.
use crate::json_lines::Id;
use soglia_domain::{
    eligibility::{Eligibility, Suggestion, SuggestionReason, Verdict, VerdictKind},
    finding::{Doubt, Finding, Outcome, Value},
    household::HouseholdQuestion,
    rulebook::{ParameterName, Rules},
};
use std::{fmt, io::Write as _};

/// What to ask next, with the findings that ask for it.
pub(super) type Asked<'a> = (Vec<HouseholdQuestion>, &'a Eligibility);

/// Writes reports. Every name and every source is the same on each line, so they are put together once.
pub(super) struct Report {
    /// Version and source of each parameter as JSON, by the number of its name.
    parameters: Vec<String>,
    rulebook: String,
}

impl Report {
    pub(super) fn of(rules: &Rules) -> Self {
        let parameter = |name: &ParameterName| {
            let parameter = rules.parameter(*name);
            let json = |text: &str| serde_json::to_string(text).unwrap_or_default();
            let version = json(&parameter.version().0);
            format!("\"parameter\":{version},\"source\":{}", json(&parameter.source))
        };
        Self {
            parameters: ParameterName::ALL.iter().map(parameter).collect(),
            rulebook: rules.version(),
        }
    }

    /// The verdicts, and what to ask next while one of them is open.
    pub(super) fn brief(
        &self,
        id: &Id,
        outcomes: [Outcome; 3],
        asked: Option<Asked>,
        suggestion: &Suggestion,
        output: &mut Vec<u8>,
    ) {
        put(output, format_args!("{{\"id\":{}", id.json()));
        for (kind, outcome) in VerdictKind::ALL.into_iter().zip(outcomes) {
            let (kind, verdict) = (kind.key(), outcome.key());
            put(output, format_args!(",\"{kind}\":{{\"verdict\":\"{verdict}\"}}"));
        }
        asks(asked.as_ref(), suggestion, output);
        suggested(suggestion, output);
        self.end(output);
    }

    /// The verdicts with every condition, and why a response is suggested.
    pub(super) fn full(&self, id: &Id, asked: Asked, suggestion: &Suggestion, output: &mut Vec<u8>) {
        let eligibility = asked.1;
        put(output, format_args!("{{\"id\":{}", id.json()));
        for kind in VerdictKind::ALL {
            let Verdict { outcome, findings } = eligibility.verdict(kind);
            let (kind, verdict) = (kind.key(), outcome.key());
            put(
                output,
                format_args!(",\"{kind}\":{{\"verdict\":\"{verdict}\",\"findings\":["),
            );
            for (at, finding) in findings.iter().enumerate() {
                comma(at, output);
                self.finding(finding, output);
            }
            output.extend_from_slice(b"]}");
        }
        output.extend_from_slice(b",\"indigence\":");
        self.finding(&eligibility.indigence, output);
        asks(Some(&asked), suggestion, output);
        suggested(suggestion, output);
        output.extend_from_slice(b",\"suggestion_reasons\":[");
        for (at, reason) in suggestion.reasons.iter().enumerate() {
            comma(at, output);
            put(output, format_args!("\"{reason}\""));
        }
        output.push(b']');
        self.end(output);
    }

    fn end(&self, output: &mut Vec<u8>) {
        put(output, format_args!(",\"rulebook\":\"{}\"}}", self.rulebook));
    }

    fn finding(&self, finding: &Finding, output: &mut Vec<u8>) {
        let (requirement, outcome) = (finding.requirement.key(), finding.outcome.key());
        put(
            output,
            format_args!("{{\"requirement\":\"{requirement}\",\"outcome\":\"{outcome}\",\"observed\":"),
        );
        value(finding.observed.as_ref(), output);
        output.extend_from_slice(b",\"threshold\":");
        value(finding.threshold.as_ref(), output);
        output.push(b',');
        let parameter = finding
            .parameter
            .and_then(|name| self.parameters.get(name as usize));
        let none = "\"parameter\":null,\"source\":null";
        output.extend_from_slice(parameter.map_or(none, String::as_str).as_bytes());
        output.extend_from_slice(b",\"to_change\":");
        value(finding.to_change.as_ref(), output);
        if let Some(doubt) = finding.doubt {
            put(output, format_args!(",\"doubt\":\"{}\"", doubt.key()));
        }
        output.push(b'}');
    }
}

/// What to ask next, by the names of the input. The members are no question of the form, and come first where something
/// waits for them.
fn asks(asked: Option<&Asked>, suggestion: &Suggestion, output: &mut Vec<u8>) {
    let waits = |verdict: &Verdict| {
        let doubt = |finding: &Finding| finding.doubt == Some(Doubt::NoMembers);
        verdict.outcome == Outcome::Unknown && verdict.findings.iter().any(doubt)
    };
    let members = suggestion.reasons.contains(&SuggestionReason::NoMembers)
        || asked.is_some_and(|(_, found)| VerdictKind::ALL.iter().any(|kind| waits(found.verdict(*kind))));
    let questions = asked.map_or(&[][..], |(questions, _)| questions);
    let names = members.then_some("members").into_iter();
    let names = names.chain(questions.iter().map(|question| question.key()));
    output.extend_from_slice(b",\"ask_next\":[");
    for (at, name) in names.enumerate() {
        comma(at, output);
        put(output, format_args!("\"{name}\""));
    }
    output.push(b']');
}

fn suggested(suggestion: &Suggestion, output: &mut Vec<u8>) {
    match suggestion.response {
        Some(response) => put(
            output,
            format_args!(",\"suggested_response\":\"{}\"", response.key()),
        ),
        None => output.extend_from_slice(b",\"suggested_response\":null"),
    }
}

fn value(value: Option<&Value>, output: &mut Vec<u8>) {
    match value {
        None => output.extend_from_slice(b"null"),
        Some(Value::Money(amount) | Value::MoneyPerMonth(amount) | Value::MoneyPerAreaYear(amount)) => {
            put(output, format_args!("\"{amount}\""));
        }
        Some(Value::Area(area)) => put(output, format_args!("\"{area}\"")),
        Some(Value::Percent(share)) => put(output, format_args!("\"{}.{:02}\"", share / 100, share % 100)),
        Some(Value::Persons(number)) => put(output, format_args!("{number}")),
        Some(Value::YesNo(yes)) => put(output, format_args!("{yes}")),
        Some(Value::Citizenship(citizenship)) => put(output, format_args!("\"{}\"", citizenship.key())),
        Some(Value::IseeKind(kind)) => put(output, format_args!("\"{}\"", kind.key())),
        Some(Value::Day(day)) => put(output, format_args!("\"{day}\"")),
    }
}

fn comma(at: usize, output: &mut Vec<u8>) {
    if at > 0 {
        output.push(b',');
    }
}

fn put(output: &mut Vec<u8>, text: fmt::Arguments) {
    // Writing to memory cannot fail.
    let _ = output.write_fmt(text);
}
