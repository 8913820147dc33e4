// SPDX-License-Identifier: AGPL-3.0-or-later
//! The copy that one person has on one device: confirmed records at rest, changes on their way, and what both show.
mod absorb;
mod act;
mod again;
mod anew;
mod carry;
mod load;
mod noted;
mod sweep;
mod tidy;
mod unread;

pub use act::{ActTrouble, Acted};
pub use carry::Imported;
pub use sweep::Part;
pub use unread::UnreadEntry;

use crate::{
    change::{Delivery, OutboxEntry, SignedIn},
    codec::Codec,
    id_hash::ById,
    outbox,
    overlay::Laid,
    segment::{Read, read_body, read_single},
    storage::{Batch, Head, Storage, StorageTrouble},
    wire::Push,
};
use soglia_domain::{ground::Ground, id::ChangeId, record::Key, rooms::Row};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

/// Deliveries kept: to show that something arrived, and to send it again to a server that was restored from a copy.
const MOST_DELIVERIES: usize = 500;

/// Records kept decoded, because people return to what they just had open.
const MOST_DECODED: usize = 24;

/// Where the confirmed body of a record rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// In a segment.
    Segment { segment: u32, at: u16 },
    /// On its own, over the segments.
    Single,
    /// Taken away from this person.
    Gone,
}

/// What a step changed, for those who show it.
#[derive(Debug, Default)]
pub struct Changed {
    /// Rows as they show now; none where a record is no longer there.
    pub rows: Vec<(Key, Option<Row>)>,
    /// Whether the outbox is another one.
    pub outbox: bool,
    /// Whether something arrived.
    pub deliveries: bool,
}

/// The copy that one person has on one device.
pub struct Replica<S> {
    storage: S,
    signed_in: SignedIn,
    head: Head,
    places: HashMap<Key, Place, ById>,
    /// Number of records in each segment, dead ones included.
    segments: BTreeMap<u32, usize>,
    outbox: Vec<Arc<OutboxEntry>>,
    deliveries: Vec<Delivery>,
    /// Changes that a newer version wrote and this one cannot read: kept, and never sent.
    unread: Vec<UnreadEntry>,
    decoded: Vec<(Key, Arc<Read>)>,
    /// Records as they show, of those that people have just had open: a save lays over them what is new and nothing else,
    /// however much waits.
    laid: Vec<(Key, Arc<Laid>)>,
    /// What reads and writes changes, as soon as there was one.
    codec: Option<Codec>,
    ground: Ground,
}

impl<S: Storage> Replica<S> {
    /// Who works with it.
    pub const fn signed_in(&self) -> &SignedIn {
        &self.signed_in
    }

    /// From now on changes carry this device: a new sign-in may have given another one.
    pub fn set_signed_in(&mut self, signed_in: SignedIn) {
        self.signed_in = signed_in;
    }

    /// How far the store is.
    pub const fn head(&self) -> &Head {
        &self.head
    }

    /// Where it rests.
    pub const fn storage(&self) -> &S {
        &self.storage
    }

    /// Changes on their way, in the order of the device.
    pub fn outbox(&self) -> &[Arc<OutboxEntry>] {
        &self.outbox
    }

    /// Changes that arrived, newest first.
    pub fn deliveries(&self) -> &[Delivery] {
        &self.deliveries
    }

    /// Changes that a newer version wrote and this one cannot read.
    pub fn unread(&self) -> &[UnreadEntry] {
        &self.unread
    }

    /// What every decision stands on, with the changes of this device.
    pub const fn ground(&self) -> &Ground {
        &self.ground
    }

    /// Takes over what every decision stands on, where it is among what changed.
    async fn follow_ground(&mut self, rows: &[(Key, Option<Row>)]) -> Result<(), StorageTrouble> {
        for key in Ground::keys() {
            if rows.iter().any(|(changed, _)| *changed == key) {
                self.read_ground(key).await?;
            }
        }
        Ok(())
    }

    async fn read_ground(&mut self, key: Key) -> Result<(), StorageTrouble> {
        let shown = self.shown(key).await?;
        let record = shown.stored.as_ref().map(|stored| &stored.record);
        self.ground.take(key, record);
        Ok(())
    }

    /// The changes to send now.
    ///
    /// # Errors
    /// [`StorageTrouble`]: what writes changes could not be had.
    pub async fn to_send(&self, most: usize) -> Result<Push, StorageTrouble> {
        if self.outbox.is_empty() {
            return Ok(Push::default());
        }
        let length = self.storage.codec().await?.length;
        let device = self.signed_in.device;
        let answered = self.head.answered.filter(|answered| answered.device == device);
        let after = answered.map(|answered| answered.counter);
        Ok(outbox::to_send(&self.outbox, after, most, length))
    }

