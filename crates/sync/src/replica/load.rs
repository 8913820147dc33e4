// SPDX-License-Identifier: AGPL-3.0-or-later
//! Opening the store: rows of all records at once, bodies only when a record is opened.
use super::{Place, Replica, touched};
use crate::{
    change::SignedIn,
    id_hash::ById,
    outbox,
    row::Row,
    segment::{RowAtRest, body, n_bodies, read_rows, read_single, write_rows},
    storage::{Batch, Loaded, Storage, StorageTrouble},
};
use soglia_domain::record::RecordKey;
use std::collections::{BTreeMap, HashMap};

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
            decoded: Vec::new(),
            city_rules: Default::default(),
            rulebook: Default::default(),
        };
        let rows = replica.reload().await?;
        Ok((replica, rows))
    }

    /// Whether another tab wrote since this one last read or wrote.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn is_overtaken(&self) -> Result<bool, StorageTrouble> {
        let head = self.storage.head().await?;
        Ok(head.unwrap_or_default().generation != self.head.generation)
    }

    /// Reads everything again.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn reload(&mut self) -> Result<Vec<Row>, StorageTrouble> {
        let mut loaded = self.storage.load().await?;
        self.head = loaded.head.take().unwrap_or_default();
        self.decoded.clear();
        self.read_outbox(&loaded);
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
        self.read_rules().await?;
        Ok(rows)
    }

    fn read_outbox(&mut self, loaded: &Loaded) {
        // What a newer version wrote and this one cannot read stays in the store, untouched.
        self.outbox.clear();
        for bytes in &loaded.outbox {
            if let Ok(entry) = soglia_json::from_slice(bytes) {
                outbox::insert(&mut self.outbox, entry);
            }
        }
        self.deliveries = loaded
            .deliveries
            .iter()
            .rev()
            .filter_map(|bytes| soglia_json::from_slice(bytes).ok())
            .collect();
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
            let rows = match read_rows(bytes) {
                Ok(rows) => rows,
                Err(_) => {
                    let rows = self.rebuild_rows(*number).await?;
                    rebuilt.push((*number, write_rows(&rows), None));
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
            .map(|at| body(&bodies, at).map_or(RowAtRest::Unread, RowAtRest::of))
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
    pub fn knows(&self, key: RecordKey) -> bool {
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
