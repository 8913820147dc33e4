// SPDX-License-Identifier: AGPL-3.0-or-later
//! Answers about a dwelling as short texts, for lists of changes.
use soglia_domain::{
    answer::Answer,
    area::{FloorArea, ListedSize},
    dwelling::{Address, DwellingAnswer},
};
use std::fmt::Display;

/// The answer as a short text; empty where it is not known.
pub(super) fn answer_text(answer: &DwellingAnswer) -> String {
    match answer {
        DwellingAnswer::Address(answer) => known(answer, address_text),
        DwellingAnswer::ListedKind(answer)
        | DwellingAnswer::ListedUse(answer)
        | DwellingAnswer::ListedContract(answer)
        | DwellingAnswer::Note(answer) => known(answer, String::clone),
        DwellingAnswer::ListedSize(answer) => known(answer, size_text),
        DwellingAnswer::UsableArea(answer)
        | DwellingAnswer::CadastralArea(answer)
        | DwellingAnswer::ConventionalArea(answer) => known(answer, area_text),
        DwellingAnswer::HabitableRooms(answer)
        | DwellingAnswer::Municipio(answer)
        | DwellingAnswer::Nil(answer) => known(answer, display),
        DwellingAnswer::Floor(answer) => known(answer, display),
        // What was measured and agreed is never in a list, and a change of it is told by its number or its day.
        DwellingAnswer::MeasuredSpaces(answer) => known(answer, |spaces| spaces.len().to_string()),
        DwellingAnswer::Title(answer) => known(answer, |title| title.from.to_string()),
        DwellingAnswer::Lift(answer)
        | DwellingAnswer::StepFree(answer)
        | DwellingAnswer::PoorState(answer) => known(answer, display),
        DwellingAnswer::EnergyClass(answer) => known(answer, |class| class.key().to_owned()),
        DwellingAnswer::CadastralKey(answer) => known(answer, |key| {
            let parts = [&key.sheet, &key.parcel, &key.unit];
            parts
                .into_iter()
                .filter(|part| !part.is_empty())
                .cloned()
                .collect::<Vec<_>>()
                .join("/")
        }),
        DwellingAnswer::Position(answer) => known(answer, |position| {
            format!(
                "{}, {}",
                degrees_text(position.latitude),
                degrees_text(position.longitude)
            )
        }),
        DwellingAnswer::EntrustedTo(answer) => known(answer, display),
        DwellingAnswer::Source(answer) => known(answer, |source| source.list.clone()),
    }
}

fn known<T>(answer: &Answer<T>, text: impl Fn(&T) -> String) -> String {
    answer.known().map(text).unwrap_or_default()
}

fn display<T: Display>(value: &T) -> String {
    value.to_string()
}

/// "via Padova 80, Milano".
fn address_text(address: &Address) -> String {
    let Address {
        street,
        number,
        municipality,
    } = address;
    let mut text = street.clone();
    if !number.is_empty() {
        text = format!("{text} {number}");
    }
    if municipality.is_empty() {
        text
    } else {
        format!("{text}, {municipality}")
    }
}

fn area_text(area: &FloorArea) -> String {
    format!("{} m²", area.to_string().replace('.', ","))
}

/// "5,5 vani", "63,75 m²", or the text as it stands.
pub(crate) fn size_text(size: &ListedSize) -> String {
    match size {
        ListedSize::Rooms(rooms) if rooms.0 % 10 == 0 => format!("{} vani", rooms.0 / 10),
        ListedSize::Rooms(rooms) => format!("{},{} vani", rooms.0 / 10, rooms.0 % 10),
        ListedSize::Area(area) => area_text(area),
        ListedSize::Unread(text) => text.clone(),
    }
}

fn degrees_text(millionths: i32) -> String {
    let sign = if millionths < 0 { "-" } else { "" };
    let millionths = millionths.unsigned_abs();
    format!("{sign}{}.{:06}", millionths / 1_000_000, millionths % 1_000_000)
}
