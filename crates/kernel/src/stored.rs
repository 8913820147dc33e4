// SPDX-License-Identifier: AGPL-3.0-or-later
//! A record as it is stored: what the server keeps around a content of any kind.
mod revisions;

use crate::{
    author::Role,
    calendar::Timestamp,
    id::{ChangeId, DeviceId, PersonId},
    key::Key,
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fmt};

/// A field of a record as a path: "net_monthly_income", "members/7/birth_date", "state".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct FieldKey(pub String);

/// Place of an accepted change in the one order of the server; 0 comes before all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct LogPosition(#[cfg_attr(feature = "schema", schemars(range(max = i64::MAX)))] pub u64);

/// When a field last changed, and from which device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Revision {
    /// Place of the change in the order of the server.
    pub position: LogPosition,
    /// The device it came from.
    pub device: DeviceId,
}

/// A value that met another one in the same field: both are kept until a person chooses.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Review"))]
pub struct Review<E> {
    /// The field.
    pub field: FieldKey,
    /// The change that came second.
    pub change: ChangeId,
    /// What it wanted to write.
    pub op: E,
    /// Who.
    pub by: PersonId,
    /// That person's name.
    pub by_name: String,
    /// In which role.
    pub role: Role,
    /// On which device.
    pub device: DeviceId,
    /// When the person wrote it.
    pub at: Timestamp,
    /// Who wrote the value that stood when this one came; none where the server cannot tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub present: Option<Written>,
}

/// Who wrote a value, where and when.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Written {
    /// Who.
    pub by: PersonId,
    /// That person's name.
    pub by_name: String,
    /// In which role.
    pub role: Role,
    /// On which device.
    pub device: DeviceId,
    /// When the person wrote it.
    pub at: Timestamp,
}

/// A record as the server has it: what stands around the content, and the content. `R` is a content of any kind, `E` an
/// edit of any kind.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Stored"))]
pub struct Stored<R, E> {
    /// Kind and identity: readable by who does not know the kind.
    pub key: Key,
    /// The version of the kind that wrote the content.
    pub version: u16,
    /// The records whose audience this one shares.
    #[cfg_attr(feature = "schema", schemars(default))]
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub roots: Vec<Key>,
    /// Place of the last change.
    pub position: LogPosition,
    /// Place of the change that created it: the revision of every field not named below.
    pub created: LogPosition,
    /// Who last changed it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub last_by: String,
    /// When that person did.
    #[serde(default)]
    pub last_at: Timestamp,
    /// Revisions of the fields changed since; in JSON by device, then by field.
    #[cfg_attr(feature = "schema", schemars(default))]
    #[cfg_attr(
        feature = "schema",
        schemars(with = "BTreeMap<DeviceId, BTreeMap<FieldKey, LogPosition>>")
    )]
    #[serde(
        default = "BTreeMap::new",
        skip_serializing_if = "BTreeMap::is_empty",
        with = "revisions"
    )]
    pub revisions: BTreeMap<FieldKey, Revision>,
    /// Values waiting for a choice.
    #[cfg_attr(feature = "schema", schemars(default))]
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub reviews: Vec<Review<E>>,
    /// The content.
    pub record: R,
}

impl<R, E> Stored<R, E> {
    /// The place at which a field last changed.
    pub fn revision_of(&self, field: &FieldKey) -> LogPosition {
        self.revisions
            .get(field)
            .map_or(self.created, |revision| revision.position)
    }

    /// Whether another device changed a field after a place.
    pub fn changed_elsewhere(&self, field: &FieldKey, seen: LogPosition, device: DeviceId) -> bool {
        self.revision_of(field) > seen
            && self
                .revisions
                .get(field)
                .is_none_or(|revision| revision.device != device)
    }
}

/// What a row takes from around the content.
#[derive(Clone, Copy, Debug)]
pub struct Around {
    /// When it last changed.
    pub last_at: Timestamp,
    /// Place of the last change.
    pub position: LogPosition,
    /// Number of values waiting for a choice.
    pub n_reviews: u8,
    /// A newer version wrote something into it that this one cannot read.
    pub partly_unread: bool,
}

impl Around {
    /// Of a record.
    pub fn of<R, E>(stored: &Stored<R, E>, partly_unread: bool) -> Self {
        Self {
            last_at: stored.last_at,
            position: stored.position,
            n_reviews: u8::try_from(stored.reviews.len()).unwrap_or(u8::MAX),
            partly_unread,
        }
    }
}

impl<E: fmt::Debug> fmt::Debug for Review<E> {
    /// Which change of which field, without the name of who wrote it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Review")
            .field("field", &self.field)
            .field("change", &self.change)
            .field("op", &self.op)
            .field("by", &self.by)
            .field("at", &self.at)
            .field("present", &self.present)
            .finish()
    }
}

impl fmt::Debug for Written {
    /// Who by identity, and when.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Written({}, {:?})", self.by, self.at)
    }
}

impl<R: fmt::Debug, E: fmt::Debug> fmt::Debug for Stored<R, E> {
    /// Without the name of who last changed it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stored")
            .field("key", &self.key)
            .field("version", &self.version)
            .field("roots", &self.roots)
            .field("position", &self.position)
            .field("created", &self.created)
            .field("last_at", &self.last_at)
            .field("revisions", &self.revisions)
            .field("reviews", &self.reviews)
            .field("record", &self.record)
            .finish()
    }
}
