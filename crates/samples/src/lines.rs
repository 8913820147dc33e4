// SPDX-License-Identifier: AGPL-3.0-or-later
//! Samples as lines of the command's input.
use crate::{area, household, tier};
use soglia_domain::{
    answer::Answer,
    household::{Household, Member},
    money::Money,
};
use std::fmt::{Display, Write as _};

/// A household as a line for `soglia evaluate`, without the line break.
pub fn household_line(number: u64) -> String {
    let Household { members, facts, .. } = household(number);
    let mut line = Line::new(&format!("n-{number}"));
    if !members.is_empty() {
        let members: Vec<String> = members.iter().map(member).collect();
        line.raw("members", &format!("[{}]", members.join(",")));
    }
    line.text("citizenship", &facts.citizenship, |held| held.key().to_owned());
    line.plain("regular_work", &facts.regular_work);
    line.plain("resides_in_region", &facts.resides_in_region);
    line.plain("works_in_region", &facts.works_in_region);
    if let Answer::Known(isee) = &facts.isee {
        let presented = isee
            .dsu_date
            .map_or_else(|| "null".to_owned(), |day| format!("\"{day}\""));
        let value = isee.value;
        let kind = isee
            .kind
            .map_or_else(|| "null".to_owned(), |kind| format!("\"{}\"", kind.key()));
        line.raw(
            "isee",
            &format!("{{\"kind\":{kind},\"value\":\"{value}\",\"dsu_date\":{presented}}}"),
        );
    }
    line.text("sap_patrimony", &facts.sap_patrimony, Money::to_string);
    line.text("equivalence_scale", &facts.equivalence_scale, |scale| {
        format!("{}.{:02}", scale / 100, scale % 100)
    });
    line.plain("owns_adequate_home", &facts.owns_adequate_home);
    line.plain(
        "revoked_assignment_last_5_years",
        &facts.revoked_assignment_last_5_years,
    );
    line.plain(
        "illegal_occupation_last_5_years",
        &facts.illegal_occupation_last_5_years,
    );
    line.text("net_monthly_income", &facts.net_monthly_income, Money::to_string);
    line.text("zone", &facts.zone, String::clone);
    line.plain("followed_by_social_services", &facts.followed_by_social_services);
    line.plain("manages_primary_needs", &facts.manages_primary_needs);
    line.plain("temporary_difficulty", &facts.temporary_difficulty);
    line.plain("needs_accompaniment", &facts.needs_accompaniment);
    line.end()
}

fn member(member: &Member) -> String {
    let facts = &member.facts;
    let mut line = Line(String::from("{"));
    line.text("birth_date", &facts.birth_date, ToString::to_string);
    line.plain("disability", &facts.disability);
    line.plain("works", &facts.works);
    line.text("relation", &facts.relation, |relation| relation.key().to_owned());
    line.end()
}

/// A dwelling as a line for `soglia rent`, without the line break.
pub fn dwelling_line(number: u64) -> String {
    let mut line = Line::new(&format!("a-{number}"));
    line.raw("surface_m2", &format!("\"{}\"", area(number)));
    line.raw("tier", &format!("\"{}\"", tier(number).key()));
    line.text(
        "net_monthly_income",
        &household(number).facts.net_monthly_income,
        Money::to_string,
    );
    line.end()
}

/// A JSON object in the making. Keys and texts are our own, and need no escapes.
struct Line(String);

impl Line {
    fn new(id: &str) -> Self {
        Self(format!("{{\"id\":\"{id}\""))
    }

    fn raw(&mut self, key: &str, value: &str) {
        let comma = if self.0.ends_with('{') { "" } else { "," };
        // Writing to a String cannot fail.
        let _ = write!(self.0, "{comma}\"{key}\":{value}");
    }

    /// An answer that stands as it is; "not known yet" is null, and what was not asked is absent.
    fn plain<T: Display>(&mut self, key: &str, answer: &Answer<T>) {
        match answer {
            Answer::Known(value) => self.raw(key, &value.to_string()),
            Answer::NotKnownYet => self.raw(key, "null"),
            Answer::NotAsked => {}
        }
    }

    fn text<T>(&mut self, key: &str, answer: &Answer<T>, write: impl Fn(&T) -> String) {
        match answer {
            Answer::Known(value) => self.raw(key, &format!("\"{}\"", write(value))),
            Answer::NotKnownYet => self.raw(key, "null"),
            Answer::NotAsked => {}
        }
    }

    fn end(mut self) -> String {
        self.0.push('}');
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_holds_one_object_and_no_line_break() {
        for number in 0..200 {
            for line in [household_line(number), dwelling_line(number)] {
                assert!(line.starts_with("{\"id\":\"") && line.ends_with('}'), "{line}");
                assert!(
                    !line.contains('\n') && !line.contains("{,") && !line.contains(",,"),
                    "{line}"
                );
            }
        }
    }
}
