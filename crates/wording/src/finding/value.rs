// SPDX-License-Identifier: AGPL-3.0-or-later
//! Values in findings.
use crate::{
    Language, area, citizenship, day, isee_kind, money, money_per_area_year, money_per_month, percent,
    persons, yes_no,
};
use soglia_domain::finding::Value;

/// A value that was observed, or against which it was held.
pub fn value(value: &Value, language: Language) -> String {
    match value {
        Value::Money(amount) => money(*amount, language),
        Value::MoneyPerMonth(amount) => money_per_month(*amount, language),
        Value::MoneyPerAreaYear(amount) => money_per_area_year(*amount, language),
        Value::Area(size) => area(*size, language),
        Value::Persons(n_persons) => persons(*n_persons, language),
        Value::Percent(hundredths) => percent(*hundredths, language),
        Value::YesNo(yes) => yes_no(*yes, language).to_owned(),
        Value::Citizenship(title) => citizenship(*title, language).to_owned(),
        Value::IseeKind(kind) => isee_kind(*kind, language).to_owned(),
        Value::Day(date) => day(*date, language),
    }
}
