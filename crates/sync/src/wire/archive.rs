// SPDX-License-Identifier: AGPL-3.0-or-later
//! What rests in the archive: under another name, without the people.
use serde::{Deserialize, Serialize};
use soglia_domain::record::Key;

/// Body of `POST /api/archive`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ToArchive {
    /// The household.
    pub record: Key,
}

/// Why a household is taken out of the archive. A choice and no text: it stays in the audit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReopenReason {
    /// The household came again.
    Returned,
    /// Somebody of it asks what is held.
    Access,
    /// It was archived by mistake.
    Mistake,
    /// A court or an authority asks for it.
    Authority,
}

impl ReopenReason {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Returned, Self::Access, Self::Mistake, Self::Authority];

    /// As it rests.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Returned => "returned",
            Self::Access => "access",
            Self::Mistake => "mistake",
            Self::Authority => "authority",
        }
    }
}

/// Body of `PUT /api/archive/{key}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reopening {
    /// Why.
    pub reason: ReopenReason,
}

/// A household in the archive. Moments are milliseconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KnownArchived {
    /// Which.
    pub record: Key,
    /// What it is called: a year and a number.
    pub name: String,
    /// Since when.
    pub at_ms: i64,
    /// Name of who archived it.
    pub by: String,
    /// When it was taken in.
    pub opened_ms: i64,
    /// How many people it has.
    pub n_members: u32,
}

/// Answer to `GET /api/archive`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KnownArchive {
    /// The last first.
    pub archived: Vec<KnownArchived>,
}
