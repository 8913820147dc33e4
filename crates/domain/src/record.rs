// SPDX-License-Identifier: AGPL-3.0-or-later
//! Records: what is stored and synced as one thing, with the revision of each of its fields.
use crate::{
    author::Role,
    calendar::Timestamp,
    dwelling::Dwelling,
    edit::EditOp,
    household::Household,
    id::{ChangeId, DeviceId, DwellingId, HouseholdId, PersonId},
    rulebook::CityRules,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::{collections::BTreeMap, fmt, str::FromStr};

/// One synced thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
// Where pointers are shorter the difference is too small to be noticed.
#[cfg_attr(
    target_pointer_width = "64",
    expect(
        clippy::large_enum_variant,
        reason = "records are held one by one, and a box would stand in the way of every match"
    )
)]
pub enum Record {
    /// A dwelling.
    Dwelling(Dwelling),
    /// A household with its case.
    Household(Household),
    /// What the City decided about its rulebook: there is one.
    CityRules(CityRules),
}

impl Record {
    /// The key of this record.
    pub const fn key(&self) -> RecordKey {
        match self {
            Self::Dwelling(dwelling) => RecordKey::Dwelling(dwelling.id),
            Self::Household(household) => RecordKey::Household(household.id),
            Self::CityRules(_) => RecordKey::CityRules,
        }
    }
}

/// Kind and identity of a record. On the wire: "dwelling:0198…".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordKey {
    /// A dwelling.
    Dwelling(DwellingId),
    /// A household.
    Household(HouseholdId),
    /// The rules of the City.
    CityRules,
}

/// The identity of the one record of the City's rules.
const CITY: &str = "milano";

impl fmt::Display for RecordKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dwelling(id) => write!(f, "dwelling:{id}"),
            Self::Household(id) => write!(f, "household:{id}"),
            Self::CityRules => write!(f, "city_rules:{CITY}"),
        }
    }
}

/// A text is not the key of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotARecordKey;

impl fmt::Display for NotARecordKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a record key is a kind and an identity, such as dwelling:0198…")
    }
}

impl FromStr for RecordKey {
    type Err = NotARecordKey;

    fn from_str(text: &str) -> Result<Self, NotARecordKey> {
        let (kind, id) = text.split_once(':').ok_or(NotARecordKey)?;
        match kind {
            "dwelling" => id.parse().map(Self::Dwelling).map_err(|_| NotARecordKey),
            "household" => id.parse().map(Self::Household).map_err(|_| NotARecordKey),
            "city_rules" if id == CITY => Ok(Self::CityRules),
            _ => Err(NotARecordKey),
        }
    }
}

impl Serialize for RecordKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for RecordKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

/// A field of a record as a path: "net_monthly_income", "members/7/birth_date", "state".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FieldKey(pub String);

/// Place of an accepted change in the one order of the server; 0 comes before all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LogPosition(pub u64);

/// When a field last changed, and from which device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    /// Place of the change in the order of the server.
    pub position: LogPosition,
    /// The device it came from.
    pub device: DeviceId,
}

/// A value that met another one in the same field: both are kept until a person chooses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// The field.
    pub field: FieldKey,
    /// The change that came second.
    pub change: ChangeId,
    /// What it wanted to write.
    pub op: EditOp,
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// A record as the server has it: content, order and open questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stored {
    /// The content.
    pub record: Record,
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
    /// Revisions of the fields changed since.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub revisions: BTreeMap<FieldKey, Revision>,
    /// Values waiting for a choice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reviews: Vec<Review>,
}

impl Stored {
    /// The place at which a field last changed.
    pub fn revision_of(&self, field: &FieldKey) -> LogPosition {
        self.revisions
            .get(field)
            .map_or(self.created, |revision| revision.position)
    }
}
