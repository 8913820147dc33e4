// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who sees a source: the City.
use super::{FundingAnswer, FundingQuestion, FundingSource, SourceState};
use crate::id::{CommitmentId, FundingSourceId};
use soglia_kernel::{
    access::{Audience, Partners, Roles},
    author::Role,
    content::{Content, Reader},
    key::{Identity, Key, Kind},
    stored::FieldKey,
};

impl FundingSource {
    /// Who may choose between two values.
    pub(super) const RESOLVED_BY: Roles = Roles::of(&[Role::Coordinator]);
}

crate::pictured::no_images!(FundingSource);

impl Content for FundingSource {
    const KIND: Kind = FundingSourceId::KIND;
    const VERSION: u16 = 1;
    const TOLD_WHOLE: Roles = Roles::CITY;

    soglia_kernel::has_facts!(FundingAnswer);
    soglia_kernel::no_parts!();
    soglia_kernel::no_part_facts!();
    soglia_kernel::has_state!(SourceState);

    fn key(&self) -> Key {
        self.id.key()
    }

    fn said_gathers(on: Key) -> Vec<(Key, Kind)> {
        vec![(on, CommitmentId::KIND)]
    }

    fn audience(&self) -> Audience {
        Audience {
            roles: Roles::CITY,
            partners: Partners::None,
        }
    }

    fn told(&self, field: &FieldKey) -> Roles {
        FundingQuestion::of_key(&field.0).map_or(Roles::CITY, FundingQuestion::told)
    }

    fn redact(&mut self, reader: &Reader) {
        self.facts.keep_told(reader.role);
    }

    fn mark_as_demonstration(&mut self) {
        self.demonstration = true;
    }
}
