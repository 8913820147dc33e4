// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a device must be able to do to keep records and changes.
use crate::codec::Codec;
pub use crate::trouble::StorageTrouble;
use serde::{Deserialize, Serialize};
use soglia_domain::{
    calendar::Timestamp,
    id::{ChangeId, DeviceId},
    record::{Key, LogPosition},
};
use std::{future::Future, ops::Range};

/// The head of a store: small, written with every transaction that it does not follow from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Counts the transactions. A writer that knows another number has been overtaken by another tab.
    pub generation: u64,
    /// The last number given to a change.
    #[serde(default)]
    pub counter: u64,
    /// The last moment given or seen.
    #[serde(default)]
    pub clock: Timestamp,
    /// How far the records go.
    #[serde(default)]
    pub cursor: LogPosition,
    /// The number of the next segment.
    #[serde(default)]
    pub next_segment: u32,
    /// When records last came, in milliseconds since 1970.
    #[serde(default)]
    pub last_ms: Option<i64>,
    /// The last change of this device that the server answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<Answered>,
    /// What the server said last of what this person may see.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// While everything is fetched anew: the first segment of it. What rests in earlier ones goes when all of it is here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub snapshot: Option<u32>,
}

/// How far the server answered the changes of one device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// The device: a new sign-in may have given another one, with answers of its own.
    pub device: DeviceId,
    /// The highest counter.
    pub counter: u64,
}

/// Everything that a start needs.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The head, of the generation that stands; none in a store that was never written.
    pub head: Option<Head>,
    /// Number and rows part of each segment, oldest first.
    pub segments: Vec<(u32, Vec<u8>)>,
    /// Single records that lie over the segments; empty bytes where one was taken away.
    pub records: Vec<(Key, Vec<u8>)>,
    /// Changes on their way, in the order of the device.
    pub outbox: Vec<Vec<u8>>,
    /// Changes that arrived, oldest first.
    pub deliveries: Vec<Vec<u8>>,
}

/// One transaction: all of it happens, or nothing.
#[derive(Debug, Default)]
pub struct Batch {
    /// The head afterwards.
    pub head: Head,
    /// Whether it must have reached the disk before it counts as done. Always so for what a person wrote.
    pub strict: bool,
    /// Whether the head follows from what is put into the outbox: its number and its moment are the head's. Then only the
    /// generation is written beside it, and a save seals one thing.
    pub head_follows: bool,
    /// Whether everything but the outbox is deleted before anything is written: also what this version cannot read.
    pub clear: bool,
    /// Segments to write: number, rows, bodies. No bodies where only the rows are built again.
    pub put_segments: Vec<(u32, Vec<u8>, Option<Vec<u8>>)>,
    /// Segments to delete.
    pub delete_segments: Vec<u32>,
    /// Single records to write.
    pub put_records: Vec<(Key, Vec<u8>)>,
    /// Single records to delete.
    pub delete_records: Vec<Key>,
    /// Changes to write: number, identity, bytes.
    pub put_outbox: Vec<(u64, ChangeId, Vec<u8>)>,
    /// Changes to delete.
    pub delete_outbox: Vec<(u64, ChangeId)>,
    /// Deliveries to write.
    pub put_deliveries: Vec<(u64, ChangeId, Vec<u8>)>,
    /// Deliveries to delete.
    pub delete_deliveries: Vec<(u64, ChangeId)>,
}

/// Where a device keeps records and changes.
pub trait Storage {
    /// What reads and writes changes. Asked for only where there is one.
    fn codec(&self) -> impl Future<Output = Result<Codec, StorageTrouble>>;

    /// Reads what a start needs.
    fn load(&self) -> impl Future<Output = Result<Loaded, StorageTrouble>>;

    /// The generation as it stands now, to notice another tab.
    fn generation(&self) -> impl Future<Output = Result<u64, StorageTrouble>>;

    /// Writes one transaction, if the store is still at this generation.
    fn write(&self, generation: u64, batch: Batch) -> impl Future<Output = Result<(), StorageTrouble>>;

    /// One body of a segment.
    fn body(&self, segment: u32, at: usize) -> impl Future<Output = Result<Option<Vec<u8>>, StorageTrouble>>;

    /// The bodies part of a segment.
    fn bodies(&self, segment: u32) -> impl Future<Output = Result<Option<Vec<u8>>, StorageTrouble>>;

    /// A single record.
    fn record(&self, key: Key) -> impl Future<Output = Result<Option<Vec<u8>>, StorageTrouble>>;
}

/// Splits a number of things into runs of at most `most`.
pub(crate) fn runs(total: usize, most: usize) -> impl Iterator<Item = Range<usize>> {
    (0..total)
        .step_by(most)
        .map(move |start| start..(start + most).min(total))
}
