// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the server made of the changes it got.
use super::{Changed, Replica, touched};
use crate::{
    change::{Answer, OutboxEntry},
    outbox,
    storage::{Answered, Batch, Head, Storage, StorageTrouble},
    wire::PushedAnswer,
};
use soglia_domain::id::ChangeId;
use std::sync::Arc;

impl<S: Storage> Replica<S> {
    /// Notes what the server made of the changes it got.
    ///
    /// # Errors
    /// [`StorageTrouble`]; then nothing is noted, and sending again gives the same answers.
    pub async fn note_answers(&mut self, answers: Vec<PushedAnswer>) -> Result<Changed, StorageTrouble> {
        let mut outbox = self.outbox.clone();
        let noted = outbox::note_answers(&mut outbox, answers);
        let mut head = self.head.clone();
        let device = self.signed_in.device;
        let of_here = noted.iter().filter(|entry| entry.change.device == device);
        for counter in of_here.map(|entry| entry.change.counter) {
            let before = head.answered.filter(|answered| answered.device == device);
            let counter = before.map_or(counter, |answered| answered.counter.max(counter));
            head.answered = Some(Answered { device, counter });
        }
        self.note(outbox, noted, head).await
    }

    /// Sets a change aside that the server, or what stands before it, would not take at all. The server gave no answer to
    /// it, so it does not count as answered.
    ///
    /// # Errors
    /// [`StorageTrouble`]; then nothing is noted.
    pub async fn set_aside(&mut self, change: ChangeId, reason: String) -> Result<Changed, StorageTrouble> {
        let mut outbox = self.outbox.clone();
        let answer = Answer::Quarantined { reason };
        let noted = outbox::note_answers(&mut outbox, vec![PushedAnswer { change, answer }]);
        self.note(outbox, noted, self.head.clone()).await
    }

    async fn note(
        &mut self,
        outbox: Vec<Arc<OutboxEntry>>,
        noted: Vec<Arc<OutboxEntry>>,
        head: Head,
    ) -> Result<Changed, StorageTrouble> {
        if noted.is_empty() {
            return Ok(Changed::default());
        }
        let batch = Batch {
            put_outbox: self.at_rest(&noted).await?,
            ..Batch::default()
        };
        self.write(batch, head).await?;
        self.outbox = outbox;
        // What came back no longer shows.
        let rows = self.rows_anew(&touched(&noted)).await?;
        self.follow_ground(&rows).await?;
        Ok(Changed {
            rows,
            outbox: true,
            deliveries: false,
        })
    }
}
