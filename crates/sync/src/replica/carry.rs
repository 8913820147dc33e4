// SPDX-License-Identifier: AGPL-3.0-or-later
//! Carrying unsent work to another device.
use super::{Changed, Replica, anew::is_taken_into_quarantine, touched};
use crate::{
    change::{OutboxEntry, OutboxState},
    outbox,
    storage::{Batch, Storage},
    workfile::{FORMAT, ImportTrouble, WorkFile},
};
use std::sync::Arc;

/// What a work file brought.
#[derive(Debug, Default)]
pub struct Imported {
    /// Changes that are new here.
    pub n_added: usize,
    /// Changes that were here already.
    pub n_known: usize,
    /// What it changed.
    pub changed: Changed,
}

impl<S: Storage> Replica<S> {
    /// Everything that the server has not taken, as a work file. It stays here as well: sent from two places, a change
    /// still happens once.
    ///
    /// # Errors
    /// [`ImportTrouble`]: what writes it could not be had.
    pub async fn export(&self, now_ms: i64) -> Result<Vec<u8>, ImportTrouble> {
        let file = WorkFile {
            format: FORMAT,
            author: self.signed_in.author.person,
            device: self.signed_in.device,
            made_ms: now_ms,
            entries: self
                .outbox
                .iter()
                .filter(|entry| is_unsent(entry))
                .map(|entry| entry.in_state(entry.state.clone()))
                .collect(),
        };
        (self.storage.codec().await?.write_work)(&file)
    }

    /// Takes in a work file of the same person. Its changes keep identity, device and counter. Those that the server set aside
    /// because it no longer trusts the device that sent them wait to be sent from this one: it may have had them from here
    /// meanwhile, and then gives the same answer again.
    ///
    /// # Errors
    /// [`ImportTrouble`]; then nothing is taken in.
    pub async fn import(&mut self, bytes: &[u8]) -> Result<Imported, ImportTrouble> {
        let file = (self.storage.codec().await?.read_work)(bytes)?;
        let person = self.signed_in.author.person;
        let is_theirs = |entry: &OutboxEntry| entry.change.author == person && is_unsent(entry);
        if file.author != person {
            return Err(ImportTrouble::OtherAuthor);
        }
        if !file.entries.iter().all(is_theirs) {
            return Err(ImportTrouble::Damaged);
        }
        let known = outbox::set_of(
            self.outbox
                .iter()
                .map(|entry| entry.change.id)
                .chain(self.deliveries.iter().map(|delivery| delivery.change.id)),
        );
        let n_entries = file.entries.len();
        let mut added: Vec<Arc<OutboxEntry>> = Vec::with_capacity(n_entries);
        for mut entry in file.entries {
            if is_taken_into_quarantine(&entry) {
                entry.state = OutboxState::Pending;
            }
            if !known.contains(&entry.change.id) && added.iter().all(|new| new.change.id != entry.change.id) {
                added.push(Arc::new(entry));
            }
        }
        let n_known = n_entries - added.len();
        if added.is_empty() {
            return Ok(Imported {
                n_known,
                ..Imported::default()
            });
        }
        let mut head = self.head.clone();
        for entry in &added {
            head.clock = head.clock.max(entry.change.at);
            // A file that comes back to the device that wrote it, after its store was lost, brings its numbers along.
            if entry.change.device == self.signed_in.device {
                head.counter = head.counter.max(entry.change.counter);
            }
        }
        let batch = Batch {
            strict: true,
            put_outbox: self.at_rest(&added).await?,
            ..Batch::default()
        };
        self.write(batch, head).await?;
        let keys = touched(&added);
        let n_added = added.len();
        for entry in added {
            outbox::insert(&mut self.outbox, entry);
        }
        let rows = self.rows_anew(&keys).await?;
        self.follow_ground(&rows).await?;
        Ok(Imported {
            n_added,
            n_known,
            changed: Changed {
                rows,
                outbox: true,
                deliveries: false,
            },
        })
    }
}

/// Whether the server has not taken it.
const fn is_unsent(entry: &OutboxEntry) -> bool {
    !matches!(entry.state, OutboxState::Answered { .. })
}
