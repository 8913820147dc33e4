// SPDX-License-Identifier: AGPL-3.0-or-later
//! Reading and checking the rulebook before it becomes code. The build and the tests include this file alike.
mod code;

pub(crate) use code::code;

use std::collections::BTreeMap;
use toml::{Table, Value, value::Date};

/// Units a parameter may have: the name in the file, and the variant of `Unit` in the code.
const UNITS: [(&str, &str); 14] = [
    ("euro", "Euro"),
    ("euro_per_area_year", "EuroPerAreaYear"),
    ("share", "Share"),
    ("area", "Area"),
    ("hundredths", "Hundredths"),
    ("surface_kind", "SurfaceKind"),
    ("years", "Years"),
    ("months", "Months"),
    ("days", "Days"),
    ("working_days", "WorkingDays"),
    ("kilometres", "Kilometres"),
    ("centimetres", "Centimetres"),
    ("dwellings", "Dwellings"),
    ("persons", "Persons"),
];

/// How sure a parameter may be.
const STATUSES: [(&str, &str); 3] = [
    ("published", "Published"),
    ("assumed", "Assumed"),
    ("unverified", "Unverified"),
];

/// The surfaces a cap may refer to.
const SURFACE_KINDS: [&str; 3] = ["usable", "cadastral", "conventional"];

/// One value of one parameter, in the time in which it holds.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    name: String,
    /// The value as an expression of `ParameterValue`.
    value: String,
    unit: &'static str,
    from: Date,
    to: Option<Date>,
    source: String,
    status: &'static str,
    note: String,
}

/// Every parameter with its values in time.
pub(crate) type Parameters = BTreeMap<String, Vec<Entry>>;

/// Reads one file of the rulebook.
pub(crate) fn read(text: &str) -> Result<Vec<Entry>, String> {
    let file: Table = text.parse().map_err(|error| format!("{error}"))?;
    if let Some(other) = file.keys().find(|key| *key != "parameter") {
        return Err(format!("{other:?} is not a parameter"));
    }
    let entries = file.get("parameter").and_then(Value::as_array);
    entries.into_iter().flatten().map(entry).collect()
}

fn entry(value: &Value) -> Result<Entry, String> {
    let table = value.as_table().ok_or("a parameter is a table")?;
    let name = text(table, "name", "a parameter")?;
    let known = ["name", "value", "unit", "from", "to", "source", "status", "note"];
    if let Some(other) = table.keys().find(|key| !known.contains(&key.as_str())) {
        return Err(format!("{name}: {other:?} means nothing here"));
    }
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if !name.starts_with(|c: char| c.is_ascii_lowercase()) || !name.chars().all(plain) {
        return Err(format!(
            "{name}: a name is written in lower case, digits and underscores"
        ));
    }
    let unit = one_of(&UNITS, &text(table, "unit", &name)?, &name, "unit")?;
    let value = table
        .get("value")
        .ok_or_else(|| format!("{name}: the value is missing"))?;
    Ok(Entry {
        value: expression(value, unit, &name)?,
        unit,
        from: date(table, "from", &name)?.ok_or_else(|| format!("{name}: the first day is missing"))?,
        to: date(table, "to", &name)?,
        source: text(table, "source", &name)?,
        status: one_of(&STATUSES, &text(table, "status", &name)?, &name, "status")?,
        note: text(table, "note", &name)?,
        name,
    })
}

fn text(table: &Table, key: &str, name: &str) -> Result<String, String> {
    match table.get(key).and_then(Value::as_str).map(str::trim) {
        Some(text) if !text.is_empty() => Ok(text.to_owned()),
        _ => Err(format!("{name}: the {key} is missing")),
    }
}

