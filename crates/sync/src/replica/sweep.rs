// SPDX-License-Identifier: AGPL-3.0-or-later
//! Reading every record of a kind once, in parts: between two parts the device does other things.
use super::{Place, Replica, touched};
use crate::{
    segment::{body, read_body},
    storage::{Storage, StorageTrouble},
};
use soglia_domain::record::{Key, Kind, Stored};
use std::sync::Arc;

/// What is read in one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What rests in one segment.
    Segment(u32),
    /// What rests on its own, or only in changes of this device.
    Loose,
}

impl<S: Storage> Replica<S> {
    /// The parts in which every record is found once, as long as nothing is written in between: the generation of
    /// [`Self::head`] tells.
    pub fn parts(&self) -> Vec<Part> {
        let segments = self.segments.keys().copied().map(Part::Segment);
        segments.chain([Part::Loose]).collect()
    }

    /// The records of a kind in one part as they show, with the changes of this device. What this version cannot read is
    /// left out.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn records_in(&mut self, part: Part, kind: Kind) -> Result<Vec<Arc<Stored>>, StorageTrouble> {
        match part {
            Part::Segment(number) => self.of_segment(number, kind).await,
            Part::Loose => self.loose(kind).await,
        }
    }

    async fn of_segment(&self, number: u32, kind: Kind) -> Result<Vec<Arc<Stored>>, StorageTrouble> {
        let mut here = vec![None; self.segments.get(&number).copied().unwrap_or_default()];
        for (key, place) in &self.places {
            if let Place::Segment { segment, at } = place
                && *segment == number
                && key.kind == kind
                && let Some(slot) = here.get_mut(usize::from(*at))
            {
                *slot = Some(*key);
            }
        }
        let mut records = Vec::with_capacity(here.len());
        if here.iter().all(Option::is_none) {
            return Ok(records);
        }
        let bodies = self.storage.bodies(number).await?.unwrap_or_default();
        for (at, key) in here.into_iter().enumerate() {
            let Some(key) = key else { continue };
            let stored = body(&bodies, at).and_then(read_body);
            records.extend(self.lay(stored, key).stored);
        }
        Ok(records)
    }

    async fn loose(&mut self, kind: Kind) -> Result<Vec<Arc<Stored>>, StorageTrouble> {
        let mut keys: Vec<Key> = self
            .places
            .iter()
            .filter(|(key, place)| key.kind == kind && **place == Place::Single)
            .map(|(key, _)| *key)
            .collect();
        let only_here = touched(&self.outbox);
        keys.extend(
            only_here
                .into_iter()
                .filter(|key| key.kind == kind && !self.places.contains_key(key)),
        );
        let mut records = Vec::new();
        for key in keys {
            let confirmed = self.confirmed(key).await?.map(|read| read.as_ref().clone());
            records.extend(self.lay(confirmed, key).stored);
        }
        Ok(records)
    }
}
