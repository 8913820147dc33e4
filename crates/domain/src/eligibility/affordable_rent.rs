// SPDX-License-Identifier: AGPL-3.0-or-later
//! First category of the notice: no title to public housing, and a market that costs more than the household can bear
//! (L.R. Lombardia 16/2016, art. 32 c. 1).
use super::{Verdict, open};
use crate::{
    adequacy::least_adequate_area,
    calendar::Day,
    finding::{Doubt, Finding, Outcome, Requirement, Value},
    household::{Household, HouseholdQuestion},
    money::Money,
    rulebook::{ParameterName, Rulebook},
};
use std::collections::BTreeSet;

/// Both conditions together.
pub(super) fn verdict(
    household: &Household,
    public_housing: &Verdict,
    rulebook: &Rulebook,
    day: Day,
) -> Verdict {
    Verdict::of(vec![
        not_public_housing(public_housing),
        market(household, rulebook, day),
    ])
}

fn not_public_housing(public_housing: &Verdict) -> Finding {
    let outcome = public_housing.outcome.negated();
    let ask = match outcome {
        Outcome::Unknown => {
            let asked: BTreeSet<_> = public_housing.asks().copied().collect();
            asked.into_iter().collect()
        }
        _ => Vec::new(),
    };
    Finding {
        parameter: Some(ParameterName::PublicHousingIseeLimit),
        ask,
        ..open(Requirement::NotPublicHousing, outcome)
    }
}

/// The market rent of the smallest adequate home is above the share of the income that can be borne. Without a zone, or
/// without members, the answer is given when the cheapest and the dearest case agree.
fn market(household: &Household, rulebook: &Rulebook, day: Day) -> Finding {
    let income = household.facts.net_monthly_income.known().copied();
    let zone = household
        .facts
        .zone
        .known()
        .and_then(|zone| rulebook.market_rent(zone, day));
    let (cheapest, dearest) = market_rents(household, zone.map(|zone| zone.rent), rulebook, day);
    let share = rulebook.number(ParameterName::SustainableShare, day).max(1);
    let bearable = income.map(|income| Money::from_cents(income.cents() * i64::from(share) / 10_000));
    let (outcome, rent) = match bearable {
        Some(bearable) if cheapest > bearable => (Outcome::Met, Some(cheapest)),
        Some(bearable) if dearest <= bearable => (Outcome::NotMet, Some(dearest)),
        _ => (Outcome::Unknown, (cheapest == dearest).then_some(cheapest)),
    };
    let undecided = outcome == Outcome::Unknown;
    let doubt = match (undecided, bearable) {
        (true, Some(_)) if household.members.is_empty() => Some(Doubt::NoMembers),
        (true, Some(_)) => Some(Doubt::ZoneNotChosen),
        _ => None,
    };
    let mut ask = Vec::new();
    if undecided && income.is_none() {
        ask.push(HouseholdQuestion::NetMonthlyIncome);
    }
    if undecided && zone.is_none() {
        ask.push(HouseholdQuestion::Zone);
    }
    Finding {
        observed: rent.map(Value::MoneyPerMonth),
        threshold: bearable.map(Value::MoneyPerMonth),
        parameter: Some(ParameterName::SustainableShare),
        doubt,
        to_change: match (undecided, rent, income) {
            (false, Some(rent), Some(income)) => {
                // The least income that bears the rent, rounded up to the cent.
                let needed = (rent.cents() * 10_000 + i64::from(share) - 1) / i64::from(share);
                Some(Value::MoneyPerMonth(Money::from_cents(
                    (needed - income.cents()).abs(),
                )))
            }
            _ => None,
        },
        ask,
        ..open(Requirement::MarketNotAffordable, outcome)
    }
}

/// Monthly rent of the smallest adequate home in the cheapest and in the dearest case, to the nearest cent.
fn market_rents(household: &Household, zone: Option<Money>, rulebook: &Rulebook, day: Day) -> (Money, Money) {
    let zones = rulebook.market_rents(day).iter().map(|zone| zone.rent);
    let lowest = zone.or_else(|| zones.clone().min()).unwrap_or_default();
    let highest = zone.or_else(|| zones.max()).unwrap_or_default();
    let area = |n_persons| i64::from(least_adequate_area(n_persons, rulebook, day));
    let (least, most) = match u8::try_from(household.members.len()).unwrap_or(u8::MAX) {
        0 => (area(1), area(u8::MAX)),
        n_persons => (area(n_persons), area(n_persons)),
    };
    let monthly = |area: i64, rent: Money| Money::from_cents((area * rent.cents() + 6) / 12);
    (monthly(least, lowest), monthly(most, highest))
}
