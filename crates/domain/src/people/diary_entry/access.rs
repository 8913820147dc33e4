// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who sees an entry: its circle, of those who see the household. The coordination reads what the team reads, and nothing
//! that one department keeps to itself.
use super::{Circle, DiaryEntry};
use crate::id::DiaryEntryId;
use soglia_kernel::{
    access::{Audience, Partners, Roles},
    author::Role,
    content::{Content, Reader},
    key::{Identity, Key, Kind},
    stored::FieldKey,
};

impl DiaryEntry {
    /// Who may choose between two values: there are none to choose from.
    pub(super) const RESOLVED_BY: Roles = Roles::NONE;

    /// The department of who wrote it; an entry of a partner is read by both departments.
    const fn department(&self) -> Roles {
        match self.role {
            Role::SocialWorker => Roles::of(&[Role::SocialWorker]),
            Role::HousingOfficer => Roles::of(&[Role::HousingOfficer]),
            Role::ManagingPartner | Role::Coordinator | Role::Auditor | Role::Administrator => Roles::TEAM,
        }
    }
}

crate::pictured::no_images!(DiaryEntry);

impl Content for DiaryEntry {
    const KIND: Kind = DiaryEntryId::KIND;
    const VERSION: u16 = 1;
    const TOLD_WHOLE: Roles = Roles::ALL;

    soglia_kernel::no_facts!();
    soglia_kernel::no_parts!();
    soglia_kernel::no_part_facts!();
    soglia_kernel::no_state!();

    fn key(&self) -> Key {
        self.id.key()
    }

    fn roots(&self) -> Vec<Key> {
        vec![self.household.key()]
    }

    fn audience(&self) -> Audience {
        let (roles, partners) = match self.circle {
            Circle::Department => (self.department(), Partners::None),
            Circle::Team => (Roles::CITY, Partners::None),
            Circle::Partners => (Roles::CITY, Partners::OfRoots),
        };
        Audience { roles, partners }
    }

    fn told(&self, _: &FieldKey) -> Roles {
        Roles::ALL
    }

    fn redact(&mut self, _: &Reader) {}
}
