// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a letter about a refusal says: data alone, its words stand in the wording. It is held against the rules of the day
//! of the refusal, and made anew each time: nothing of it is stored twice.
use super::Case;
use crate::{
    eligibility::{Situation, VerdictKind, eligibility},
    finding::{Finding, Outcome, Requirement},
    household::Household,
    rulebook::{Parameter, ParameterName, Rulebook, Rules},
};
use soglia_kernel::{author::Role, calendar::Day};

/// The categories of the notice: a household is refused where it belongs to neither.
const CATEGORIES: [VerdictKind; 2] = [VerdictKind::AffordableRent, VerdictKind::Supported];

/// A letter about a refusal. It speaks of people from its first to its last word, so it has no `Debug`.
#[derive(Clone)]
pub struct Letter {
    /// To whom: the head of household, or how colleagues call the household.
    pub to: String,
    /// The day of the decision.
    pub day: Day,
    /// Whether it confirms a refusal against which the household appealed.
    pub after_appeal: bool,
    /// The conditions it rests on.
    pub grounds: Vec<Ground>,
    /// Why, in words.
    pub reason: String,
    /// Who decided.
    pub by_name: String,
    /// In which role.
    pub role: Role,
    /// What the household can do about it.
    pub remedies: Remedies,
}

/// One condition on which a refusal rests.
#[derive(Clone)]
pub struct Ground {
    /// Which condition.
    pub requirement: Requirement,
    /// The category of the notice that asks for it.
    pub category: VerdictKind,
    /// What was found; none where the facts were changed since, so that they say something else now.
    pub finding: Option<Finding>,
    /// Where the condition stands; none where the notice itself asks for it.
    pub source: Option<Parameter>,
}

/// What a household can do against a refusal.
#[derive(Clone)]
pub struct Remedies {
    /// The last day to ask the City to look at it again; none once it did.
    pub appeal_by: Option<Day>,
    /// How long that is, and where it is written.
    pub appeal: Parameter,
    /// Within how many days the City answers.
    pub answer: Parameter,
    /// Within how many days a court can be asked.
    pub court: Parameter,
}

/// The letter about the last refusal of a case; none where nobody refused. The household is taken as it is known now.
pub fn letter(case: &Case, household: &Household, rulebook: &Rulebook) -> Option<Letter> {
    let (refused, grounds) = case.refused()?;
    let day = refused.at.day();
    let rules = rulebook.as_of(day);
    let asked = conditions(household, &rules);
    let ground = |requirement: &Requirement| {
        let (category, finding) = asked
            .iter()
            .find(|(_, found)| found.requirement == *requirement)?;
        Some(Ground {
            requirement: *requirement,
            category: *category,
            finding: Some(finding.clone()).filter(is_unmet),
            source: finding.parameter.map(|name| rules.parameter(name).clone()),
        })
    };
    let parameter = |name| rules.parameter(name).clone();
    Some(Letter {
        to: addressee(household),
        day,
        // A refusal that can no longer be appealed against confirms another one.
        after_appeal: refused.due.is_none(),
        grounds: grounds.iter().filter_map(ground).collect(),
        reason: refused.reason.clone(),
        by_name: refused.by_name.clone(),
        role: refused.role,
        remedies: Remedies {
            appeal_by: refused.due,
            appeal: parameter(ParameterName::CaseAppealDays),
            answer: parameter(ParameterName::CaseAppealAnswerDays),
            court: parameter(ParameterName::CaseCourtDays),
        },
    })
}

/// The conditions of the two categories that are known to be unmet: on these a refusal may rest.
pub fn unmet(household: &Household, rules: &Rules) -> Vec<Finding> {
    let asked = conditions(household, rules).into_iter();
    asked.map(|(_, finding)| finding).filter(is_unmet).collect()
}

fn is_unmet(finding: &Finding) -> bool {
    finding.outcome == Outcome::NotMet
}

/// Every condition of the two categories, with its category.
fn conditions(household: &Household, rules: &Rules) -> Vec<(VerdictKind, Finding)> {
    let told = eligibility(&Situation::of(household, rules), rules);
    let of = |kind: VerdictKind| {
        let findings = told.verdict(kind).findings.clone().into_iter();
        findings.map(move |finding| (kind, finding))
    };
    CATEGORIES.into_iter().flat_map(of).collect()
}

/// Head of household by name, or how colleagues call the household.
fn addressee(household: &Household) -> String {
    let head = household.head_of_household().map(|head| &head.facts);
    let names = head.and_then(|facts| Some([facts.given_name.known()?, facts.family_name.known()?]));
    names.map_or_else(
        || household.label().to_owned(),
        |[given, family]| format!("{given} {family}"),
    )
}
