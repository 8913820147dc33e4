// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who sees an assessment: the City. It says what is hardest in a life, and no partner needs it.
use super::{Assessment, AssessmentAnswer, AssessmentQuestion, AssessmentState};
use crate::id::AssessmentId;
use soglia_kernel::{
    access::{Audience, Partners, Roles},
    content::{Content, Reader},
    key::{Identity, Key, Kind},
    stored::FieldKey,
};

impl Assessment {
    /// Who may choose between two values.
    pub(super) const RESOLVED_BY: Roles = Roles::TEAM;
}

crate::pictured::no_images!(Assessment);

impl Content for Assessment {
    const KIND: Kind = AssessmentId::KIND;
    const VERSION: u16 = 1;
    const TOLD_WHOLE: Roles = Roles::CITY;

    soglia_kernel::has_facts!(AssessmentAnswer);
    soglia_kernel::no_parts!();
    soglia_kernel::no_part_facts!();
    soglia_kernel::has_state!(AssessmentState);

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

    fn told(&self, field: &FieldKey) -> Roles {
        AssessmentQuestion::of_key(&field.0).map_or(Roles::CITY, AssessmentQuestion::told)
    }

    fn redact(&mut self, reader: &Reader) {
        self.facts.keep_told(reader.role);
    }
}
