// SPDX-License-Identifier: AGPL-3.0-or-later
//! Lines of the log that are no change of a record: a household was archived, taken out of the archive, or erased.
use crate::{
    chain,
    store::{LogEntry, LogHead, Outcome, Write},
};
use serde::{Deserialize, Serialize};
use soglia_domain::{
    author::Author,
    calendar::Timestamp,
    id::{ChangeId, DeviceId},
    record::{Key, LogPosition},
    rooms::Record,
};
use soglia_sync::change::Answer;

/// What such a line says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Office {
    /// Out of sight, and under another name.
    Archive {
        /// The record in which all of it is rooted.
        root: Key,
    },
    /// In sight again.
    Reopen {
        /// The record in which all of it is rooted.
        root: Key,
    },
    /// Gone.
    Erase {
        /// The record in which all that was erased is rooted.
        root: Key,
        /// The act that allows it, in the words of who asked.
        act: String,
        /// The lines that no longer say anything.
        lines: Vec<LogPosition>,
    },
}

/// How each of them begins, so that changes need not be read twice.
const BEGINNINGS: [&str; 3] = ["{\"archive\":", "{\"reopen\":", "{\"erase\":"];

impl Office {
    /// The record it is about.
    pub fn root(&self) -> Key {
        let (Self::Archive { root } | Self::Reopen { root } | Self::Erase { root, .. }) = self;
        *root
    }
}

impl LogEntry {
    /// What it says where it is no change.
    pub fn office(&self) -> Option<Office> {
        let is_office = BEGINNINGS.iter().any(|begins| self.action.starts_with(begins));
        is_office
            .then(|| serde_json::from_str(&self.action).ok())
            .flatten()
    }
}

/// Who does it, where and when.
pub struct By<'a> {
    /// Who.
    pub author: &'a Author,
    /// The line.
    pub id: ChangeId,
    /// Stands for the device.
    pub device: DeviceId,
    /// When, in milliseconds since 1970.
    pub now_ms: i64,
}

/// Appends a line at a place, which has to be the next one.
pub(crate) async fn append<W: Write>(
    write: &mut W,
    by: &By<'_>,
    office: &Office,
    position: LogPosition,
) -> Outcome<LogHead> {
    let before = write.head().await?.hash;
    let salt = write.salt()?;
    let action = serde_json::to_string(office)?;
    let edits = "[]".to_owned();
    let at = Timestamp {
        ms: by.now_ms,
        counter: 0,
    };
    let entry = LogEntry {
        position,
        change: by.id.to_string(),
        device: by.device.to_string(),
        counter: 0,
        author: by.author.person.to_string(),
        by_name: by.author.name.clone(),
        role: serde_json::to_string(&by.author.role)?,
        at: serde_json::to_string(&at)?,
        received_ms: by.now_ms,
        seen: "[]".to_owned(),
        answer: serde_json::to_string(&Answer::Accepted { position })?,
        digest: LogEntry::digest_of(&salt, &action, &edits).to_string(),
        action,
        edits,
        salt,
    };
    let hash = chain::after(before, &entry);
    write.log(&entry, hash, &[office.root()]).await?;
    Ok(LogHead { position, hash })
}

/// The place of the next line.
pub(crate) async fn next<W: Write>(write: &mut W) -> Outcome<LogPosition> {
    Ok(LogPosition(write.head().await?.position.0 + 1))
}

/// Whether something about a record, or about what is rooted in it, goes on.
pub(crate) async fn some_go_on<W: Write>(
    write: &mut W,
    keys: &[Key],
    goes_on: fn(&Record) -> bool,
) -> Outcome<bool> {
    for key in keys {
        if write
            .load(*key)
            .await?
            .is_some_and(|stored| goes_on(&stored.record))
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A record, with all that is rooted in it.
pub(crate) async fn all_of<W: Write>(write: &mut W, root: Key) -> Outcome<Vec<Key>> {
    let mut keys = vec![root];
    let mut last = 0;
    while last < keys.len() {
        let found = write.rooted_in(&keys[last..]).await?;
        last = keys.len();
        for key in found {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
    }
    Ok(keys)
}
