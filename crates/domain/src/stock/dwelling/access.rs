// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who sees a dwelling: the City, and the partner to which it is entrusted. Every fact is told to all of them.
use super::{Dwelling, DwellingAnswer, DwellingPart, DwellingPartId, DwellingQuestion, DwellingState};
use crate::{id::DwellingId, photo::PhotoId, pictured::Pictured};
use soglia_kernel::{
    access::{Audience, Partners, Roles},
    content::{Content, Reader},
    key::{Identity, Key, Kind},
    stored::FieldKey,
};

impl Dwelling {
    /// Who may choose between two values.
    pub(super) const RESOLVED_BY: Roles = Roles::TEAM_AND_PARTNER;
}

impl Pictured for Dwelling {
    fn images(&self) -> Vec<PhotoId> {
        self.photos.iter().map(|photo| photo.id).collect()
    }
}

impl Content for Dwelling {
    const KIND: Kind = DwellingId::KIND;
    const VERSION: u16 = 1;
    const TOLD_WHOLE: Roles = Roles::ALL;

    soglia_kernel::has_facts!(DwellingAnswer);
    soglia_kernel::has_parts!(DwellingPart, DwellingPartId);
    soglia_kernel::no_part_facts!();
    soglia_kernel::has_state!(DwellingState);

    fn key(&self) -> Key {
        self.id.key()
    }

    fn audience(&self) -> Audience {
        Audience {
            roles: Roles::CITY,
            partners: match self.facts.entrusted_to.known() {
                Some(partner) => Partners::These(vec![*partner]),
                None => Partners::None,
            },
        }
    }

    fn told(&self, field: &FieldKey) -> Roles {
        DwellingQuestion::of_key(&field.0).map_or(Roles::ALL, DwellingQuestion::told)
    }

    fn redact(&mut self, reader: &Reader) {
        self.facts.keep_told(reader.role);
    }

    fn mark_as_demonstration(&mut self) {}
}
