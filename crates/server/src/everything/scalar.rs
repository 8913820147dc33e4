// SPDX-License-Identifier: AGPL-3.0-or-later
//! A single value in words.
use super::names::Names;
use serde::de::DeserializeOwned;
use serde_json::Value;
use soglia_domain::{
    area::FloorArea,
    calendar::{Day, RomeTime, Timestamp},
    id::HouseholdId,
    money::Money,
    record::{FieldKey, Identity as _},
};
use soglia_wording::{self as wording, HeldShape, Language};

const DAY_MS: i64 = 86_400_000;

/// A moment as people in Milan write it.
pub(super) fn moment(ms: i64, language: Language) -> String {
    let RomeTime { day, minute } = RomeTime::of_ms(ms);
    let local = day.epoch_days() * DAY_MS + i64::from(minute) * 60_000;
    wording::moment(local, language)
}

/// The moment that a value is; none where it is something else.
pub(super) fn as_moment(value: &Value) -> Option<i64> {
    let map = value.as_object()?;
    let is_one = map.contains_key("ms") && map.keys().all(|key| key == "ms" || key == "counter");
    let at: Timestamp = read(value).filter(|_| is_one)?;
    Some(at.ms)
}

fn read<T: DeserializeOwned>(value: &Value) -> Option<T> {
    serde_json::from_value(value.clone()).ok()
}

/// The value in words; what does not read as its shape says stands as it is.
pub(super) fn scalar(shape: HeldShape, value: &Value, names: &Names, language: Language) -> String {
    let plain = match value {
        Value::String(text) => text.clone(),
        Value::Bool(yes) => wording::yes_no(*yes, language).to_owned(),
        Value::Null => wording::not_known_yet(language).to_owned(),
        Value::Number(_) | Value::Array(_) | Value::Object(_) => value.to_string(),
    };
    let said = match shape {
        HeldShape::Day => read::<Day>(value).map(|day| wording::day(day, language)),
        HeldShape::Money => read::<Money>(value).map(|amount| wording::money(amount, language)),
        HeldShape::Area => read::<FloorArea>(value).map(|area| wording::area(area, language)),
        HeldShape::Minutes => value
            .as_u64()
            .map(|minutes| format!("{:02}:{:02}", minutes / 60, minutes % 60)),
        HeldShape::Bytes => value
            .as_u64()
            .map(|bytes| format!("{} kB", bytes.div_ceil(1_000))),
        HeldShape::Named => value.as_str().and_then(|id| names.of(id)).map(str::to_owned),
        HeldShape::Question => {
            let name =
                |field: &str| wording::field_name(HouseholdId::KIND, &FieldKey(field.to_owned()), language);
            // A question that only a newer version knows is told by its name on the wire.
            value
                .as_str()
                .map(name)
                .filter(|known| *known != name(""))
                .map(str::to_owned)
        }
        HeldShape::Choice(words) => {
            let word = value.as_str().and_then(|key| words(key, language));
            word.map(str::to_owned)
        }
        HeldShape::Text
        | HeldShape::Code
        | HeldShape::YesNo
        | HeldShape::Whole
        | HeldShape::Moment
        | HeldShape::Group
        | HeldShape::LeftOut => None,
    };
    said.unwrap_or(plain)
}
