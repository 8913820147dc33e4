// SPDX-License-Identifier: AGPL-3.0-or-later
//! A store in memory, for tests and simulations: it keeps what a device keeps, and fails when told to.
use crate::codec::Codec;
use crate::{
    segment::{RowAtRest, body, read_rows, read_single, write_rows, write_single},
    storage::{Batch, Head, Loaded, Storage, StorageTrouble},
};
use soglia_domain::{id::ChangeId, record::Key};
use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

/// A store in memory. Copies share their content, as two tabs do.
#[derive(Clone, Default)]
pub struct MemoryStorage(Rc<RefCell<Content>>);

#[derive(Default)]
struct Content {
    head: Option<Head>,
    segments: BTreeMap<u32, (Vec<u8>, Vec<u8>)>,
    records: BTreeMap<Key, Vec<u8>>,
    outbox: BTreeMap<(u64, ChangeId), Vec<u8>>,
    deliveries: BTreeMap<(u64, ChangeId), Vec<u8>>,
    next_write_fails: Option<StorageTrouble>,
    n_writes: u64,
    crash: Option<(u64, Crash)>,
    is_down: bool,
}

/// Where a device stops in the middle of a transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Crash {
    /// Nothing of it was written.
    BeforeCommit,
    /// All of it was written, and nobody heard.
    AfterCommit,
}

impl MemoryStorage {
    /// The next transaction fails, and writes nothing.
    pub fn fail_next_write(&self, trouble: StorageTrouble) {
        self.0.borrow_mut().next_write_fails = Some(trouble);
    }

    /// The device stops at one of the transactions to come: 0 is the next one. From then on nothing works before
    /// [`Self::restart`].
    pub fn crash_at_write(&self, n: u64, crash: Crash) {
        let mut content = self.0.borrow_mut();
        content.crash = Some((content.n_writes + n, crash));
    }

    /// Whether it stopped.
    pub fn is_down(&self) -> bool {
        self.0.borrow().is_down
    }

    /// Starts again with what was written.
    pub fn restart(&self) {
        let mut content = self.0.borrow_mut();
        content.is_down = false;
        content.crash = None;
    }

    /// Transactions asked for so far.
    pub fn n_writes(&self) -> u64 {
        self.0.borrow().n_writes
    }

    /// Keeps something in the outbox as a newer version might have written it.
    pub fn put_raw_outbox(&self, counter: u64, id: ChangeId, bytes: Vec<u8>) {
        self.0.borrow_mut().outbox.insert((counter, id), bytes);
    }

    /// The bytes of an entry of the outbox.
    pub fn raw_outbox(&self, counter: u64, id: ChangeId) -> Option<Vec<u8>> {
        self.0.borrow().outbox.get(&(counter, id)).cloned()
    }

    /// The bytes of a record that rests on its own.
    pub fn raw_record(&self, key: Key) -> Option<Vec<u8>> {
        self.0.borrow().records.get(&key).cloned()
    }

    fn up(&self) -> Result<std::cell::Ref<'_, Content>, StorageTrouble> {
        let content = self.0.borrow();
        if content.is_down {
            return Err(StorageTrouble::Closed);
        }
        Ok(content)
    }

    /// Number of changes in the outbox.
    pub fn n_outbox(&self) -> usize {
        self.0.borrow().outbox.len()
    }

    /// Number of segments.
    pub fn n_segments(&self) -> usize {
        self.0.borrow().segments.len()
    }

    /// Number of records on their own.
    pub fn n_singles(&self) -> usize {
        self.0.borrow().records.len()
    }

    /// Replaces the rows of every segment by something that no version wrote.
    pub fn damage_rows(&self) {
        for (rows, _) in self.0.borrow_mut().segments.values_mut() {
            *rows = vec![9; 9];
        }
    }

    /// Rewrites the deliveries, as a newer version might have written them.
    pub fn alter_deliveries(&self, alter: impl Fn(&str) -> String) {
        for bytes in self.0.borrow_mut().deliveries.values_mut() {
            *bytes = alter(&String::from_utf8_lossy(bytes)).into_bytes();
        }
    }

    /// Number of deliveries.
    pub fn n_deliveries(&self) -> usize {
        self.0.borrow().deliveries.len()
    }

    /// Replaces every row by what a version writes that cannot read its record.
    pub fn unread_rows(&self) {
        let mut content = self.0.borrow_mut();
        for (rows, _) in content.segments.values_mut() {
            let known = read_rows(rows).unwrap_or_default();
            let unread: Vec<RowAtRest> = known.iter().map(|row| RowAtRest::Unread(row.key())).collect();
            *rows = write_rows(&unread);
        }
        for (key, bytes) in &mut content.records {
            if let Some((_, body)) = read_single(bytes) {
                *bytes = write_single(&RowAtRest::Unread(Some(*key)), body);
            }
        }
    }
}

