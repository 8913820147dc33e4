// SPDX-License-Identifier: AGPL-3.0-or-later
//! Readers of single values. What they refuse they explain without repeating it.
use soglia_domain::{area::FloorArea, calendar::Day, money::Money};
use std::borrow::Cow;

/// What a reader gives: the value, or the sentence that says how it is written.
pub(crate) type Read<T> = Result<T, Cow<'static, str>>;

/// The earliest day of anything about somebody who lives now.
const EARLIEST_YEAR: i16 = 1900;

/// Nobody is older, in years.
const OLDEST: i16 = 120;

const AMOUNT: &str = "an amount is a decimal text such as \"12300.00\"";
const SURFACE: &str = "a surface is a text or a number with at most two decimals, such as \"55.50\" or 62";

/// Yes or no.
pub(crate) fn flag(json: &str) -> Read<bool> {
    match json {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err("is true, false or null".into()),
    }
}

/// A text.
pub(crate) fn text(json: &str) -> Read<Cow<'_, str>> {
    const WRONG: Cow<'static, str> = Cow::Borrowed("is a text in quotes");
    let inner = json
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
        .ok_or(WRONG)?;
    if inner.contains('\\') {
        return serde_json::from_str(json).map(Cow::Owned).map_err(|_| WRONG);
    }
    Ok(Cow::Borrowed(inner))
}

/// An amount that is not below zero.
pub(crate) fn money(json: &str) -> Read<Money> {
    let text = text(json).map_err(|_| AMOUNT)?;
    if text
        .strip_prefix('-')
        .is_some_and(|rest| hundredths(rest).is_ok())
    {
        return Err("an amount is not below zero".into());
    }
    match hundredths(&text) {
        Ok(cents) if cents <= Money::LARGEST.cents() => Ok(Money::from_cents(cents)),
        Ok(_) | Err(Wrong::TooLarge) => Err(format!("an amount is at most \"{}\"", Money::LARGEST).into()),
        Err(Wrong::Shape) => Err(AMOUNT.into()),
    }
}

/// A decimal text within bounds, all in hundredths.
pub(crate) fn decimal(json: &str, least: i64, most: i64, how: &'static str) -> Read<i64> {
    let text = text(json).map_err(|_| how)?;
    match hundredths(&text) {
        Ok(found) if (least..=most).contains(&found) => Ok(found),
        _ => Err(how.into()),
    }
}

/// A surface in square metres, as a text or as a number. The digits of a number are read as they stand, never as a
/// binary fraction.
pub(crate) fn surface(json: &str) -> Read<FloorArea> {
    let digits = match text(json) {
        Ok(text) => text,
        Err(_) => Cow::Borrowed(json),
    };
    let found = match hundredths(&digits) {
        Ok(found) => u32::try_from(found).ok().and_then(FloorArea::from_hundredths),
        Err(Wrong::TooLarge) => None,
        Err(Wrong::Shape) => {
            let negative = digits
                .strip_prefix('-')
                .is_some_and(|rest| hundredths(rest).is_ok());
            return Err(if negative {
                "a surface is above zero"
            } else {
                SURFACE
            }
            .into());
        }
    };
    found.ok_or_else(|| "a surface lies between 0.01 and 10000 square metres".into())
}

/// A day of the past, up to the latest one that is allowed.
pub(crate) fn day_up_to(latest: Day) -> impl Fn(&str) -> Read<Day> {
    move |json| {
        let day: Day = text(json)
            .ok()
            .and_then(|text| text.parse().ok())
            .ok_or("a day is written as \"2026-11-22\", and must exist")?;
        let earliest = latest.year().saturating_sub(OLDEST).max(EARLIEST_YEAR);
        if day > latest {
            return Err("the day lies in the future".into());
        }
        if day.year() < earliest {
            return Err(format!("the day lies before the year {earliest}").into());
        }
        Ok(day)
    }
}

/// One of some keys.
pub(crate) fn key_of<T: Copy>(
    all: &'static [T],
    key: impl Fn(T) -> &'static str,
) -> impl Fn(&str) -> Read<T> {
    move |json| {
        let found = text(json).ok();
        let found = found.and_then(|text| all.iter().copied().find(|one| key(*one) == text));
        found.ok_or_else(|| {
            let keys: Vec<_> = all.iter().map(|one| key(*one)).collect();
            format!("is one of {}", keys.join(", ")).into()
        })
    }
}

/// Why a text is no number of hundredths.
enum Wrong {
    Shape,
    TooLarge,
}

/// Digits, and a point before one or two more.
fn hundredths(text: &str) -> Result<i64, Wrong> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !matches!(fraction.len(), 1 | 2) || !digits(whole) || !digits(fraction) {
        return Err(Wrong::Shape);
    }
    if whole.len() > 12 {
        return Err(Wrong::TooLarge);
    }
    let number = |text: &str| {
        text.bytes()
            .fold(0, |sum, byte| sum * 10 + i64::from(byte - b'0'))
    };
    let tenths = if fraction.len() == 1 { 10 } else { 1 };
    Ok(number(whole) * 100 + number(fraction) * tenths)
}
