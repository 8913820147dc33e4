// SPDX-License-Identifier: AGPL-3.0-or-later
//! What stands in calendars outside of Soglia, where whoever keeps them reads along: no name, no place.
use crate::{Language, pick};

/// What the calendar is called.
pub const CALENDAR: &str = "Soglia";

/// A visit.
pub const fn visit(language: Language) -> &'static str {
    pick(language, "Visita", "Visit")
}

/// Something that is to be done by a day.
pub const fn due(language: Language) -> &'static str {
    pick(language, "Scadenza", "Due")
}
