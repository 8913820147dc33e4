// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a person does becomes a change, stored before anything shows it.
use super::{Changed, Replica, touched};
use crate::{
    change::{Change, OutboxEntry, OutboxState, seen_for},
    outbox,
    storage::{Batch, Head, Storage, StorageTrouble},
};
use soglia_domain::{
    action::Action,
    calendar::Timestamp,
    context::Known,
    decide::decide,
    id::ChangeId,
    moment::Moment,
    record::{Edit, Key, Stored},
    rooms::Refusal,
};
use std::{collections::BTreeMap, sync::Arc};

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
        let entry = Arc::new(entry);
        let batch = Batch {
            strict: true,
            head_follows: true,
            put_outbox: self.at_rest(std::slice::from_ref(&entry)).await?,
            ..Batch::default()
        };
        let head = Head {
            counter: entry.change.counter,
            clock: at,
            ..self.head.clone()
        };
        self.write(batch, head).await?;
        let keys = touched(std::slice::from_ref(&entry));
        for key in &keys {
            self.lay_over(*key, &entry);
        }
        outbox::insert(&mut self.outbox, entry);
        let rows = self.rows_of(&keys).await?;
        self.follow_ground(&rows).await?;
        Ok(Acted {
            change: Some(id),
            changed: Changed {
                rows,
                outbox: true,
                deliveries: false,
            },
        })
    }

    /// Lays what is new over a record that shows already. Time goes forward on a device, so it lies on top; where a clock
    /// says otherwise the record is laid anew.
    fn lay_over(&mut self, key: Key, entry: &OutboxEntry) {
        let is_last = self.outbox.last().is_none_or(|last| {
            (last.change.at, last.change.counter) <= (entry.change.at, entry.change.counter)
        });
        if !is_last {
            return self.forget_laid(key);
        }
        let Some(codec) = self.codec else {
            return self.forget_laid(key);
        };
        let author_name = self.signed_in.author.name.clone();
        if let Some((_, laid)) = self.laid.iter_mut().find(|(known, _)| *known == key) {
            (codec.lay)(Arc::make_mut(laid), key, &author_name, entry);
        }
    }

    /// What a decision on an action may look at, as it shows here: the records that it names, and those they link to.
    /// What a decision has to gather is the server's: such decisions are made there alone.
    async fn known(&mut self, action: &Action) -> Result<Known, StorageTrouble> {
        let mut known = Known::new();
        let mut keys = action.touches();
        let n_named = keys.len();
        let mut at = 0;
        while let Some(key) = keys.get(at).copied() {
            let shown = self.shown(key).await?;
            if let Some(stored) = &shown.stored {
                if at < n_named {
                    for link in stored.record.links() {
                        if !keys.contains(&link) {
                            keys.push(link);
                        }
                    }
                }
                known.note_reviews(action, key, &stored.reviews);
                known.insert(key, stored.record.clone());
            }
            at += 1;
        }
        Ok(known)
    }

    /// The entry that an action leads to; none when nothing has to change. What only the server decides rests as asked: it
    /// changes nothing here.
    pub(super) async fn decided(
        &mut self,
        action: Action,
        id: ChangeId,
        counter: u64,
        at: Timestamp,
    ) -> Result<Option<OutboxEntry>, ActTrouble> {
        let known = self.known(&action).await?;
        let author = &self.signed_in.author;
        let moment = Moment::on_device(at);
        let mut edits =
            decide(&action, &known, self.ground.rulebook(), moment, author).map_err(ActTrouble::Refused)?;
        let mut confirmed = BTreeMap::new();
        let named = edits.iter().map(|edit| edit.record).chain([action.on]);
        for key in outbox::set_of(named) {
            if let Some(read) = self.confirmed(key).await? {
                confirmed.insert(key, read);
            }
        }
        let stored = |key: Key| confirmed.get(&key).map(|read| read.stored.as_ref());
        if edits.is_empty() {
            edits.extend(stored(action.on).and_then(|stored| closing(&action, stored)));
        }
        if edits.is_empty() {
            return Ok(None);
        }
        let seen = seen_for(&edits, stored);
        let author = self.signed_in.author.person;
        let mut entry = OutboxEntry {
            change: Arc::new(Change {
                id,
                device: self.signed_in.device,
                counter,
                author,
                at,
                action,
                seen,
            }),
            edits: Arc::new(edits),
            state: OutboxState::Pending,
        };
        if entry.asks() {
            entry.edits = Arc::default();
        }
        Ok(Some(entry))
    }
}

/// Stating the value that stands already is a choice while another value waits beside it: it closes the question.
fn closing(action: &Action, stored: &Stored) -> Option<Edit> {
    let op = action.verb.stated()?;
    let field = op.field();
    let waits = stored.reviews.iter().any(|review| review.field == field);
    waits.then_some(Edit {
        record: action.on,
        op,
    })
}
