// SPDX-License-Identifier: AGPL-3.0-or-later
//! The rulebook: every figure with its source, what the City sets otherwise, and what would follow from other figures.
mod amend;
mod consequences;
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