fn one_of(list: &[(&str, &'static str)], key: &str, name: &str, what: &str) -> Result<&'static str, String> {
    list.iter()
        .find(|(known, _)| *known == key)
        .map(|(_, variant)| *variant)
        .ok_or_else(|| format!("{name}: {key:?} is not a {what}"))
}

fn date(table: &Table, key: &str, name: &str) -> Result<Option<Date>, String> {
    let Some(value) = table.get(key) else {
        return Ok(None);
    };
    match value.as_datetime() {
        Some(toml::value::Datetime {
            date: Some(day),
            time: None,
            offset: None,
        }) => Ok(Some(*day)),
        _ => Err(format!("{name}: {key:?} is a day, such as 2026-03-10")),
    }
}

/// The value as an expression of `ParameterValue`, by its unit.
fn expression(value: &Value, unit: &str, name: &str) -> Result<String, String> {
    let money = matches!(unit, "Euro" | "EuroPerAreaYear");
    match value {
        Value::String(text) if money => Ok(format!("ParameterValue::Money({})", amount(text, name)?)),
        Value::String(text) if unit == "SurfaceKind" && SURFACE_KINDS.contains(&text.as_str()) => Ok(
            format!("ParameterValue::SurfaceKind(SurfaceKind::{})", variant(text)),
        ),
        Value::Integer(number) if !money => Ok(format!("ParameterValue::Number({})", whole(*number, name)?)),
        Value::Array(rows) if !money && !rows.is_empty() => {
            let numbers: Result<Vec<String>, String> = rows
                .iter()
                .map(|row| {
                    let number = row.as_integer();
                    let number = number.ok_or_else(|| format!("{name}: a table holds whole numbers"))?;
                    whole(number, name).map(|number| number.to_string())
                })
                .collect();
            Ok(format!(
                "ParameterValue::Table(Cow::Borrowed(&[{}]))",
                numbers?.join(", ")
            ))
        }
        Value::Array(rows) if money && !rows.is_empty() => {
            let rents: Result<Vec<String>, String> = rows.iter().map(|row| zone(row, name)).collect();
            Ok(format!(
                "ParameterValue::Zones(Cow::Borrowed(&[{}]))",
                rents?.join(", ")
            ))
        }
        _ => Err(format!("{name}: the value does not go with its unit")),
    }
}

fn whole(number: i64, name: &str) -> Result<u32, String> {
    u32::try_from(number).map_err(|_| format!("{name}: {number} is not a count"))
}

/// An amount with exactly two decimals, as an expression of `Money`.
fn amount(text: &str, name: &str) -> Result<String, String> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once('.') {
        Some((euro, cents)) if digits(euro) && digits(cents) && cents.len() == 2 && euro.len() <= 9 => {
            let cents: i64 = format!("{euro}{cents}")
                .parse()
                .map_err(|error| format!("{name}: {error}"))?;
            Ok(format!("Money::from_cents({cents})"))
        }
        _ => Err(format!("{name}: an amount is written as \"75.00\", not {text:?}")),
    }
}

fn zone(row: &Value, name: &str) -> Result<String, String> {
    let row = row
        .as_table()
        .ok_or_else(|| format!("{name}: a zone is a table"))?;
    let (zone, called) = (text(row, "zone", name)?, text(row, "name", name)?);
    let rent = amount(&text(row, "rent", name)?, name)?;
    Ok(format!(
        "MarketRent {{ zone: {zone:?}, name: {called:?}, rent: {rent} }}"
    ))
}

/// Puts the values of each parameter in order of time, and checks that on every day from the first one on there is
/// exactly one.
pub(crate) fn check(entries: Vec<Entry>) -> Result<Parameters, String> {
    let mut parameters = Parameters::new();
    for entry in entries {
        parameters.entry(entry.name.clone()).or_default().push(entry);
    }
    for (name, values) in &mut parameters {
        values.sort_by_key(|entry| day_number(entry.from));
        if values.iter().any(|entry| entry.unit != values[0].unit) {
            return Err(format!("{name}: all its values have one unit"));
        }
        if let Some(entry) = values
            .iter()
            .find(|entry| entry.to.is_some_and(|to| day_number(to) < day_number(entry.from)))
        {
            return Err(format!(
                "{name}: a value ends before it begins, on {}",
                entry.from
            ));
        }
        for pair in values.windows(2) {
            let (Some(to), from) = (pair[0].to, pair[1].from) else {
                return Err(format!("{name}: two values hold on {}", pair[1].from));
            };
            let between = day_number(from) - day_number(to) - 1;
            if between < 0 {
                return Err(format!("{name}: two values hold on {from}"));
            }
            if between > 0 {
                return Err(format!("{name}: no value holds after {to}, until {from}"));
            }
        }
        if let Some(to) = values.last().and_then(|entry| entry.to) {
            return Err(format!("{name}: no value holds after {to}"));
        }
    }
    Ok(parameters)
}

/// Days since a fixed one, in the Gregorian calendar.
fn day_number(date: Date) -> i64 {
    let (year, month) = (i64::from(date.year), i64::from(date.month));
    // The year begins in March here, so that the leap day comes last.
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + i64::from(date.day)
}

fn variant(name: &str) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    name.split('_')
        .filter(|word| !word.is_empty())
        .map(capital)
        .collect()
}
