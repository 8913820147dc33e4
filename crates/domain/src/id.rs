// SPDX-License-Identifier: AGPL-3.0-or-later
//! Identifiers: one type for each thing, so that two of them cannot be mixed up.
use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )*};
}

ids! {
    /// A dwelling. Imported ones derive it from their natural key, so that the same row is the same dwelling everywhere.
    DwellingId;
    /// A household followed in a case.
    HouseholdId;
    /// A proposal of one dwelling to one household.
    OfferId;
    /// A person who signs in.
    PersonId;
    /// An organisation: a City department or a partner.
    OrganisationId;
    /// A browser profile in which one person works.
    DeviceId;
    /// An amendment of the rulebook.
    AmendmentId;
    /// A scenario that was saved.
    ScenarioId;
    /// One change, made once on one device.
    ChangeId;
}

/// A member within one household: a number drawn by the device, unique in that household only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MemberId(pub u32);

impl fmt::Display for MemberId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
