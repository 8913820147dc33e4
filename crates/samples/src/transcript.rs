// SPDX-License-Identifier: AGPL-3.0-or-later
//! Everything the rules say about a sample, as text, so that two machines can be held against each other.
use crate::{area, rules, situation, tier};
use soglia_domain::{
    area::FloorArea,
    certificate::RentCertificate,
    digest::sha256_hex,
    eligibility::{Eligibility, SuggestionReason, VerdictKind, ask_next, eligibility, outcomes, suggestion},
    finding::{Finding, Value},
    rent::{burden, rent_ceiling},
    rulebook::Rules,
};
use std::fmt::Write as _;

/// One line for each thing the rules say about one household and one dwelling.
pub fn transcript(number: u64, rules: &Rules) -> String {
    let mut text = String::new();
    // Writing to a String cannot fail, here and below.
    let _ = writeln!(text, "{number}");
    let situation = situation(number, rules);
    let told = eligibility(&situation, rules);
    eligibility_lines(&mut text, &told);
    let brief = outcomes(&situation, rules);
    let _ = writeln!(text, "brief {}", brief.map(|outcome| outcome.key()).join(" "));
    for question in ask_next(&situation, &told, rules) {
        let _ = writeln!(text, "ask {}", question.key());
    }
    let suggested = suggestion(&situation, brief, rules);
    let response = suggested.response.map_or("none", |response| response.key());
    let _ = writeln!(text, "suggested {response}");
    for reason in &suggested.reasons {
        let _ = write!(text, "because {reason}");
        if let SuggestionReason::Bears { tier, rent, bearable }
        | SuggestionReason::DoesNotBear { tier, rent, bearable } = reason
        {
            let _ = write!(text, " {} {rent} {bearable}", tier.key());
        }
        text.push('\n');
    }
    dwelling_lines(&mut text, number, area(number), rules);
    if let Some(income) = situation.net_monthly_income {
        let rent = rent_ceiling(area(number), tier(number), rules).monthly;
        let _ = writeln!(text, "burden {:?}", burden(rent, income));
    }
    text
}

fn eligibility_lines(text: &mut String, told: &Eligibility) {
    for kind in VerdictKind::ALL {
        let verdict = told.verdict(kind);
        let _ = writeln!(text, "{} {}", kind.key(), verdict.outcome.key());
        for finding in &verdict.findings {
            finding_line(text, finding);
        }
    }
    finding_line(text, &told.indigence);
}

fn finding_line(text: &mut String, finding: &Finding) {
    let value = |value: &Option<Value>| value.as_ref().map_or_else(|| "-".to_owned(), written);
    let _ = write!(
        text,
        "  {} {} {} {} {} {} {}",
        finding.requirement.key(),
        finding.outcome.key(),
        value(&finding.observed),
        value(&finding.threshold),
        finding.parameter.map_or("-", |name| name.key()),
        finding.doubt.map_or("-", |doubt| doubt.key()),
        value(&finding.to_change),
    );
    for question in &finding.ask {
        let _ = write!(text, " ?{}", question.key());
    }
    text.push('\n');
}

fn written(value: &Value) -> String {
    match value {
        Value::Money(amount) => amount.to_string(),
        Value::MoneyPerMonth(amount) => format!("{amount}/month"),
        Value::MoneyPerAreaYear(amount) => format!("{amount}/m2"),
        Value::Area(area) => format!("{area}m2"),
        Value::Persons(number) => format!("{number}p"),
        Value::Percent(share) => format!("{share}%%"),
        Value::YesNo(yes) => yes.to_string(),
        Value::Citizenship(held) => held.key().to_owned(),
        Value::IseeKind(kind) => kind.key().to_owned(),
        Value::Day(day) => day.to_string(),
    }
}

fn dwelling_lines(text: &mut String, number: u64, area: FloorArea, rules: &Rules) {
    let certificate = RentCertificate::issue(&format!("a-{number}"), area, tier(number), rules);
    let verified = match certificate.verify() {
        Ok(amended) => format!("holds, {} amended", amended.len()),
        Err(error) => error.code().to_owned(),
    };
    let _ = writeln!(
        text,
        "rent {} {} {} {} {} {verified}",
        certificate.area,
        certificate.tier.key(),
        certificate.yearly,
        certificate.monthly,
        certificate.checksum
    );
}

/// The checksums over so many samples, a line for every thousand, so that a difference can be found.
pub fn agreement(n_samples: u64) -> String {
    let rules = rules();
    let mut lines = format!("{}\n", rules.version());
    for first in (0..n_samples).step_by(1_000) {
        let last = n_samples.min(first + 1_000);
        let text: String = (first..last).map(|number| transcript(number, &rules)).collect();
        let _ = writeln!(lines, "{first}..{last} {}", sha256_hex(text.as_bytes()));
    }
    lines
}
