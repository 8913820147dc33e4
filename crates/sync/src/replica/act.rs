// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a person does becomes a change, stored before anything shows it.
use super::{Changed, Replica, at_rest, touched};
use crate::{
    change::{Change, OutboxEntry, OutboxState, seen_for},
    outbox,
    storage::{Batch, Head, Storage, StorageTrouble},
};
use soglia_domain::{
    action::Action,
    calendar::Timestamp,
    decide::{Known, decide},
    edit::{Edit, EditOp},
    id::ChangeId,
    record::{RecordKey, Stored},
    refusal::Refusal,
};
use std::collections::BTreeMap;

/// An action that was stored.
#[derive(Debug)]
pub struct Acted {
    /// The change; none when nothing had to change.
    pub change: Option<ChangeId>,
    /// What it changed.
    pub changed: Changed,
}

/// Why an action was not stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActTrouble {
    /// The rules refuse it.
    Refused(Refusal),
    /// The device could not store it.
    Storage(StorageTrouble),
}

impl From<StorageTrouble> for ActTrouble {
    fn from(trouble: StorageTrouble) -> Self {
        Self::Storage(trouble)
    }
}

impl<S: Storage> Replica<S> {
    /// Decides an action and stores it as a change.
    ///
    /// # Errors
    /// [`ActTrouble`]; then nothing is stored.
    pub async fn act(&mut self, action: Action, id: ChangeId, now_ms: i64) -> Result<Acted, ActTrouble> {
        let at = self.head.clock.next(now_ms);
        let Some(entry) = self.decided(action, id, self.head.counter + 1, at).await? else {
            return Ok(Acted {
                change: None,
                changed: Changed::default(),
            });
        };
        let batch = Batch {
            strict: true,
            put_outbox: vec![at_rest(&entry)],
            ..Batch::default()
        };
        let head = Head {
            counter: entry.change.counter,
            clock: at,
            ..self.head.clone()
        };
        self.write(batch, head).await?;
        let keys = touched(std::slice::from_ref(&entry));
        outbox::insert(&mut self.outbox, entry);
        let rows = self.rows_of(&keys).await?;
        self.follow_rules(&rows).await?;
        Ok(Acted {
            change: Some(id),
            changed: Changed {
                rows,
                outbox: true,
                deliveries: false,
            },
        })
    }

    /// The entry that an action leads to; none when nothing has to change.
    async fn decided(
        &mut self,
        action: Action,
        id: ChangeId,
        counter: u64,
        at: Timestamp,
    ) -> Result<Option<OutboxEntry>, ActTrouble> {
        let mut confirmed: BTreeMap<RecordKey, Stored> = BTreeMap::new();
        let mut known = Known::new();
        for key in action.touches() {
            let read = self.confirmed(key).await?.map(|read| read.as_ref().clone());
            if let Some(read) = &read {
                confirmed.insert(key, read.stored.clone());
            }
            if let Some(shown) = self.lay(read, key).stored {
                known.note_reviews(&action, &shown.reviews);
                known.insert(key, shown.record);
            }
        }
        let author = &self.signed_in.author;
        let mut edits = decide(&action, &known, &self.rulebook, at, author).map_err(ActTrouble::Refused)?;
        if edits.is_empty() {
            edits.extend(closing(&action, &confirmed));
        }
        if edits.is_empty() {
            return Ok(None);
        }
        Ok(Some(OutboxEntry {
            change: Change {
                id,
                device: self.signed_in.device,
                counter,
                author: author.person,
                at,
                action,
                seen: seen_for(&edits, &confirmed),
            },
            edits,
            state: OutboxState::Pending,
        }))
    }

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
        let rows = self.rows_of(&touched(&given_up)).await?;
        self.follow_rules(&rows).await?;
        Ok(Changed {
            rows,
            outbox: true,
            deliveries: false,
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
        let result = self.send_again(&again, now_ms, &mut new_id).await;
        let (entries, head) = match result {
            Ok(decided) => decided,
            Err(trouble) => {
                self.outbox = before;
                return Err(trouble);
            }
        };
        let batch = Batch {
            strict: true,
            put_outbox: entries.iter().map(at_rest).collect(),
            delete_outbox: again
                .iter()
                .map(|entry| (entry.change.counter, entry.change.id))
                .collect(),
            ..Batch::default()
        };
        if let Err(trouble) = self.write(batch, head).await {
            self.outbox = before;
            return Err(trouble.into());
        }
        let mut keys = touched(&again);
        keys.extend(touched(&entries));
        for entry in entries {
            outbox::insert(&mut self.outbox, entry);
        }
        let rows = self.rows_of(&keys).await?;
        self.follow_rules(&rows).await?;
        Ok(Changed {
            rows,
            outbox: true,
            deliveries: false,
        })
    }

    async fn send_again(
        &mut self,
        again: &[OutboxEntry],
        now_ms: i64,
        new_id: &mut impl FnMut() -> ChangeId,
    ) -> Result<(Vec<OutboxEntry>, Head), ActTrouble> {
        let mut head = self.head.clone();
        let mut entries = Vec::with_capacity(again.len());
        for (n, entry) in again.iter().enumerate() {
            head.counter += 1;
            head.clock = head.clock.next(now_ms);
            if n == 0 {
                let action = entry.change.action.clone();
                entries.extend(self.decided(action, new_id(), head.counter, head.clock).await?);
            } else {
                let mut follower = entry.clone();
                follower.change.id = new_id();
                follower.change.device = self.signed_in.device;
                follower.change.counter = head.counter;
                follower.change.at = head.clock;
                follower.state = OutboxState::Pending;
                entries.push(follower);
            }
        }
        Ok((entries, head))
    }

    /// A change that waits for its author, followed by what builds on it; and the outbox without them.
    fn taken_out(&self, id: ChangeId) -> Option<(Vec<OutboxEntry>, Vec<OutboxEntry>)> {
        let first = self
            .outbox
            .iter()
            .find(|entry| entry.change.id == id && outbox::waits_for_author(entry))?;
        let following = outbox::dependents(&self.outbox, id);
        let mut out = vec![first.clone()];
        let mut kept = Vec::new();
        for entry in &self.outbox {
            if following.contains(&entry.change.id) {
                out.push(entry.clone());
            } else if entry.change.id != id {
                kept.push(entry.clone());
            }
        }
        Some((out, kept))
    }
}

/// Stating the value that stands already is a choice while another value waits beside it: it closes the question.
fn closing(action: &Action, confirmed: &BTreeMap<RecordKey, Stored>) -> Option<Edit> {
    let (record, op) = match action {
        Action::RecordAnswer { household, answer } => (
            RecordKey::Household(*household),
            EditOp::SetHousehold(answer.clone()),
        ),
        Action::RecordMemberAnswer {
            household,
            member,
            answer,
        } => (
            RecordKey::Household(*household),
            EditOp::SetMember {
                member: *member,
                answer: answer.clone(),
            },
        ),
        Action::RecordDwellingFact { dwelling, answer } => (
            RecordKey::Dwelling(*dwelling),
            EditOp::SetDwelling(answer.clone()),
        ),
        _ => return None,
    };
    let field = op.field();
    let waits = confirmed
        .get(&record)?
        .reviews
        .iter()
        .any(|review| review.field == field);
    waits.then_some(Edit { record, op })
}
