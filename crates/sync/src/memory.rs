// SPDX-License-Identifier: AGPL-3.0-or-later
//! A store in memory, for tests and simulations: it keeps what a device keeps, and fails when told to.
use crate::{
    segment::body,
    storage::{Batch, Head, Loaded, Storage, StorageTrouble},
};
use soglia_domain::{id::ChangeId, record::RecordKey};
use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

/// A store in memory. Copies share their content, as two tabs do.
#[derive(Clone, Default)]
pub struct MemoryStorage(Rc<RefCell<Content>>);

#[derive(Default)]
struct Content {
    head: Option<Head>,
    segments: BTreeMap<u32, (Vec<u8>, Vec<u8>)>,
    records: BTreeMap<RecordKey, Vec<u8>>,
    outbox: BTreeMap<(u64, ChangeId), Vec<u8>>,
    deliveries: BTreeMap<(u64, ChangeId), Vec<u8>>,
    next_write_fails: Option<StorageTrouble>,
}

impl MemoryStorage {
    /// The next transaction fails, and writes nothing.
    pub fn fail_next_write(&self, trouble: StorageTrouble) {
        self.0.borrow_mut().next_write_fails = Some(trouble);
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
}

impl Storage for MemoryStorage {
    async fn load(&self) -> Result<Loaded, StorageTrouble> {
        let content = self.0.borrow();
        Ok(Loaded {
            head: content.head,
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

    async fn head(&self) -> Result<Option<Head>, StorageTrouble> {
        Ok(self.0.borrow().head)
    }

    async fn write(&self, generation: u64, batch: Batch) -> Result<(), StorageTrouble> {
        let mut content = self.0.borrow_mut();
        if let Some(trouble) = content.next_write_fails.take() {
            return Err(trouble);
        }
        if content.head.unwrap_or_default().generation != generation {
            return Err(StorageTrouble::Overtaken);
        }
        content.head = Some(batch.head);
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
        Ok(())
    }

    async fn body(&self, segment: u32, at: usize) -> Result<Option<Vec<u8>>, StorageTrouble> {
        let content = self.0.borrow();
        let bodies = content.segments.get(&segment).map(|(_, bodies)| bodies);
        Ok(bodies.and_then(|bodies| body(bodies, at)).map(<[u8]>::to_vec))
    }

    async fn bodies(&self, segment: u32) -> Result<Option<Vec<u8>>, StorageTrouble> {
        let content = self.0.borrow();
        Ok(content.segments.get(&segment).map(|(_, bodies)| bodies.clone()))
    }

    async fn record(&self, key: RecordKey) -> Result<Option<Vec<u8>>, StorageTrouble> {
        Ok(self.0.borrow().records.get(&key).cloned())
    }
}
