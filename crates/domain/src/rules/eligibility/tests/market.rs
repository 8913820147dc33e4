// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;

/// One person without title to public housing, with that income and zone.
fn market(income: i64, zone: Option<&str>) -> Finding {
    let mut household = household(1);
    household.facts.isee = isee(20_000);
    household.facts.net_monthly_income = Answer::Known(Money::from_euro(income));
    if let Some(zone) = zone {
        household.facts.zone = Answer::Known(zone.to_owned());
    }
    finding(&household, Requirement::MarketNotAffordable)
}

#[test]
fn the_market_of_a_zone_is_held_against_the_income() {
    // 28 m² at 132 € a year are 308 € a month.
    let met = market(1_000, Some("D12"));
    assert_eq!(met.outcome, Outcome::Met);
    assert!(met.observed == Some(Value::MoneyPerMonth(Money::from_euro(308))));
    assert!(met.threshold == Some(Value::MoneyPerMonth(Money::from_euro(300))));
    assert!(met.to_change == Some(Value::MoneyPerMonth(Money::from_cents(2_667))));
    assert_eq!(market(1_027, Some("D12")).outcome, Outcome::NotMet);
}

#[test]
fn without_a_zone_the_market_is_decided_where_all_zones_agree() {
    assert_eq!(market(400, None).outcome, Outcome::Met);
    assert_eq!(market(4_000, None).outcome, Outcome::NotMet);
    let open = market(1_200, None);
    assert_eq!(
        (open.outcome, open.doubt),
        (Outcome::Unknown, Some(Doubt::ZoneNotChosen))
    );
    assert_eq!(open.ask, [HouseholdQuestion::Zone]);
    assert_eq!(
        market(1_200, Some("una zona qualsiasi")).outcome,
        Outcome::Unknown
    );
}

#[test]
fn the_first_category_needs_both_conditions() {
    let mut household = household(2);
    household.facts.isee = isee(20_000);
    household.facts.net_monthly_income = Answer::Known(Money::from_euro(500));
    assert_eq!(told(&household).affordable_rent.outcome, Outcome::Met);
    household.facts.isee = Answer::NotKnownYet;
    assert_eq!(told(&household).affordable_rent.outcome, Outcome::Unknown);
    household.facts.net_monthly_income = Answer::Known(Money::from_euro(9_000));
    assert_eq!(told(&household).affordable_rent.outcome, Outcome::NotMet);
}
