// SPDX-License-Identifier: AGPL-3.0-or-later
//! The rulebook: every figure with its source, what the City sets otherwise, and what would follow from other figures.
mod amend;
mod book;
mod consequences;
mod desk;
mod entry;
mod groups;
mod list;
mod saved;
mod suppose;
mod typed_value;
mod value_fields;
mod what_if;

pub use list::rules_page;
pub use what_if::what_if_page;

use crate::session::may::may;
use soglia_domain::{
    calendar::Day,
    city_rules::Verb as CityVerb,
    id::{AmendmentId, ScenarioId},
    rulebook::{NewValue, ParameterName},
};
use uuid::Uuid;

/// Whether the person at work may look at suppositions and keep them.
pub fn may_suppose() -> bool {
    may(CityVerb::RemoveScenario {
        scenario: ScenarioId(Uuid::nil()),
    })
}

/// Whether the person at work may set what is assumed otherwise.
fn may_amend() -> bool {
    may(CityVerb::Amend {
        amendment: AmendmentId(Uuid::nil()),
        parameter: ParameterName::CapCapped,
        value: NewValue::Number(0),
        from: Day::constant(2026, 1, 1),
        reason: String::new(),
    })
}