    /// Entries as they rest: their place in the order, their identity, their text.
    async fn at_rest(
        &mut self,
        entries: &[Arc<OutboxEntry>],
    ) -> Result<Vec<(u64, ChangeId, Vec<u8>)>, StorageTrouble> {
        if entries.is_empty() {
            return Ok(Vec::new());
        }
        let codec = self.storage.codec().await?;
        let write = codec.write_entry;
        self.codec = Some(codec);
        let rest = |entry: &Arc<OutboxEntry>| (entry.change.counter, entry.change.id, write(entry));
        Ok(entries.iter().map(rest).collect())
    }

    /// The confirmed record.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn confirmed(&mut self, key: Key) -> Result<Option<Arc<Read>>, StorageTrouble> {
        if let Some((_, read)) = self.decoded.iter().find(|(known, _)| *known == key) {
            return Ok(Some(Arc::clone(read)));
        }
        let read = match self.places.get(&key) {
            None | Some(Place::Gone) => None,
            Some(Place::Segment { segment, at }) => self
                .storage
                .body(*segment, usize::from(*at))
                .await?
                .and_then(|body| read_body(&body)),
            Some(Place::Single) => self
                .storage
                .record(key)
                .await?
                .and_then(|bytes| read_single(&bytes).and_then(|(_, body)| read_body(body))),
        };
        let read = read.map(Arc::new);
        if let Some(read) = &read {
            if self.decoded.len() >= MOST_DECODED {
                self.decoded.remove(0);
            }
            self.decoded.push((key, Arc::clone(read)));
        }
        Ok(read)
    }

    /// The record as the screen shows it.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn shown(&mut self, key: Key) -> Result<Arc<Laid>, StorageTrouble> {
        if let Some((_, laid)) = self.laid.iter().find(|(known, _)| *known == key) {
            return Ok(Arc::clone(laid));
        }
        let confirmed = self.confirmed(key).await?.map(|read| read.as_ref().clone());
        let laid = Arc::new(self.lay(confirmed, key));
        self.keep_laid(key, Arc::clone(&laid));
        Ok(laid)
    }

    fn lay(&self, confirmed: Option<Read>, key: Key) -> Laid {
        let mut laid = Laid::of(confirmed);
        // Where there is an entry, there is what read or wrote it.
        if let Some(codec) = &self.codec {
            for entry in &self.outbox {
                (codec.lay)(&mut laid, key, &self.signed_in.author.name, entry);
            }
        }
        laid
    }

    fn keep_laid(&mut self, key: Key, laid: Arc<Laid>) {
        self.laid.retain(|(known, _)| *known != key);
        if self.laid.len() >= MOST_DECODED {
            self.laid.remove(0);
        }
        self.laid.push((key, laid));
    }

    /// Writes a batch with a head of the next generation, and takes that head over once it is written.
    async fn write(&mut self, mut batch: Batch, head: Head) -> Result<(), StorageTrouble> {
        let generation = self.head.generation;
        batch.head = Head {
            generation: generation + 1,
            ..head
        };
        let head = batch.head.clone();
        self.storage.write(generation, batch).await?;
        self.head = head;
        Ok(())
    }

    /// The rows of some records, laid anew: what lies over them is another thing than before.
    async fn rows_anew(&mut self, keys: &BTreeSet<Key>) -> Result<Vec<(Key, Option<Row>)>, StorageTrouble> {
        for key in keys {
            self.forget_laid(*key);
        }
        self.rows_of(keys).await
    }

    /// The rows of some records as they show now.
    async fn rows_of(&mut self, keys: &BTreeSet<Key>) -> Result<Vec<(Key, Option<Row>)>, StorageTrouble> {
        let mut rows = Vec::with_capacity(keys.len());
        for key in keys {
            let row = self.shown(*key).await?.row();
            rows.push((*key, row));
        }
        Ok(rows)
    }

    fn forget_decoded(&mut self, key: Key) {
        self.decoded.retain(|(known, _)| *known != key);
        self.forget_laid(key);
    }

    fn forget_laid(&mut self, key: Key) {
        self.laid.retain(|(known, _)| *known != key);
    }
}

fn touched(entries: &[Arc<OutboxEntry>]) -> BTreeSet<Key> {
    crate::outbox::set_of(
        entries
            .iter()
            .flat_map(|entry| entry.edits.iter())
            .map(|edit| edit.record),
    )
}
