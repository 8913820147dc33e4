// SPDX-License-Identifier: AGPL-3.0-or-later
//! Folding what rests on its own, and segments that are mostly outdated, into new segments.
use super::{Place, Replica};
use crate::{
    segment::{MOST_RECORDS, RowAtRest, Segment, body, n_bodies, read_single},
    storage::{Batch, Storage, StorageTrouble, runs},
};
use soglia_domain::record::Key;
use std::collections::HashMap;

/// From this many records on their own, a start begins to feel them.
const MOST_SINGLES: usize = 400;

impl<S: Storage> Replica<S> {
    /// Folds, where it is worth it. For a quiet moment.
    ///
    /// # Errors
    /// [`StorageTrouble`]; then everything rests as before.
    pub async fn tidy(&mut self) -> Result<(), StorageTrouble> {
        let singles: Vec<Key> = self
            .places
            .iter()
            .filter(|(_, place)| **place == Place::Single)
            .map(|(key, _)| *key)
            .collect();
        // While everything is fetched anew, what rests on its own must not end up among what came.
        if singles.len() < MOST_SINGLES || self.head.snapshot.is_some() {
            return Ok(());
        }
        let mut found: Vec<(RowAtRest, Vec<u8>)> = Vec::with_capacity(singles.len());
        for key in &singles {
            let bytes = self.storage.record(*key).await?.unwrap_or_default();
            if let Some((row, body)) = read_single(&bytes) {
                found.push((row, body.to_vec()));
            }
        }
        let outdated = self.mostly_outdated();
        for number in &outdated {
            self.gather_living(*number, &mut found).await?;
        }
        self.rewrite(singles, outdated, found).await
    }

    async fn rewrite(
        &mut self,
        singles: Vec<Key>,
        outdated: Vec<u32>,
        found: Vec<(RowAtRest, Vec<u8>)>,
    ) -> Result<(), StorageTrouble> {
        let mut head = self.head.clone();
        let mut batch = Batch {
            delete_records: singles,
            delete_segments: outdated.clone(),
            ..Batch::default()
        };
        let mut places = Vec::with_capacity(found.len());
        let mut segments = Vec::new();
        for run in runs(found.len(), MOST_RECORDS) {
            let segment = head.next_segment;
            head.next_segment += 1;
            let run = &found[run];
            let rows: Vec<RowAtRest> = run.iter().map(|(row, _)| row.clone()).collect();
            let written = Segment::write(&rows, run.iter().map(|(_, body)| body.as_slice()));
            batch
                .put_segments
                .push((segment, written.rows, Some(written.bodies)));
            segments.push((segment, run.len()));
            for (at, row) in rows.iter().enumerate() {
                let place = Place::Segment {
                    segment,
                    at: at as u16,
                };
                places.extend(row.key().map(|key| (key, place)));
            }
        }
        self.write(batch, head).await?;
        for number in outdated {
            self.segments.remove(&number);
        }
        self.segments.extend(segments);
        self.places.extend(places);
        Ok(())
    }

    /// Segments of which less than half is still what counts.
    fn mostly_outdated(&self) -> Vec<u32> {
        let mut n_living: HashMap<u32, usize> = HashMap::new();
        for place in self.places.values() {
            if let Place::Segment { segment, .. } = place {
                *n_living.entry(*segment).or_default() += 1;
            }
        }
        self.segments
            .iter()
            .filter(|(number, n_rows)| n_living.get(number).copied().unwrap_or(0) * 2 < **n_rows)
            .map(|(number, _)| *number)
            .collect()
    }

    async fn gather_living(
        &self,
        number: u32,
        found: &mut Vec<(RowAtRest, Vec<u8>)>,
    ) -> Result<(), StorageTrouble> {
        let bodies = self.storage.bodies(number).await?.unwrap_or_default();
        for at in 0..n_bodies(&bodies) {
            let Some(body) = body(&bodies, at) else { continue };
            let row = RowAtRest::of(body);
            let here = Place::Segment {
                segment: number,
                at: at as u16,
            };
            // What cannot be read yet is kept for the version that can.
            let lives = row.key().is_none_or(|key| self.places.get(&key) == Some(&here));
            if lives {
                found.push((row, body.to_vec()));
            }
        }
        Ok(())
    }
}
