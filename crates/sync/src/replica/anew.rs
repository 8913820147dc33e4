// SPDX-License-Identifier: AGPL-3.0-or-later
//! Beginning anew: with a server that was restored, and on a device that was revoked. The work of a person stays in both.
use super::{Changed, Replica};
use crate::{
    change::{DEVICE_REVOKED, OutboxEntry, OutboxState},
    outbox,
    storage::{Batch, Head, Storage, StorageTrouble},
};
use soglia_domain::{ground::Ground, record::LogPosition};
use std::sync::Arc;

impl<S: Storage> Replica<S> {
    /// The server was set back to an earlier state: fetches everything anew, and sends once more what it may have lost.
    /// Until all of it is here, what is here stays.
    ///
    /// # Errors
    /// [`StorageTrouble`]; then everything is as before.
    pub async fn begin_anew(&mut self) -> Result<Changed, StorageTrouble> {
        let back = outbox::put_back(&self.outbox, &self.deliveries);
        let batch = Batch {
            strict: true,
            put_outbox: self.at_rest(&back).await?,
            delete_deliveries: self
                .deliveries
                .iter()
                .map(|delivery| (delivery.change.counter, delivery.change.id))
                .collect(),
            ..Batch::default()
        };
        let head = Head {
            cursor: LogPosition(0),
            snapshot: Some(self.head.next_segment),
            scope: None,
            answered: None,
            ..self.head.clone()
        };
        self.write(batch, head).await?;
        self.take_back(back);
        self.deliveries.clear();
        self.laid.clear();
        Ok(Changed {
            rows: Vec::new(),
            outbox: true,
            deliveries: true,
        })
    }

    /// Takes entries that wait once more in the place of those that were answered.
    fn take_back(&mut self, back: Vec<Arc<OutboxEntry>>) {
        for entry in back {
            self.outbox.retain(|known| known.change.id != entry.change.id);
            outbox::insert(&mut self.outbox, entry);
        }
    }

    /// Deletes everything that came from the server, and the work that the server took into quarantine because this
    /// device was revoked. Other work of the person stays, and what was answered waits once more: with the cursor goes the
    /// only sign by which a restored server is noticed, and the same change sent again gets the same answer.
    ///
    /// # Errors
    /// [`StorageTrouble`]; then nothing is deleted.
    pub async fn wipe(&mut self) -> Result<Changed, StorageTrouble> {
        let (taken, kept) = std::mem::take(&mut self.outbox)
            .into_iter()
            .partition::<Vec<_>, _>(|entry| is_taken_into_quarantine(entry));
        let back = outbox::put_back(&kept, &[]);
        let batch = Batch {
            strict: true,
            clear: true,
            put_outbox: self.at_rest(&back).await?,
            delete_outbox: taken
                .iter()
                .map(|entry| (entry.change.counter, entry.change.id))
                .collect(),
            ..Batch::default()
        };
        let head = Head {
            cursor: LogPosition(0),
            last_ms: None,
            snapshot: None,
            scope: None,
            ..self.head.clone()
        };
        if let Err(trouble) = self.write(batch, head).await {
            self.outbox = kept;
            for entry in taken {
                outbox::insert(&mut self.outbox, entry);
            }
            return Err(trouble);
        }
        self.outbox = kept;
        self.take_back(back);
        self.deliveries.clear();
        self.segments.clear();
        self.decoded.clear();
        self.laid.clear();
        let mut keys = super::touched(&taken);
        keys.extend(super::touched(&self.outbox));
        keys.extend(Ground::keys());
        for (key, _) in std::mem::take(&mut self.places) {
            keys.insert(key);
        }
        let rows = self.rows_anew(&keys).await?;
        self.follow_ground(&rows).await?;
        Ok(Changed {
            rows,
            outbox: true,
            deliveries: true,
        })
    }
}

/// Whether the server set it aside for the device that sent it, whatever it says.
pub(super) fn is_taken_into_quarantine(entry: &OutboxEntry) -> bool {
    matches!(&entry.state, OutboxState::Quarantined { reason } if reason == DEVICE_REVOKED)
}
