// SPDX-License-Identifier: AGPL-3.0-or-later
//! Reading every household once, in parts: between two parts the device does other things.
use super::{Place, Replica, touched};
use crate::{
    segment::{body, read_body},
    storage::{Storage, StorageTrouble},
};
use soglia_domain::{
    household::Household,
    record::{Record, RecordKey, Stored},
};

/// What is read in one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What rests in one segment.
    Segment(u32),
    /// What rests on its own, or only in changes of this device.
    Loose,
}

impl<S: Storage> Replica<S> {
    /// The parts in which every household is found once, as long as nothing is written in between: the generation of
    /// [`Self::head`] tells.
    pub fn parts(&self) -> Vec<Part> {
        let segments = self.segments.keys().copied().map(Part::Segment);
        segments.chain([Part::Loose]).collect()
    }

    /// The households of one part as they show, with the changes of this device. What this version cannot read is left
    /// out.
    ///
    /// # Errors
    /// [`StorageTrouble`].
    pub async fn households_in(&mut self, part: Part) -> Result<Vec<Household>, StorageTrouble> {
        match part {
            Part::Segment(number) => self.households_of_segment(number).await,
            Part::Loose => self.loose_households().await,
        }
    }

    async fn households_of_segment(&self, number: u32) -> Result<Vec<Household>, StorageTrouble> {
        let mut here = vec![None; self.segments.get(&number).copied().unwrap_or_default()];
        for (key, place) in &self.places {
            if let (RecordKey::Household(_), Place::Segment { segment, at }) = (key, place)
                && *segment == number
                && let Some(slot) = here.get_mut(usize::from(*at))
            {
                *slot = Some(*key);
            }
        }
        let mut households = Vec::with_capacity(here.len());
        if here.iter().all(Option::is_none) {
            return Ok(households);
        }
        let bodies = self.storage.bodies(number).await?.unwrap_or_default();
        for (at, key) in here.into_iter().enumerate() {
            let Some(key) = key else { continue };
            let stored = body(&bodies, at).and_then(read_body);
            households.extend(self.lay(stored, key).stored.and_then(household));
        }
        Ok(households)
    }

    async fn loose_households(&mut self) -> Result<Vec<Household>, StorageTrouble> {
        let mut keys: Vec<RecordKey> = self
            .places
            .iter()
            .filter(|(_, place)| **place == Place::Single)
            .map(|(key, _)| *key)
            .collect();
        let only_here = touched(&self.outbox);
        keys.extend(only_here.into_iter().filter(|key| !self.places.contains_key(key)));
        let mut households = Vec::new();
        for key in keys {
            if matches!(key, RecordKey::Household(_)) {
                households.extend(self.shown(key).await?.stored.and_then(household));
            }
        }
        Ok(households)
    }
}

fn household(stored: Stored) -> Option<Household> {
    match stored.record {
        Record::Household(household) => Some(household),
        Record::Dwelling(_) | Record::CityRules(_) => None,
    }
}
