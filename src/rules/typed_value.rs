// SPDX-License-Identifier: AGPL-3.0-or-later
//! A value as it is typed: from the parameter to the texts of its fields, and back to a value or to what is wrong.
use crate::text::{language, rules as text};
use soglia_domain::{
    area::SurfaceKind,
    city_rules::Refusal,
    money::Money,
    rooms::Common,
    rulebook::{NewValue, Parameter, ParameterValue, Unit},
};
use soglia_wording as wording;

/// Which field is wrong, and why.
pub(super) type Wrong = (usize, String);

/// The whole of something, in hundredths of a per cent.
const WHOLE: u32 = 10_000;

/// The texts of the fields that hold a value: as many as a table has numbers; for market rents the zone and its rent.
pub(super) fn texts_of(parameter: &Parameter) -> Vec<String> {
    let unit = parameter.unit;
    match &parameter.value {
        ParameterValue::Money(amount) => vec![wording::money(*amount, language())],
        ParameterValue::Number(number) => vec![number_text(*number, unit)],
        ParameterValue::Table(table) => table.iter().map(|number| number_text(*number, unit)).collect(),
        ParameterValue::SurfaceKind(kind) => vec![kind.key().to_owned()],
        ParameterValue::Zones(_) => vec![String::new(), String::new()],
    }
}

fn number_text(number: u32, unit: Unit) -> String {
    match unit {
        Unit::Share => wording::percent(number, language()),
        Unit::Hundredths => format!("{},{:02}", number / 100, number % 100),
        _ => number.to_string(),
    }
}

/// Reads the texts as a value that goes with the parameter.
///
/// # Errors
/// The field that is wrong, and a sentence about it.
pub(super) fn read_value(parameter: &Parameter, texts: &[String]) -> Result<NewValue, Wrong> {
    let first = texts.first().map_or("", String::as_str);
    let value = match &parameter.value {
        ParameterValue::Money(_) => NewValue::Money(read_amount(0, first)?),
        ParameterValue::Number(_) => NewValue::Number(read_number(0, first, parameter.unit)?),
        ParameterValue::Table(_) => {
            let mut numbers = Vec::with_capacity(texts.len());
            for (at, typed) in texts.iter().enumerate() {
                numbers.push(read_number(at, typed, parameter.unit)?);
            }
            NewValue::Table(numbers)
        }
        ParameterValue::SurfaceKind(_) => {
            let kind = SurfaceKind::ALL.into_iter().find(|kind| kind.key() == first);
            NewValue::SurfaceKind(kind.unwrap_or(SurfaceKind::Unstated))
        }
        ParameterValue::Zones(_) => {
            if first.is_empty() {
                return Err((0, text::zone_missing().to_owned()));
            }
            let rent = read_amount(1, texts.get(1).map_or("", String::as_str))?;
            NewValue::ZoneRent {
                zone: first.to_owned(),
                rent,
            }
        }
    };
    if value.applied_to(&parameter.value).is_none() {
        return Err((0, wording::rules_refusal(&Refusal::ValueDoesNotFit, language())));
    }
    Ok(value)
}

fn read_amount(at: usize, typed: &str) -> Result<Money, Wrong> {
    let sentence = match Money::parse(typed) {
        Ok(amount) if amount.is_negative() => wording::common_refusal(&Common::NegativeAmount, language()),
        Ok(amount) => return Ok(amount),
        Err(error) => wording::money_error(error, language()).to_owned(),
    };
    Err((at, sentence))
}

fn read_number(at: usize, typed: &str, unit: Unit) -> Result<u32, Wrong> {
    let typed = typed.trim();
    // Shares and scales are typed with decimals and counted in hundredths.
    let hundredths = |typed: &str| u32::try_from(Money::parse(typed).ok()?.cents()).ok();
    let (read, sentence) = match unit {
        Unit::Share => {
            let share = hundredths(typed.trim_end_matches('%')).filter(|share| *share <= WHOLE);
            (share, text::share_format())
        }
        Unit::Hundredths => (hundredths(typed), text::decimal_format()),
        _ => (typed.parse().ok(), text::whole_format()),
    };
    read.ok_or_else(|| (at, sentence.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use soglia_domain::{
        calendar::Day,
        rulebook::{ParameterName, Rulebook},
    };

    fn parameter(name: ParameterName) -> Parameter {
        let rules = Rulebook::published().as_of(Day::constant(2026, 11, 22));
        rules.parameter(name).clone()
    }

    #[track_caller]
    fn check(name: ParameterName, typed: &str, expected: Option<NewValue>) {
        let read = read_value(&parameter(name), &[typed.to_owned()]);
        assert_eq!(read.ok(), expected, "{typed}");
    }

    #[test]
    fn what_stands_in_the_fields_is_the_value_in_force() {
        for name in ParameterName::ALL {
            let parameter = parameter(*name);
            if matches!(parameter.value, ParameterValue::Zones(_)) {
                continue;
            }
            let read = read_value(&parameter, &texts_of(&parameter));
            let value = read.ok().and_then(|value| value.applied_to(&parameter.value));
            assert_eq!(value, Some(parameter.value), "{}", name.key());
        }
    }

    #[test]
    fn values_are_read_as_people_type_them() {
        let share = |hundredths| Some(NewValue::Number(hundredths));
        check(ParameterName::SustainableShare, "35", share(3_500));
        check(ParameterName::SustainableShare, " 32,5 %", share(3_250));
        check(ParameterName::SustainableShare, "101", None);
        check(ParameterName::SustainableShare, "-3", None);
        check(ParameterName::SustainableShare, "", None);
        check(ParameterName::EquivalenceScaleFurther, "0,4", share(40));
        check(ParameterName::PlanDeadlineWorkingDays, "30", share(30));
        check(ParameterName::PlanDeadlineWorkingDays, "30,5", None);
        let cap = NewValue::Money(Money::from_cents(7_050));
        check(ParameterName::CapCapped, "70,50 €", Some(cap));
        check(ParameterName::CapCapped, "-1", None);
        check(ParameterName::CapCapped, "2.000.000", None);
        let kind = NewValue::SurfaceKind(SurfaceKind::Cadastral);
        check(ParameterName::CapSurfaceKind, "cadastral", Some(kind));
        check(ParameterName::CapSurfaceKind, "unstated", None);
    }

    #[test]
    fn the_wrong_field_is_named() {
        let table = parameter(ParameterName::HygieneOneRoom);
        let read = read_value(&table, &["28".to_owned(), "tanto".to_owned()]);
        assert_eq!(read.map_err(|(at, _)| at), Err(1));
        let zones = parameter(ParameterName::MarketRent);
        let at = |zone: &str, rent: &str| {
            read_value(&zones, &[zone.to_owned(), rent.to_owned()]).map_err(|(at, _)| at)
        };
        assert_eq!(at("", "120"), Err(0));
        assert_eq!(at("D12", "molto"), Err(1));
        let rent = Money::from_euro(120);
        let zone = "D12".to_owned();
        assert_eq!(at("D12", "120"), Ok(NewValue::ZoneRent { zone, rent }));
    }
}
