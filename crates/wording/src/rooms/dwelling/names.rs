// SPDX-License-Identifier: AGPL-3.0-or-later
//! The names of states and origins of dwellings, and sizes as lists state them.
use crate::{Language, area, pick, rooms, say};
use soglia_domain::{
    area::ListedSize,
    dwelling::{DwellingStateKind, Origin},
};

/// Where a dwelling comes from.
pub const fn origin(origin: Origin, language: Language) -> &'static str {
    match origin {
        Origin::Municipal => pick(language, "Comunale", "Municipal"),
        Origin::Confiscated => pick(language, "Confiscato", "Confiscated"),
        Origin::MetropolitanArea => pick(language, "Comunale fuori Milano", "Municipal outside Milan"),
        Origin::ThirdSector => pick(language, "Terzo settore", "Third sector"),
    }
}

/// What a dwelling is ready for.
pub const fn dwelling_state(state: DwellingStateKind, language: Language) -> &'static str {
    match state {
        DwellingStateKind::ToAssess => pick(language, "Da verificare", "To assess"),
        DwellingStateKind::ToRefurbish => pick(language, "Da ristrutturare", "To refurbish"),
        DwellingStateKind::UnderWorks => pick(language, "Lavori in corso", "Works in progress"),
        DwellingStateKind::Ready => pick(language, "Pronto", "Ready"),
        DwellingStateKind::Reserved => pick(language, "Proposto", "Offered"),
        DwellingStateKind::Occupied => pick(language, "Abitato", "Occupied"),
        DwellingStateKind::OutOfStock => pick(language, "Fuori dal patrimonio", "Out of stock"),
    }
}

/// The size as a list states it: "5,5 vani", "42,00 m²", or the text itself.
pub fn listed_size(size: &ListedSize, language: Language) -> String {
    match size {
        ListedSize::Rooms(counted) => rooms(*counted, language),
        ListedSize::Area(measured) => area(*measured, language),
        ListedSize::Unread(text) => say!(language, "«{text}», non letto", "“{text}”, not read"),
    }
}
