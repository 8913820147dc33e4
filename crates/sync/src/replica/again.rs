// SPDX-License-Identifier: AGPL-3.0-or-later
//! What became of a change that came back: given up, or sent again.
use super::{Changed, Replica, act::ActTrouble, touched};
use crate::{
    change::{Change, OutboxEntry, OutboxState},
    outbox,
    storage::{Batch, Head, Storage, StorageTrouble},
};
use soglia_domain::id::ChangeId;
use std::sync::Arc;

type Entries = Vec<Arc<OutboxEntry>>;

impl<S: Storage> Replica<S> {
    /// Gives up a change that came back, and with it what builds on a record that it alone begins.
    ///
    /// # Errors
    /// [`StorageTrouble`]; then nothing is given up.
    pub async fn discard(&mut self, id: ChangeId) -> Result<Changed, StorageTrouble> {
        let Some((given_up, kept)) = self.taken_out(id) else {
            return Ok(Changed::default());
        };
        let batch = Batch {
            strict: true,
            delete_outbox: given_up
                .iter()
                .map(|entry| (entry.change.counter, entry.change.id))
                .collect(),
            ..Batch::default()
        };
        self.write(batch, self.head.clone()).await?;
        self.outbox = kept;
        let rows = self.rows_anew(&touched(&given_up)).await?;
        self.follow_ground(&rows).await?;
        Ok(Changed {
            rows,
            outbox: true,
            deliveries: false,
        })
    }

    /// Gives up a change that only a newer version can read. Only its author chooses this.
    ///
    /// # Errors
    /// [`StorageTrouble`]; then it stays.
    pub async fn discard_unread(&mut self, id: ChangeId) -> Result<Changed, StorageTrouble> {
        let Some(entry) = self.unread.iter().find(|entry| entry.id == id).copied() else {
            return Ok(Changed::default());
        };
        let batch = Batch {
            strict: true,
            delete_outbox: vec![(entry.counter, entry.id)],
            ..Batch::default()
        };
        self.write(batch, self.head.clone()).await?;
        self.unread.retain(|known| known.id != id);
        Ok(Changed {
            outbox: true,
            ..Changed::default()
        })
    }

    /// Sends a change again that came back: as a new one, decided on what is known now, because the server answers the
    /// old one as before. What builds on it follows it.
    ///
    /// # Errors
    /// [`ActTrouble`]; then the change stays as it was.
    pub async fn resend(
        &mut self,
        id: ChangeId,
        now_ms: i64,
        mut new_id: impl FnMut() -> ChangeId,
    ) -> Result<Changed, ActTrouble> {
        let Some((again, kept)) = self.taken_out(id) else {
            return Ok(Changed::default());
        };
        let before = std::mem::replace(&mut self.outbox, kept);
        // What is decided anew must not look at what is being taken out.
        self.laid.clear();
        let result = self.send_again(&again, now_ms, &mut new_id).await;
        let (entries, head) = match result {
            Ok(decided) => decided,
            Err(trouble) => {
                self.outbox = before;
                self.laid.clear();
                return Err(trouble);
            }
        };
        let batch = Batch {
            strict: true,
            put_outbox: self.at_rest(&entries).await?,
            delete_outbox: again
                .iter()
                .map(|entry| (entry.change.counter, entry.change.id))
                .collect(),
            ..Batch::default()
        };
        if let Err(trouble) = self.write(batch, head).await {
            self.outbox = before;
            self.laid.clear();
            return Err(trouble.into());
        }
        let mut keys = touched(&again);
        keys.extend(touched(&entries));
        for entry in entries {
            outbox::insert(&mut self.outbox, entry);
        }
        let rows = self.rows_anew(&keys).await?;
        self.follow_ground(&rows).await?;
        Ok(Changed {
            rows,
            outbox: true,
            deliveries: false,
        })
    }

    async fn send_again(
        &mut self,
        again: &[Arc<OutboxEntry>],
        now_ms: i64,
        new_id: &mut impl FnMut() -> ChangeId,
    ) -> Result<(Vec<Arc<OutboxEntry>>, Head), ActTrouble> {
        let mut head = self.head.clone();
        let mut entries = Vec::with_capacity(again.len());
        for (n, entry) in again.iter().enumerate() {
            head.counter += 1;
            head.clock = head.clock.next(now_ms);
            if n == 0 {
                let action = entry.change.action.clone();
                let decided = self.decided(action, new_id(), head.counter, head.clock).await?;
                entries.extend(decided.map(Arc::new));
            } else {
                let change = Change {
                    id: new_id(),
                    device: self.signed_in.device,
                    counter: head.counter,
                    at: head.clock,
                    ..entry.change.as_ref().clone()
                };
                entries.push(Arc::new(OutboxEntry {
                    change: Arc::new(change),
                    ..entry.in_state(OutboxState::Pending)
                }));
            }
        }
        Ok((entries, head))
    }

    /// A change that waits for its author, followed by what builds on it; and the outbox without them.
    fn taken_out(&self, id: ChangeId) -> Option<(Entries, Entries)> {
        let first = self
            .outbox
            .iter()
            .find(|entry| entry.change.id == id && outbox::waits_for_author(entry))?;
        let following = outbox::dependents(&self.outbox, id);
        let mut out = vec![Arc::clone(first)];
        let mut kept = Vec::new();
        for entry in &self.outbox {
            if following.contains(&entry.change.id) {
                out.push(Arc::clone(entry));
            } else if entry.change.id != id {
                kept.push(Arc::clone(entry));
            }
        }
        Some((out, kept))
    }
}
