// SPDX-License-Identifier: AGPL-3.0-or-later
//! The copy that one person has on one device: confirmed records at rest, changes on their way, and what both show.
mod absorb;
mod act;
mod anew;
mod carry;
mod load;
mod sweep;
mod tidy;

pub use act::{ActTrouble, Acted};
pub use carry::Imported;
pub use sweep::Part;

use crate::{
    change::{Answer, Delivery, OutboxEntry, SignedIn},
    id_hash::ById,
    outbox,
    overlay::{Laid, lay},
    row::Row,
    segment::{Read, read_body, read_single},
    storage::{Answered, Batch, Head, Storage, StorageTrouble},
    wire::{Push, PushedAnswer},
};
use soglia_domain::{
    id::ChangeId,
    record::{Record, RecordKey},
    rulebook::{CityRules, Rulebook},
};
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
    pub rows: Vec<(RecordKey, Option<Row>)>,
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
    places: HashMap<RecordKey, Place, ById>,
    /// Number of records in each segment, dead ones included.
    segments: BTreeMap<u32, usize>,
    outbox: Vec<OutboxEntry>,
    deliveries: Vec<Delivery>,
    decoded: Vec<(RecordKey, Arc<Read>)>,
    city_rules: CityRules,
    rulebook: Rulebook,
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
    pub fn outbox(&self) -> &[OutboxEntry] {
        &self.outbox
    }

    /// Changes that arrived, newest first.
    pub fn deliveries(&self) -> &[Delivery] {
        &self.deliveries
    }

    /// What the City decided about its rulebook, with the changes of this device.
    pub const fn city_rules(&self) -> &CityRules {
        &self.city_rules
    }

    /// The rulebook by which this device decides.
    pub const fn rulebook(&self) -> &Rulebook {
        &self.rulebook
    }

    /// Takes the rules of the City over where they are among what changed.
    async fn follow_rules(&mut self, rows: &[(RecordKey, Option<Row>)]) -> Result<(), StorageTrouble> {
        if rows.iter().any(|(key, _)| *key == RecordKey::CityRules) {
            self.read_rules().await?;
        }
        Ok(())
    }

    async fn read_rules(&mut self) -> Result<(), StorageTrouble> {
        let shown = self.shown(RecordKey::CityRules).await?.stored;
        self.city_rules = match shown.map(|stored| stored.record) {
            Some(Record::CityRules(rules)) => rules,
            _ => CityRules::default(),
        };
        self.rulebook = self.city_rules.rulebook();
        Ok(())
    }

    /// The changes to send now.
    pub fn to_send(&self, most: usize) -> Push {
        let device = self.signed_in.device;
        let answered = self.head.answered.filter(|answered| answered.device == device);
        outbox::to_send(&self.outbox, answered.map(|answered| answered.counter), most)
    }

    /// The confirmed record.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn confirmed(&mut self, key: RecordKey) -> Result<Option<Arc<Read>>, StorageTrouble> {
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
    pub async fn shown(&mut self, key: RecordKey) -> Result<Laid, StorageTrouble> {
        let confirmed = self.confirmed(key).await?.map(|read| read.as_ref().clone());
        Ok(self.lay(confirmed, key))
    }

    fn lay(&self, confirmed: Option<Read>, key: RecordKey) -> Laid {
        lay(confirmed, key, &self.signed_in.author.name, &self.outbox)
    }

    /// Notes what the server made of the changes it got.
    ///
    /// # Errors
    /// [`StorageTrouble`]; then nothing is noted, and sending again gives the same answers.
    pub async fn note_answers(&mut self, answers: Vec<PushedAnswer>) -> Result<Changed, StorageTrouble> {
        let mut outbox = self.outbox.clone();
        let noted = outbox::note_answers(&mut outbox, answers);
        let mut head = self.head.clone();
        let device = self.signed_in.device;
        let of_here = noted.iter().filter(|entry| entry.change.device == device);
        for counter in of_here.map(|entry| entry.change.counter) {
            let before = head.answered.filter(|answered| answered.device == device);
            let counter = before.map_or(counter, |answered| answered.counter.max(counter));
            head.answered = Some(Answered { device, counter });
        }
        self.note(outbox, noted, head).await
    }

    /// Sets a change aside that the server, or what stands before it, would not take at all. The server gave no answer to
    /// it, so it does not count as answered.
    ///
    /// # Errors
    /// [`StorageTrouble`]; then nothing is noted.
    pub async fn set_aside(&mut self, change: ChangeId, reason: String) -> Result<Changed, StorageTrouble> {
        let mut outbox = self.outbox.clone();
        let answer = Answer::Quarantined { reason };
        let noted = outbox::note_answers(&mut outbox, vec![PushedAnswer { change, answer }]);
        self.note(outbox, noted, self.head.clone()).await
    }

    async fn note(
        &mut self,
        outbox: Vec<OutboxEntry>,
        noted: Vec<OutboxEntry>,
        head: Head,
    ) -> Result<Changed, StorageTrouble> {
        if noted.is_empty() {
            return Ok(Changed::default());
        }
        let batch = Batch {
            put_outbox: noted.iter().map(at_rest).collect(),
            ..Batch::default()
        };
        self.write(batch, head).await?;
        self.outbox = outbox;
        // What came back no longer shows.
        let rows = self.rows_of(&touched(&noted)).await?;
        self.follow_rules(&rows).await?;
        Ok(Changed {
            rows,
            outbox: true,
            deliveries: false,
        })
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

    /// The rows of some records as they show now.
    async fn rows_of(
        &mut self,
        keys: &BTreeSet<RecordKey>,
    ) -> Result<Vec<(RecordKey, Option<Row>)>, StorageTrouble> {
        let mut rows = Vec::with_capacity(keys.len());
        for key in keys {
            let row = self.shown(*key).await?.row();
            rows.push((*key, row));
        }
        Ok(rows)
    }

    fn forget_decoded(&mut self, key: RecordKey) {
        self.decoded.retain(|(known, _)| *known != key);
    }
}

fn touched(entries: &[OutboxEntry]) -> BTreeSet<RecordKey> {
    crate::outbox::set_of(
        entries
            .iter()
            .flat_map(|entry| &entry.edits)
            .map(|edit| edit.record),
    )
}

/// An entry as it rests: its place in the order, its identity, its text.
fn at_rest(entry: &OutboxEntry) -> (u64, ChangeId, Vec<u8>) {
    let bytes = soglia_json::to_vec(entry).unwrap_or_default();
    (entry.change.counter, entry.change.id, bytes)
}
