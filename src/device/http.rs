// SPDX-License-Identifier: AGPL-3.0-or-later
//! Requests to the server.
use serde::{Deserialize, Serialize};
use soglia_domain::{
    action::Action,
    author::Role,
    calendar::Timestamp,
    id::{ChangeId, DeviceId},
    record::{LogPosition, RecordKey},
};
use soglia_sync::change::Answer;

/// Why a request failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HttpTrouble {
    /// The server could not be reached, or did not answer in time.
    NoNetwork,
    /// The server wants a sign-in.
    SignedOut,
    /// The server answered with an error.
    Problem(Problem),
    /// The answer could not be read.
    NotUnderstood,
}

/// An error as the server states it (RFC 9457).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The HTTP status.
    #[serde(default)]
    pub status: u16,
    /// In a few words.
    #[serde(default)]
    pub title: String,
    /// What is wrong and where.
    #[serde(default)]
    pub detail: String,
    /// Short stable code.
    #[serde(default)]
    pub code: String,
}

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

/// What an import is asked to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportParameters {
    /// Only show what would happen.
    pub dry_run: bool,
    /// Key of the origin: "municipal", "confiscated", "metropolitan_area", "third_sector".
    pub origin: String,
    /// Name of the file.
    pub file_name: String,
    /// The column mapping as JSON, where the person changed the guess.
    pub mapping: Option<String>,
}

/// Sends a list of dwellings. The answer is the import report.
///
/// # Errors
/// [`HttpTrouble`], with the server's own sentence where the file is at fault.
pub async fn import_dwellings(
    _bytes: Vec<u8>,
    _parameters: &ImportParameters,
) -> Result<serde_json::Value, HttpTrouble> {
    Err(HttpTrouble::NoNetwork)
}

/// The history of a record, newest first.
///
/// # Errors
/// [`HttpTrouble`]: the history is only at the server.
pub async fn history(_key: RecordKey) -> Result<Vec<HistoryEntry>, HttpTrouble> {
    Err(HttpTrouble::NoNetwork)
}
