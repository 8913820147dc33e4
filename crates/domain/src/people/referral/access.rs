// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who sees a referral: the City, and while it is open the partner to which it is sent. What it says is written for that
//! partner, so all of it is told. What the partner sees of the household stands in the household.
use super::{Referral, ReferralState};
use crate::id::ReferralId;
use soglia_kernel::{
    access::{Audience, Partners, Roles},
    content::{Content, Reader},
    key::{Identity, Key, Kind},
    stored::FieldKey,
};

impl Referral {
    /// Who may choose between two values: there are none to choose from.
    pub(super) const RESOLVED_BY: Roles = Roles::NONE;
}

crate::pictured::no_images!(Referral);

impl Content for Referral {
    const KIND: Kind = ReferralId::KIND;
    const VERSION: u16 = 1;
    const TOLD_WHOLE: Roles = Roles::ALL;

    soglia_kernel::no_facts!();
    soglia_kernel::no_parts!();
    soglia_kernel::no_part_facts!();
    soglia_kernel::has_state!(ReferralState);

    fn key(&self) -> Key {
        self.id.key()
    }

    fn roots(&self) -> Vec<Key> {
        vec![self.household.key()]
    }

    fn audience(&self) -> Audience {
        Audience {
            roles: Roles::CITY,
            partners: if self.state.kind().is_open() {
                Partners::These(vec![self.to])
            } else {
                Partners::None
            },
        }
    }

    fn told(&self, _: &FieldKey) -> Roles {
        Roles::ALL
    }

    fn redact(&mut self, _: &Reader) {}
}
