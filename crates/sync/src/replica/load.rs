// SPDX-License-Identifier: AGPL-3.0-or-later
//! Opening the store: rows of all records at once, bodies only when a record is opened.
use super::{Place, Replica, touched, unread::UnreadEntry};
use crate::{
    change::SignedIn,
    id_hash::ById,
    outbox,
    segment::{RowAtRest, body, n_bodies, read_rows, read_single, write_rows},
    storage::{Batch, Loaded, Storage, StorageTrouble},
};
use soglia_domain::{ground::Ground, record::Key, rooms::Row};
use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

impl<S: Storage> Replica<S> {
    /// Opens the store of one person, and gives the rows of all records as they show.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn open(storage: S, signed_in: SignedIn) -> Result<(Self, Vec<Row>), StorageTrouble> {
        let mut replica = Self {
            storage,
            signed_in,
            head: Default::default(),
            places: HashMap::default(),
            segments: BTreeMap::new(),
            outbox: Vec::new(),
            deliveries: Vec::new(),
            unread: Vec::new(),
            decoded: Vec::new(),
            laid: Vec::new(),
            ground: Ground::default(),
            codec: None,
        };
        let rows = replica.reload().await?;
        Ok((replica, rows))
    }

    /// Whether another tab wrote since this one last read or wrote.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn is_overtaken(&self) -> Result<bool, StorageTrouble> {
        Ok(self.storage.generation().await? != self.head.generation)
    }

    /// Reads everything again.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn reload(&mut self) -> Result<Vec<Row>, StorageTrouble> {
        let mut loaded = self.storage.load().await?;
        self.head = loaded.head.take().unwrap_or_default();
        self.decoded.clear();
        self.laid.clear();
        self.read_outbox(&loaded).await?;
        let mut found = self.read_segments(&loaded).await?;
        self.read_singles(&loaded, &mut found);

        let mut rows = Vec::with_capacity(found.len());
        let laid_over = touched(&self.outbox);
        for (segment, at, row) in found {
            let Some(key) = row.key() else { continue };
            let is_here = self.places.get(&key) == Some(&place(segment, at));
            if is_here && !laid_over.contains(&key) {
                rows.extend(row.into_row());
            }
        }
        rows.extend(
            self.rows_of(&laid_over)
                .await?
                .into_iter()
                .filter_map(|(_, row)| row),
        );
        for key in Ground::keys() {
            self.read_ground(key).await?;
        }
        Ok(rows)
    }

    async fn read_outbox(&mut self, loaded: &Loaded) -> Result<(), StorageTrouble> {
        // What a newer version wrote and this one cannot read stays in the store, untouched.
        self.outbox.clear();
        self.unread.clear();
        self.deliveries.clear();
        if loaded.outbox.is_empty() && loaded.deliveries.is_empty() {
            return Ok(());
        }
        let codec = self.storage.codec().await?;
        self.codec = Some(codec);
        for bytes in &loaded.outbox {
            match (codec.read_entry)(bytes).filter(|entry| !entry.change.is_newer()) {
                Some(entry) => outbox::insert(&mut self.outbox, Arc::new(entry)),
                None => self.unread.extend(UnreadEntry::of(bytes)),
            }
        }
        self.follow_outbox();
        // To a server that was restored a delivery goes again as it is read here, so it has to be read whole as well.
        self.deliveries = loaded
            .deliveries
            .iter()
            .rev()
            .filter_map(|bytes| (codec.read_delivery)(bytes))
            .filter(|delivery| !delivery.change.is_newer())
            .collect();
        Ok(())
    }

    /// The last number and the last moment may rest with a change alone: a save writes the change and nothing else.
    fn follow_outbox(&mut self) {
        let device = self.signed_in.device;
        for entry in &self.outbox {
            self.head.clock = self.head.clock.max(entry.change.at);
            if entry.change.device == device {
                self.head.counter = self.head.counter.max(entry.change.counter);
            }
        }
        for entry in &self.unread {
            self.head.counter = self.head.counter.max(entry.counter);
        }
    }

    /// Rows with their place, oldest segment first, so that later ones take the place of earlier ones.
    async fn read_segments(
        &mut self,
        loaded: &Loaded,
    ) -> Result<Vec<(Option<u32>, usize, RowAtRest)>, StorageTrouble> {
        let n_rows = loaded.segments.len() * crate::segment::MOST_RECORDS;
        let mut found = Vec::with_capacity(n_rows + loaded.records.len());
        let mut rebuilt = Vec::new();
        self.places = HashMap::with_capacity_and_hasher(n_rows, ById::default());
        self.segments.clear();
        for (number, bytes) in &loaded.segments {
            let known = read_rows(bytes).ok();
            let rows = match known {
                Some(rows) if rows.iter().all(RowAtRest::is_read) => rows,
                // Rows of another layout, or something that could not be read when it came: this version may.
                known => {
                    let rows = self.rebuild_rows(*number).await?;
                    if known.as_ref() != Some(&rows) {
                        rebuilt.push((*number, write_rows(&rows), None));
                    }
                    rows
                }
            };
            self.segments.insert(*number, rows.len());
            for (at, row) in rows.into_iter().enumerate() {
                if let Some(key) = row.key() {
                    self.places.insert(key, place(Some(*number), at));
                }
                found.push((Some(*number), at, row));
            }
        }
        if !rebuilt.is_empty() {
            let batch = Batch {
                put_segments: rebuilt,
                ..Batch::default()
            };
            self.write(batch, self.head.clone()).await?;
        }
        Ok(found)
    }

    async fn rebuild_rows(&self, number: u32) -> Result<Vec<RowAtRest>, StorageTrouble> {
        let bodies = self.storage.bodies(number).await?.unwrap_or_default();
        Ok((0..n_bodies(&bodies))
            .map(|at| body(&bodies, at).map_or(RowAtRest::Unread(None), RowAtRest::of))
            .collect())
    }

    fn read_singles(&mut self, loaded: &Loaded, found: &mut Vec<(Option<u32>, usize, RowAtRest)>) {
        for (key, bytes) in &loaded.records {
            let single = read_single(bytes);
            self.places.insert(
                *key,
                if single.is_some() {
                    Place::Single
                } else {
                    Place::Gone
                },
            );
            if let Some((row, _)) = single {
                found.push((None, 0, row));
            }
        }
    }

    /// Whether a record rests here; for those who ask about many, without reading any.
    pub fn knows(&self, key: Key) -> bool {
        matches!(self.places.get(&key), Some(Place::Segment { .. } | Place::Single))
    }
}

fn place(segment: Option<u32>, at: usize) -> Place {
    segment.map_or(Place::Single, |segment| Place::Segment {
        segment,
        // A segment holds a few hundred records.
        at: u16::try_from(at).unwrap_or(u16::MAX),
    })
}
