// SPDX-License-Identifier: AGPL-3.0-or-later
//! First category of the notice: no title to public housing, and a market that costs more than the household can bear
//! (L.R. Lombardia 16/2016, art. 32 c. 1).
use super::{
    Situation,
    verdict::{Verdict, open},
};
use crate::{
    adequacy::least_adequate_area,
    finding::{Doubt, Finding, Outcome, Questions, Requirement, Value},
    household::HouseholdQuestion,
    money::Money,
    rulebook::{ParameterName, Rules},
};

/// The answer alone, given that on public housing.
pub(super) fn outcome(situation: &Situation, public_housing: Outcome, rules: &Rules) -> Outcome {
    if public_housing == Outcome::Met {
        return Outcome::NotMet;
    }
    Outcome::all([public_housing.negated(), market(situation, rules).outcome])
}

/// Both conditions together.
pub(super) fn verdict(situation: &Situation, public_housing: &Verdict, rules: &Rules) -> Verdict {
    Verdict::of(vec![
        not_public_housing(public_housing),
        market_finding(situation, rules),
    ])
}

fn not_public_housing(public_housing: &Verdict) -> Finding {
    let outcome = public_housing.outcome.negated();
    let mut ask = Questions::NONE;
    if outcome == Outcome::Unknown {
        public_housing.asks().for_each(|question| ask.add(*question));
    }
    Finding {
        parameter: Some(ParameterName::PublicHousingIseeLimit),
        ask,
        ..open(Requirement::NotPublicHousing, outcome)
    }
}

/// The market against what can be borne, both in a month.
struct Market {
    outcome: Outcome,
    /// Of the smallest adequate home, where it is one figure.
    rent: Option<Money>,
    bearable: Option<Money>,
}

/// The market rent of the smallest adequate home is above the share of the income that can be borne. Without a zone, or
/// without members, the answer is given when the cheapest and the dearest case agree.
fn market(situation: &Situation, rules: &Rules) -> Market {
    let (cheapest, dearest) = market_rents(situation, rules);
    let income = situation.net_monthly_income;
    // Held against each other in a year and without rounding: cents decide at the threshold.
    let exceeds =
        |yearly: i64, income: Money| yearly * 10_000 > income.cents() * i64::from(share(rules)) * 12;
    let (outcome, yearly) = match income {
        Some(income) if exceeds(cheapest, income) => (Outcome::Met, Some(cheapest)),
        Some(income) if !exceeds(dearest, income) => (Outcome::NotMet, Some(dearest)),
        _ => (Outcome::Unknown, (cheapest == dearest).then_some(cheapest)),
    };
    Market {
        outcome,
        rent: yearly.map(|yearly| Money::from_cents((yearly + 6) / 12)),
        bearable: income.map(|income| bearable(income, rules)),
    }
}

/// The sustainable share of a monthly income, rounded down to the cent.
pub(super) fn bearable(income: Money, rules: &Rules) -> Money {
    Money::from_cents(income.cents() * i64::from(share(rules)) / 10_000)
}

fn share(rules: &Rules) -> u32 {
    rules.number(ParameterName::SustainableShare).max(1)
}

fn market_finding(situation: &Situation, rules: &Rules) -> Finding {
    let Market {
        outcome,
        rent,
        bearable,
    } = market(situation, rules);
    let income = situation.net_monthly_income;
    let undecided = outcome == Outcome::Unknown;
    let nobody = situation.composition.n_members == 0;
    Finding {
        observed: rent.map(Value::MoneyPerMonth),
        threshold: bearable.map(Value::MoneyPerMonth),
        parameter: Some(ParameterName::SustainableShare),
        doubt: match (undecided, bearable) {
            (true, Some(_)) if nobody => Some(Doubt::NoMembers),
            (true, Some(_)) => Some(Doubt::ZoneNotChosen),
            _ => None,
        },
        to_change: match (undecided, rent, income) {
            (false, Some(rent), Some(income)) => {
                // The least income that bears the rent, rounded up to the cent.
                let share = i64::from(share(rules));
                let needed = (rent.cents() * 10_000 + share - 1) / share;
                Some(Value::MoneyPerMonth(Money::from_cents(
                    (needed - income.cents()).abs(),
                )))
            }
            _ => None,
        },
        // The zone matters only for incomes between the cheapest and the dearest one, so it is asked after the income.
        ask: match (undecided, income) {
            (true, None) => Questions::one(HouseholdQuestion::NetMonthlyIncome),
            (true, Some(_)) if situation.zone.is_none() => Questions::one(HouseholdQuestion::Zone),
            _ => Questions::NONE,
        },
        ..open(Requirement::MarketNotAffordable, outcome)
    }
}

/// Rent in a year of the smallest adequate home, in cents, in the cheapest and in the dearest case.
fn market_rents(situation: &Situation, rules: &Rules) -> (i64, i64) {
    let (lowest, highest) = rules.market_extremes(situation.zone);
    let area = |n_persons| i64::from(least_adequate_area(n_persons, rules));
    let (least, most) = match situation.composition.n_members {
        0 => (area(1), area(u8::MAX)),
        n_persons => {
            let area = area(n_persons);
            (area, area)
        }
    };
    (least * lowest.cents(), most * highest.cents())
}
