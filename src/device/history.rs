// SPDX-License-Identifier: AGPL-3.0-or-later
//! The history of a record, as the server tells it.
use serde::{Deserialize, Serialize};
use soglia_domain::{
    action::Action,
    author::Role,
    calendar::Timestamp,
    id::{ChangeId, DeviceId},
    record::LogPosition,
};
use soglia_sync::change::Answer;

/// One step in the history of a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryEntry {
    /// Place in the order of the server.
    #[serde(default)]
    pub position: LogPosition,
    /// The change.
    pub change: ChangeId,
    /// When it was made.
    pub at: Timestamp,
    /// Who made it.
    #[serde(default)]
    pub by_name: String,
    /// In which role.
    pub role: Role,
    /// On which device.
    pub device: DeviceId,
    /// What was done; none where it may not be seen.
    #[serde(default)]
    pub action: Option<Action>,
    /// What became of it.
    #[serde(default)]
    pub answer: Option<Answer>,
}

impl HistoryEntry {
    /// Reads all steps of a history.
    pub(super) fn read_all(bytes: &[u8]) -> Option<Vec<Self>> {
        #[derive(Deserialize)]
        struct History {
            entries: Vec<HistoryEntry>,
        }
        let history: Option<History> = soglia_json::from_slice(bytes).ok();
        history.map(|history| history.entries)
    }
}
