// SPDX-License-Identifier: AGPL-3.0-or-later
//! The rules stand in no list.
use super::CityRules;
use crate::id::{CITY_RULES, CityRulesId};
use serde::{Deserialize, Serialize};
use soglia_kernel::{key::Key, stored::Around};

/// The rules are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Identity.
    pub id: CityRulesId,
}

impl Row {
    /// The record under which lists look for it; none for one that stands by itself.
    pub const fn root(&self) -> Option<Key> {
        None
    }

    /// Number of values waiting for a choice.
    pub const fn n_reviews(&self) -> u8 {
        0
    }

    /// The row of the rules.
    pub const fn of(_: &CityRules, _: &Around) -> Self {
        Self { id: CITY_RULES }
    }
}
