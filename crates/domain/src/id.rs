// SPDX-License-Identifier: AGPL-3.0-or-later
//! Identities of this domain, beside those that every record needs.
use serde::{Deserialize, Serialize};
use std::fmt;

pub use soglia_kernel::id::{ChangeId, DeviceId, OrganisationId, PersonId};

macro_rules! of_rooms {
    ($($room:ident $content:ident $id:ident,)*) => {
        soglia_kernel::ids! {
            $(
                #[doc = concat!("Identity of a record of the room `", stringify!($room), "`.")]
                $id of stringify!($room);
            )*
        }
    };
}

all_rooms!(of_rooms);

soglia_kernel::ids! {
    /// An amendment of the rulebook.
    AmendmentId;
    /// A scenario that was saved.
    ScenarioId;
}

/// The one record of the City's rules.
pub const CITY_RULES: CityRulesId = CityRulesId(uuid::Uuid::nil());

/// A member within one household: a number drawn by the device, unique in that household only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct MemberId(pub u32);

impl fmt::Display for MemberId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
