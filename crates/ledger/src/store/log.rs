// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the log holds.
use super::Outcome;
use crate::hash::Hash;
use soglia_domain::{
    author::Author,
    calendar::Timestamp,
    id::{ChangeId, DeviceId, PersonId},
    record::{Edit, LogPosition, Written},
};
use soglia_sync::change::{Answer, Change};

/// The last place given in the order, and the hash of the chain there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LogHead {
    /// The place.
    pub position: LogPosition,
    /// The hash.
    pub hash: Hash,
}

/// An accepted change with what it led to.
pub struct Logged<'a> {
    /// Its place in the one order.
    pub position: LogPosition,
    /// The change.
    pub change: &'a Change,
    /// Who did it.
    pub author: &'a Author,
    /// The moment that counts: that of the device, capped.
    pub at: Timestamp,
    /// By the clock of the server, in milliseconds since 1970.
    pub received_ms: i64,
    /// What the decision gave.
    pub edits: &'a [Edit],
    /// What the author was told.
    pub answer: &'a Answer,
}

/// One line of the log as it rests, every structured part as JSON text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogEntry {
    /// Place in the order.
    pub position: LogPosition,
    /// The change.
    pub change: String,
    /// Device.
    pub device: String,
    /// Order on that device.
    pub counter: u64,
    /// Author.
    pub author: String,
    /// Name of the author at that time.
    pub by_name: String,
    /// Role of the author at that time.
    pub role: String,
    /// When, by the capped clock of the device.
    pub at: String,
    /// When it came, in milliseconds since 1970.
    pub received_ms: i64,
    /// The action.
    pub action: String,
    /// What the author had in view.
    pub seen: String,
    /// What the decision gave.
    pub edits: String,
    /// What the author was told.
    pub answer: String,
    /// Makes that nobody can guess action and edits from their digest; empty once they are erased.
    pub salt: String,
    /// The digest of salt, action and edits, which stays when these are erased. Empty in lines of a version before 0.2.
    pub digest: String,
}

impl LogEntry {
    /// Whether action and edits are those that were sealed.
    pub fn is_whole(&self) -> bool {
        self.digest.is_empty()
            || self.digest == Self::digest_of(&self.salt, &self.action, &self.edits).as_str()
    }

    /// The digest of what a line says of people: it stays when this is erased, and without the salt tells nothing of it.
    pub(crate) fn digest_of(salt: &str, action: &str, edits: &str) -> Hash {
        Hash::of_parts(&[salt, action, edits])
    }

    /// Whether action and edits are gone.
    pub fn is_erased(&self) -> bool {
        self.action.is_empty() && self.edits.is_empty()
    }

    /// Who wrote it, where and when; none where the line cannot be read.
    pub fn written(&self) -> Option<Written> {
        Some(Written {
            by: self.author.parse().ok()?,
            by_name: self.by_name.clone(),
            role: serde_json::from_str(&self.role).ok()?,
            device: self.device.parse().ok()?,
            at: serde_json::from_str(&self.at).ok()?,
        })
    }

    /// The line that a store keeps of an accepted change.
    ///
    /// # Errors
    /// [`StoreError`] when a part cannot be written as JSON.
    pub fn of(logged: &Logged<'_>, salt: String) -> Outcome<Self> {
        let action = serde_json::to_string(&logged.change.action)?;
        let edits = serde_json::to_string(logged.edits)?;
        let digest = Self::digest_of(&salt, &action, &edits);
        Ok(Self {
            position: logged.position,
            change: logged.change.id.to_string(),
            device: logged.change.device.to_string(),
            counter: logged.change.counter,
            author: logged.author.person.to_string(),
            by_name: logged.author.name.clone(),
            role: serde_json::to_string(&logged.author.role)?,
            at: serde_json::to_string(&logged.at)?,
            received_ms: logged.received_ms,
            action,
            seen: serde_json::to_string(&logged.change.seen)?,
            edits,
            answer: serde_json::to_string(logged.answer)?,
            salt,
            digest: digest.to_string(),
        })
    }
}

/// The records as they stood at one place in the order, from which the log can be replayed. Taken where something was
/// filled in beside the log: invented records, or records of a version that kept no chain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    /// The place.
    pub position: LogPosition,
    /// [`crate::chain::digest`] of the records.
    pub digest: Hash,
    /// The hash of the chain after it.
    pub hash: Hash,
    /// The records: key and body, ordered by key.
    pub records: Vec<(String, String)>,
}

/// A change that is kept aside.
pub struct Quarantined<'a> {
    /// Which.
    pub change: ChangeId,
    /// Made where.
    pub device: DeviceId,
    /// Its order there.
    pub counter: u64,
    /// By whom.
    pub author: PersonId,
    /// When it came, in milliseconds since 1970.
    pub received_ms: i64,
    /// Why.
    pub reason: &'a str,
    /// The change as it came.
    pub text: &'a str,
}
