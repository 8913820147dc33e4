// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who sees that something is shared: the City. A partner gives out no links, and reads none.
use super::{SharedLink, SharedLinkState, SnapshotOf};
use crate::{id::SharedLinkId, photo::PhotoId, pictured::Pictured};
use soglia_kernel::{
    access::{Audience, Partners, Roles},
    content::{Content, Reader},
    key::{Identity, Key, Kind},
    stored::FieldKey,
};

impl SharedLink {
    /// Who may choose between two values: there are none to choose from.
    pub(super) const RESOLVED_BY: Roles = Roles::NONE;
}

impl Pictured for SharedLink {
    /// A copy keeps its photos, also where the dwelling has let go of them.
    fn images(&self) -> Vec<PhotoId> {
        match self.snapshot.as_ref().map(|snapshot| &snapshot.of) {
            Some(SnapshotOf::Dwelling(dwelling)) => dwelling.images(),
            Some(SnapshotOf::Plan(_) | SnapshotOf::Case { .. }) | None => Vec::new(),
        }
    }
}

impl Content for SharedLink {
    const KIND: Kind = SharedLinkId::KIND;
    const VERSION: u16 = 1;
    const TOLD_WHOLE: Roles = Roles::CITY;

    soglia_kernel::no_facts!();
    soglia_kernel::no_parts!();
    soglia_kernel::no_part_facts!();
    soglia_kernel::has_state!(SharedLinkState);

    fn key(&self) -> Key {
        self.id.key()
    }

    fn roots(&self) -> Vec<Key> {
        vec![self.view.of()]
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

    fn redact(&mut self, _: &Reader) {}
}
