// SPDX-License-Identifier: AGPL-3.0-or-later
//! One value for everything about the rules of the City.
use super::{CityRules, CityRulesPart, Refusal, Verb};
use crate::{
    context::Known,
    id::{AmendmentId, ScenarioId},
    rulebook::{Amendment, NewValue, ParameterName, Scenario},
    samples::{AT, BY_NAME, PERSON, TODAY, broken},
};
use soglia_kernel::{
    area::SurfaceKind,
    edit::Edit,
    every,
    money::Money,
    samples::{Pieces, choosings},
};
use uuid::Uuid;

const AMENDMENT: AmendmentId = AmendmentId(Uuid::from_u128(0xb1));
const SCENARIO: ScenarioId = ScenarioId(Uuid::from_u128(0xb2));

/// The rules with an amendment and a scenario.
pub fn record() -> CityRules {
    CityRules {
        amendments: vec![amendment()],
        scenarios: vec![scenario()],
    }
}

fn amendment() -> Amendment {
    Amendment {
        id: AMENDMENT,
        parameter: ParameterName::SustainableShare,
        value: NewValue::Number(2_800),
        from: TODAY,
        reason: "chiesto da Ionescu in cabina di regia".to_owned(),
        by: PERSON,
        by_name: BY_NAME.to_owned(),
        at: AT,
    }
}

fn scenario() -> Scenario {
    Scenario {
        id: SCENARIO,
        name: "Proposta Ionescu".to_owned(),
        changes: changes(),
        by: PERSON,
        by_name: BY_NAME.to_owned(),
        at: AT,
    }
}

/// One supposition of every sort of value.
fn changes() -> Vec<(ParameterName, NewValue)> {
    let values = every!(NewValue {
        Money => NewValue::Money(Money::from_euro(70)),
        Number => NewValue::Number(2_500),
        Table => NewValue::Table(vec![46, 70]),
        SurfaceKind => NewValue::SurfaceKind(SurfaceKind::Cadastral),
        ZoneRent => NewValue::ZoneRent { zone: "D12".to_owned(), rent: Money::from_euro(140) },
    });
    let of = |value: NewValue| match &value {
        NewValue::Money(_) => (ParameterName::CapCapped, value),
        NewValue::Number(_) => (ParameterName::SustainableShare, value),
        NewValue::Table(_) => (ParameterName::ConventionalSizes, value),
        NewValue::SurfaceKind(_) => (ParameterName::CapSurfaceKind, value),
        NewValue::ZoneRent { .. } => (ParameterName::MarketRent, value),
    };
    values.into_iter().map(of).collect()
}

/// Every verb.
pub fn verbs() -> Vec<Verb> {
    let mut choices = choosings("created").into_iter().map(Verb::Resolve);
    let choice = choices.next();
    let Amendment {
        id,
        parameter,
        value,
        from,
        reason,
        ..
    } = amendment();
    let mut verbs = every!(Verb {
        Resolve => choice.expect("there are choices"),
        Amend => Verb::Amend { amendment: id, parameter, value, from, reason },
        SaveScenario => Verb::SaveScenario {
            scenario: SCENARIO,
            name: "Proposta Ionescu".to_owned(),
            changes: changes(),
        },
        RemoveScenario => Verb::RemoveScenario { scenario: SCENARIO },
    });
    verbs.extend(choices);
    verbs
}

/// Every edit.
pub fn edits() -> Vec<Edit<CityRules>> {
    soglia_kernel::samples::edits(Pieces {
        record: record(),
        facts: Vec::new(),
        part_facts: Vec::new(),
        parts: every!(CityRulesPart {
            Amendment => CityRulesPart::Amendment(Box::new(amendment())),
            Scenario => CityRulesPart::Scenario(Box::new(scenario())),
        }),
        states: Vec::new(),
    })
}

/// Every refusal.
pub fn refusals() -> Vec<Refusal> {
    every!(Refusal {
        Unknown => Refusal::Unknown,
        NotAmendable => Refusal::NotAmendable,
        ValueDoesNotFit => Refusal::ValueDoesNotFit,
        DayOutOfRange => Refusal::DayOutOfRange,
        ScenarioOutOfRange => Refusal::ScenarioOutOfRange,
    })
}

/// There is one record, and everybody sees it.
pub fn shown() -> Vec<(&'static str, CityRules)> {
    vec![("the one record", record())]
}

/// What does not hold about the rules.
pub fn invariants(rules: &CityRules, _: &Known) -> Vec<&'static str> {
    let reasons = rules
        .amendments
        .iter()
        .all(|amendment| !amendment.reason.trim().is_empty());
    broken(&[(reasons, "an amendment has its reason")])
}
