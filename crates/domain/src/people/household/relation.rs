// SPDX-License-Identifier: AGPL-3.0-or-later
//! How a member is related to the head of household.
use serde::{Deserialize, Serialize};

/// How a member is related to the head of household.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The head of household.
    Head,
    /// Spouse, civil partner or cohabitant.
    Partner,
    /// Child of either.
    Child,
    /// Parent or parent-in-law.
    Parent,
    /// Any other relative.
    OtherRelative,
    /// Not related.
    NotRelated,
}

impl Relation {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Head,
        Self::Partner,
        Self::Child,
        Self::Parent,
        Self::OtherRelative,
        Self::NotRelated,
    ];

    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Partner => "partner",
            Self::Child => "child",
            Self::Parent => "parent",
            Self::OtherRelative => "other_relative",
            Self::NotRelated => "not_related",
        }
    }
}
