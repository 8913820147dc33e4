// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who sees a case: the City. Why a household was refused or reassessed is not told to partners, whatever they do for it.
use super::{Case, CasePart, CasePartId};
use crate::id::CaseId;
use soglia_kernel::{
    access::{Audience, Partners, Roles},
    author::Role,
    content::{Content, Reader},
    key::{Identity, Key, Kind},
    stored::FieldKey,
};

impl Case {
    /// Who may choose between two values: there are none to choose from.
    pub(super) const RESOLVED_BY: Roles = Roles::NONE;
}

crate::pictured::no_images!(Case);

impl Content for Case {
    const KIND: Kind = CaseId::KIND;
    const VERSION: u16 = 1;
    const TOLD_WHOLE: Roles = Roles::CITY;

    soglia_kernel::no_facts!();
    soglia_kernel::has_parts!(CasePart, CasePartId);
    soglia_kernel::no_part_facts!();
    // The last step says where it stands.
    soglia_kernel::no_state!();

    fn key(&self) -> Key {
        self.id.key()
    }

    fn roots(&self) -> Vec<Key> {
        vec![self.household.key()]
    }

    fn audience(&self) -> Audience {
        Audience {
            roles: Roles::CITY,
            partners: Partners::None,
        }
    }

    fn told(&self, _: &FieldKey) -> Roles {
        Roles::CITY
    }

    fn redact(&mut self, reader: &Reader) {
        if reader.role == Role::ManagingPartner {
            self.steps.clear();
        }
    }
}
