// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who sees an offer: the City, and while it is open the partner that runs the dwelling. What was found about the
//! household is told to the City alone.
use super::{Placement, PlacementState};
use crate::id::PlacementId;
use soglia_kernel::{
    access::{Audience, Partners, Roles},
    author::Role,
    content::{Content, Reader},
    key::{Identity, Key, Kind},
    stored::FieldKey,
};

impl Placement {
    /// Who may choose between two values: there are none to choose from.
    pub(super) const RESOLVED_BY: Roles = Roles::TEAM;
}

crate::pictured::no_images!(Placement);

impl Content for Placement {
    const KIND: Kind = PlacementId::KIND;
    const VERSION: u16 = 1;
    const TOLD_WHOLE: Roles = Roles::CITY;

    soglia_kernel::no_facts!();
    soglia_kernel::no_parts!();
    soglia_kernel::no_part_facts!();
    soglia_kernel::has_state!(PlacementState);

    fn key(&self) -> Key {
        self.id.key()
    }

    fn roots(&self) -> Vec<Key> {
        vec![self.household.key(), self.dwelling.key()]
    }

    fn audience(&self) -> Audience {
        Audience {
            roles: Roles::CITY,
            partners: match self.partner.filter(|_| self.state.is_open()) {
                Some(partner) => Partners::These(vec![partner]),
                None => Partners::None,
            },
        }
    }

    fn told(&self, _: &FieldKey) -> Roles {
        Roles::ALL
    }

    fn redact(&mut self, reader: &Reader) {
        if reader.role == Role::ManagingPartner {
            self.basis = None;
        }
    }
}
