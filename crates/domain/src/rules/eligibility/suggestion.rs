// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which response suits a household: a suggestion with its reasons. A person decides.
use super::{Eligibility, Situation, VerdictKind, affordable_rent::bearable};
use crate::{
    adequacy::least_adequate_area,
    area::FloorArea,
    calendar::Day,
    finding::{Outcome, Requirement},
    household::ResponseModel,
    money::Money,
    rent::{RentTier, rent_ceiling},
    rulebook::{ParameterVersion, Rules},
};
use serde::{Deserialize, Serialize};
use soglia_kernel::in_order::in_order;

/// Why a response is suggested, or none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SuggestionReason {
    /// The conditions of the second category are met: the household needs accompaniment.
    NeedsAccompaniment,
    /// The ceiling of an adequate home at this tier is within what the household can bear.
    Bears {
        /// At which tier.
        tier: RentTier,
        /// Monthly ceiling of the smallest adequate home.
        rent: Money,
        /// The sustainable share of the income.
        bearable: Money,
    },
    /// Even that ceiling is above what the household can bear.
    DoesNotBear {
        /// At which tier.
        tier: RentTier,
        /// Monthly ceiling of the smallest adequate home.
        rent: Money,
        /// The sustainable share of the income.
        bearable: Money,
    },
    /// The household belongs to neither category.
    InNoCategory,
    /// Neither category is decided yet.
    CategoriesOpen,
    /// The income is not known.
    IncomeUnknown,
    /// Nobody is named yet.
    NoMembers,
}

impl std::fmt::Display for SuggestionReason {
    /// The name without the amounts.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::NeedsAccompaniment => "needs_accompaniment",
            Self::Bears { .. } => "bears",
            Self::DoesNotBear { .. } => "does_not_bear",
            Self::InNoCategory => "in_no_category",
            Self::CategoriesOpen => "categories_open",
            Self::IncomeUnknown => "income_unknown",
            Self::NoMembers => "no_members",
        })
    }
}

/// The response that suits a household, with the reasons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Suggestion {
    /// Which; none while the facts do not say, or when no response of the notice suits.
    pub response: Option<ResponseModel>,
    /// Why.
    pub reasons: Vec<SuggestionReason>,
}

/// Suggests a response. Who needs accompaniment gets it; who belongs to the first category gets the higher rent that an
/// adequate home may cost and the household can bear, and accompaniment where it can bear neither.
pub fn suggestion(situation: &Situation, outcomes: [Outcome; 3], rules: &Rules) -> Suggestion {
    let [_, affordable_rent, supported] = outcomes;
    let none = |reason| Suggestion {
        response: None,
        reasons: vec![reason],
    };
    if supported == Outcome::Met {
        return Suggestion {
            response: Some(ResponseModel::Supported),
            reasons: vec![SuggestionReason::NeedsAccompaniment],
        };
    }
    match affordable_rent {
        Outcome::Met => {}
        Outcome::NotMet if supported == Outcome::NotMet => return none(SuggestionReason::InNoCategory),
        _ => return none(SuggestionReason::CategoriesOpen),
    }
    let Some(income) = situation.net_monthly_income else {
        return none(SuggestionReason::IncomeUnknown);
    };
    let n_persons = situation.composition.n_members;
    let area = FloorArea::from_hundredths(least_adequate_area(n_persons, rules) * 100);
    let (Some(area), 1..) = (area, n_persons) else {
        return none(SuggestionReason::NoMembers);
    };
    let bearable = bearable(income, rules);
    let mut reasons = Vec::new();
    for (tier, response) in [
        (RentTier::Capped, ResponseModel::Capped),
        (RentTier::ReducedCapped, ResponseModel::ReducedCapped),
    ] {
        let rent = rent_ceiling(area, tier, rules).monthly;
        if rent <= bearable {
            reasons.push(SuggestionReason::Bears { tier, rent, bearable });
            return Suggestion {
                response: Some(response),
                reasons,
            };
        }
        reasons.push(SuggestionReason::DoesNotBear { tier, rent, bearable });
    }
    Suggestion {
        response: Some(ResponseModel::Supported),
        reasons,
    }
}

/// On what a decision about a household rested: every answer and every parameter version, so that it can be understood
/// years later. It holds no amount.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Basis {
    /// The day of the rules.
    pub day: Day,
    /// What identifies all of them: [`Rules::version`].
    pub rules: String,
    /// The three verdicts.
    pub verdicts: Vec<(VerdictKind, Outcome)>,
    /// Every condition.
    pub findings: Vec<(Requirement, Outcome)>,
    /// The parameter versions that the conditions were held against.
    pub parameters: Vec<ParameterVersion>,
    /// The response that was suggested.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggested: Option<ResponseModel>,
}

impl Basis {
    /// What stands now.
    pub fn of(situation: &Situation, eligibility: &Eligibility, rules: &Rules) -> Self {
        let verdicts = VerdictKind::ALL.map(|kind| (kind, eligibility.verdict(kind).outcome));
        let findings = || {
            VerdictKind::ALL
                .into_iter()
                .flat_map(|kind| &eligibility.verdict(kind).findings)
        };
        let names = in_order(findings().filter_map(|finding| finding.parameter), |name| *name);
        Self {
            day: rules.day(),
            rules: rules.version(),
            findings: findings()
                .map(|finding| (finding.requirement, finding.outcome))
                .collect(),
            parameters: names
                .into_iter()
                .map(|name| rules.parameter(name).version())
                .collect(),
            suggested: suggestion(situation, verdicts.map(|(_, outcome)| outcome), rules).response,
            verdicts: verdicts.to_vec(),
        }
    }
}
