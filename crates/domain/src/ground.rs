// SPDX-License-Identifier: AGPL-3.0-or-later
//! What every decision stands on: records that are needed whatever the action, read once and followed. Device and server
//! keep them by their keys and do not know what they are.
use crate::{
    city_rules::CityRules,
    id::CITY_RULES,
    rooms::{Record, Room},
    rulebook::Rulebook,
};
use soglia_kernel::key::{Identity, Key};

/// What every decision stands on.
#[derive(Clone, Debug, Default)]
pub struct Ground {
    city: CityRules,
    rulebook: Rulebook,
}

impl Ground {
    /// The records it is made of. Whoever writes the first thing into one of them begins it.
    pub fn keys() -> [Key; 1] {
        [CITY_RULES.key()]
    }

    /// Takes over a record as it stands now.
    pub fn take(&mut self, key: Key, record: Option<&Record>) {
        if key == CITY_RULES.key() {
            self.city = record.and_then(CityRules::of).cloned().unwrap_or_default();
            self.rulebook = self.city.rulebook();
        }
    }

    /// What the City decided about its rulebook.
    pub const fn city(&self) -> &CityRules {
        &self.city
    }

    /// The rulebook by which is decided.
    pub const fn rulebook(&self) -> &Rulebook {
        &self.rulebook
    }
}
