// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who sees the rules: everybody. What the departments only suppose is theirs.
use super::{CityRules, CityRulesPart, CityRulesPartId};
use crate::id::{CITY_RULES, CityRulesId};
use soglia_kernel::{
    access::{Audience, Partners, Roles},
    author::Role,
    content::{Content, Reader},
    key::{Identity, Key, Kind},
    stored::FieldKey,
};

impl CityRules {
    /// Who may choose between two values: there are none to choose from.
    pub(super) const RESOLVED_BY: Roles = Roles::of(&[Role::Coordinator]);
}

crate::pictured::no_images!(CityRules);

impl Content for CityRules {
    const KIND: Kind = CityRulesId::KIND;
    const VERSION: u16 = 1;
    const TOLD_WHOLE: Roles = Roles::CITY;

    soglia_kernel::no_facts!();
    soglia_kernel::has_parts!(CityRulesPart, CityRulesPartId);
    soglia_kernel::no_part_facts!();
    soglia_kernel::no_state!();

    fn key(&self) -> Key {
        CITY_RULES.key()
    }

    fn audience(&self) -> Audience {
        Audience {
            roles: Roles::CITY,
            partners: Partners::All,
        }
    }

    fn told(&self, field: &FieldKey) -> Roles {
        if field.0.starts_with("scenarios/") {
            Roles::CITY
        } else {
            Roles::ALL
        }
    }

    fn redact(&mut self, reader: &Reader) {
        if reader.role == Role::ManagingPartner {
            self.scenarios.clear();
        }
    }
}