impl Content {
    fn take(&mut self, batch: Batch) {
        let content = self;
        if batch.clear {
            content.segments.clear();
            content.records.clear();
            content.deliveries.clear();
        }
        let generation = batch.head.generation;
        if batch.head_follows {
            content.head.get_or_insert_default().generation = generation;
        } else {
            content.head = Some(batch.head);
        }
        for number in batch.delete_segments {
            content.segments.remove(&number);
        }
        for (number, rows, bodies) in batch.put_segments {
            let segment = content.segments.entry(number).or_default();
            segment.0 = rows;
            if let Some(bodies) = bodies {
                segment.1 = bodies;
            }
        }
        for key in batch.delete_records {
            content.records.remove(&key);
        }
        content.records.extend(batch.put_records);
        for key in batch.delete_outbox {
            content.outbox.remove(&key);
        }
        for (counter, id, bytes) in batch.put_outbox {
            content.outbox.insert((counter, id), bytes);
        }
        for key in batch.delete_deliveries {
            content.deliveries.remove(&key);
        }
        for (counter, id, bytes) in batch.put_deliveries {
            content.deliveries.insert((counter, id), bytes);
        }
    }
}

impl Storage for MemoryStorage {
    async fn codec(&self) -> Result<Codec, StorageTrouble> {
        Ok(Codec::HERE)
    }

    async fn load(&self) -> Result<Loaded, StorageTrouble> {
        let content = self.up()?;
        Ok(Loaded {
            head: content.head.clone(),
            segments: content
                .segments
                .iter()
                .map(|(number, (rows, _))| (*number, rows.clone()))
                .collect(),
            records: content
                .records
                .iter()
                .map(|(key, bytes)| (*key, bytes.clone()))
                .collect(),
            outbox: content.outbox.values().cloned().collect(),
            deliveries: content.deliveries.values().cloned().collect(),
        })
    }

    async fn generation(&self) -> Result<u64, StorageTrouble> {
        Ok(self.up()?.head.as_ref().map_or(0, |head| head.generation))
    }

    async fn write(&self, generation: u64, batch: Batch) -> Result<(), StorageTrouble> {
        let mut content = self.0.borrow_mut();
        if content.is_down {
            return Err(StorageTrouble::Closed);
        }
        if let Some(trouble) = content.next_write_fails.take() {
            return Err(trouble);
        }
        if content.head.as_ref().map_or(0, |head| head.generation) != generation {
            return Err(StorageTrouble::Overtaken);
        }
        let crash = content.crash.filter(|(at, _)| *at <= content.n_writes);
        content.n_writes += 1;
        content.is_down = crash.is_some();
        if let Some((_, Crash::BeforeCommit)) = crash {
            return Err(StorageTrouble::Closed);
        }
        content.take(batch);
        if content.is_down {
            return Err(StorageTrouble::Closed);
        }
        Ok(())
    }

    async fn body(&self, segment: u32, at: usize) -> Result<Option<Vec<u8>>, StorageTrouble> {
        let content = self.up()?;
        let bodies = content.segments.get(&segment).map(|(_, bodies)| bodies);
        Ok(bodies.and_then(|bodies| body(bodies, at)).map(<[u8]>::to_vec))
    }

    async fn bodies(&self, segment: u32) -> Result<Option<Vec<u8>>, StorageTrouble> {
        let content = self.up()?;
        Ok(content.segments.get(&segment).map(|(_, bodies)| bodies.clone()))
    }

    async fn record(&self, key: Key) -> Result<Option<Vec<u8>>, StorageTrouble> {
        Ok(self.up()?.records.get(&key).cloned())
    }
}
