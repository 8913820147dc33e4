// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who sees a commitment: who sees its source.
use super::{Commitment, CommitmentState};
use crate::id::CommitmentId;
use soglia_kernel::{
    access::{Audience, Partners, Roles},
    author::Role,
    content::{Content, Reader},
    key::{Identity, Key, Kind},
    stored::FieldKey,
};

impl Commitment {
    /// Who may choose between two values: there are none to choose from.
    pub(super) const RESOLVED_BY: Roles = Roles::of(&[Role::Coordinator]);
}

crate::pictured::no_images!(Commitment);

impl Content for Commitment {
    const KIND: Kind = CommitmentId::KIND;
    const VERSION: u16 = 1;
    const TOLD_WHOLE: Roles = Roles::CITY;

    soglia_kernel::no_facts!();
    soglia_kernel::no_parts!();
    soglia_kernel::no_part_facts!();
    soglia_kernel::has_state!(CommitmentState);

    fn key(&self) -> Key {
        self.id.key()
    }

    fn roots(&self) -> Vec<Key> {
        vec![self.source.key()]
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
