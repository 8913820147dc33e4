// SPDX-License-Identifier: AGPL-3.0-or-later
//! A change: one action of one person on one device, as it is stored and sent.
use serde::{Deserialize, Serialize};
use soglia_domain::{
    access::Place,
    action::Action,
    author::Author,
    calendar::Timestamp,
    id::{ChangeId, DeviceId, PersonId},
    record::{Edit, FieldKey, Key, LogPosition, Stored},
    rooms::Refusal,
};
use std::sync::Arc;

/// The highest counter of a device: none ever gets this far, and programs that count in floating point numbers are still
/// exact here.
pub const MOST_COUNTER: u64 = (1 << 53) - 1;

/// One action as it is stored and sent. Made once; sending it twice changes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Change {
    /// Identity (UUIDv7).
    pub id: ChangeId,
    /// The browser profile it was made in.
    pub device: DeviceId,
    /// Order on that device, from 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = MOST_COUNTER)))]
    pub counter: u64,
    /// Who did it.
    pub author: PersonId,
    /// When, by the clock of the device.
    pub at: Timestamp,
    /// What the person did.
    pub action: Action,
    /// For each field it touches, the revision the author had in view.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seen: Vec<Seen>,
}

/// The revision of one field that the author had in view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Seen {
    /// The record.
    pub record: Key,
    /// The field.
    pub field: FieldKey,
    /// Its revision: 0 when the record was not known.
    pub revision: LogPosition,
}

impl Change {
    /// Whether a newer version wrote it. Its words may be read, and say more than this version knows of.
    pub const fn is_newer(&self) -> bool {
        self.action.version > self.action.verb.version()
    }

    /// The revision of a field that the author had in view; 0 when it was not noted.
    pub fn seen_revision(&self, record: Key, field: &FieldKey) -> LogPosition {
        self.seen
            .iter()
            .find(|seen| seen.record == record && seen.field == *field)
            .map_or(LogPosition(0), |seen| seen.revision)
    }
}

/// The revisions in view for the edits of a decision. `confirmed` gives a record as the server sent it.
pub fn seen_for<'a>(edits: &[Edit], confirmed: impl Fn(Key) -> Option<&'a Stored>) -> Vec<Seen> {
    edits
        .iter()
        .map(|edit| {
            let field = edit.op.field();
            let revision = confirmed(edit.record).map_or(LogPosition(0), |stored| stored.revision_of(&field));
            Seen {
                record: edit.record,
                field,
                revision,
            }
        })
        .collect()
}

/// The reason of an answer that quarantines a change because its device was revoked.
pub const DEVICE_REVOKED: &str = "device_revoked";

/// What the server made of one change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// It stands, at this place in the order.
    Accepted {
        /// Place in the order of the server.
        position: LogPosition,
    },
    /// It stands beside what others wrote in the meantime.
    Merged {
        /// Place in the order of the server.
        position: LogPosition,
    },
    /// Another value stands in these fields; both are kept until a person chooses.
    ToReview {
        /// Place in the order of the server.
        position: LogPosition,
        /// The fields in question.
        fields: Vec<FieldKey>,
    },
    /// It does not stand, and here is why; it stays with its author as a draft.
    Refused {
        /// Why.
        refusal: Refusal,
    },
    /// The server could not read it, or is of an earlier version than what it says; it is kept there for a person to look
    /// at.
    Quarantined {
        /// What could not be read.
        reason: String,
    },
}

impl Answer {
    /// The place in the order, where the change has one.
    pub const fn position(&self) -> Option<LogPosition> {
        match self {
            Self::Accepted { position } | Self::Merged { position } | Self::ToReview { position, .. } => {
                Some(*position)
            }
            Self::Refused { .. } | Self::Quarantined { .. } => None,
        }
    }
}

/// A change on its way, with the edits it led to on this device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OutboxEntry {
    /// The change. Shared, as nobody writes in it once it was made.
    pub change: Arc<Change>,
    /// What it shows on this device until the server answers.
    pub edits: Arc<Vec<Edit>>,
    /// How far it came.
    pub state: OutboxState,
}

impl OutboxEntry {
    /// The same, as far as it came meanwhile.
    pub fn in_state(&self, state: OutboxState) -> Self {
        Self {
            change: Arc::clone(&self.change),
            edits: Arc::clone(&self.edits),
            state,
        }
    }

    /// Whether it only asks: the server alone decides, so it shows as valid nowhere.
    pub fn asks(&self) -> bool {
        self.change.action.verb.who().place == Place::Server
    }
}

/// How far a change came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum OutboxState {
    /// On this device, waiting for the server.
    Pending,
    /// The server has it; the records that show it are on their way.
    Answered {
        /// What the server made of it.
        answer: Answer,
    },
    /// Waiting for its author: the server refused it.
    Refused {
        /// Why.
        refusal: Refusal,
    },
    /// Waiting for its author: the server could not read it.
    Quarantined {
        /// What could not be read.
        reason: String,
    },
}

/// A change that the server has, kept for a while to show that it was delivered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Delivery {
    /// The change.
    pub change: Arc<Change>,
    /// What the server made of it.
    pub answer: Answer,
    /// When the answer came, in milliseconds since 1970.
    pub delivered_ms: i64,
}

/// Who signed in on this device, with the device's own identity: kept so that work goes on without a network.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SignedIn {
    /// The person.
    pub author: Author,
    /// This browser profile, for this person.
    pub device: DeviceId,
}
