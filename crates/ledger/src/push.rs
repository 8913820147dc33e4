// SPDX-License-Identifier: AGPL-3.0-or-later
//! The path of a change: known already? decide, meet what others wrote, take the next place in the order, answer.
//!
//! A batch is one transaction. Nothing is written for a change before its decision is final, so a refused change leaves
//! only its answer behind and the others of the batch go on.
mod batch;
pub(crate) mod held;
mod invented;
mod order;
mod reading;
pub(crate) mod settle;
pub(crate) mod view;

pub use batch::{Batch, Origin};
pub use order::{Label, OutOfOrder, Whole, check_order};
pub use reading::read_change;

use crate::{
    chain::{self, take_baseline},
    store::{LogEntry, LogHead, Logged, Outcome, Quarantined, Shown, Store, Write},
};
use soglia_domain::{
    action::Action,
    author::Author,
    calendar::Timestamp,
    ground::Ground,
    id::ChangeId,
    record::{Edit, Key, LogPosition, Stored},
    rooms::{Common, Refusal},
};
use soglia_sync::change::{Answer, Change, Seen};
use std::collections::BTreeMap;
use view::{Decision, roots_of};

/// A device clock may run ahead of the server by this much; later moments count as this one.
const MOST_AHEAD_MS: i64 = 86_400_000;

/// No device does more than this within one millisecond; a larger count would overflow the clocks that go on from it.
const MOST_COUNTER: u32 = 1_000_000;

impl<W: Write> Batch<W> {
    /// Begins; waits for the batch before.
    pub async fn begin<S: Store<Write = W>>(store: &S, now_ms: i64) -> Outcome<Self> {
        let mut write = store.begin().await?;
        let head = write.head().await?;
        let mut batch = Self {
            write,
            held: BTreeMap::new(),
            head,
            now_ms,
            ground: Ground::default(),
        };
        for key in Ground::keys() {
            batch.load(key).await?;
            batch.follow_ground(key);
        }
        Ok(batch)
    }

    /// Takes one change that could be read, and answers it. The same change again gets the same answer.
    pub async fn take(&mut self, change: &Change, author: &Author) -> Outcome<Answer> {
        if let Some((known_author, answer)) = self.write.answer_to(change.id).await? {
            return Ok(if known_author == author.person {
                answer
            } else {
                Answer::Refused {
                    refusal: Common::AlreadyExists.into(),
                }
            });
        }
        // A change that this version can read at last is no longer set aside.
        self.write.leave_quarantine(change.id).await?;
        self.take_new(change, author).await
    }

    /// As [`Self::take`], for a change that was made a moment ago and cannot have come before.
    async fn take_new(&mut self, change: &Change, author: &Author) -> Outcome<Answer> {
        let at = Timestamp {
            ms: change.at.ms.min(self.now_ms + MOST_AHEAD_MS),
            counter: change.at.counter.min(MOST_COUNTER),
        };
        let view = self.load_for(&change.action).await?;
        let decision = if self.write.is_archived(&change.action.touches()).await? {
            Decision::Refused(Common::InArchive.into())
        } else {
            self.decide(&change.action, &view, at, author)
        };
        match decision {
            Decision::Edits(edits) => self.accept(change, author, at, &edits).await,
            Decision::Refused(refusal) => {
                let refusal = self.told(refusal, author).await?;
                let answer = Answer::Refused { refusal };
                self.write.refuse(change, self.now_ms, &answer).await?;
                Ok(answer)
            }
            Decision::Failed => {
                let text = serde_json::to_string(change)?;
                self.set_aside(Quarantined {
                    change: change.id,
                    device: change.device,
                    counter: change.counter,
                    author: change.author,
                    received_ms: self.now_ms,
                    reason: "the rules failed on this change",
                    text: &text,
                })
                .await
            }
        }
    }

    /// Does something at the server itself, where the author has everything in view.
    pub async fn act(
        &mut self,
        id: ChangeId,
        action: Action,
        author: &Author,
        origin: &Origin,
    ) -> Outcome<Answer> {
        let mut change = Change {
            id,
            device: origin.device,
            counter: origin.counter,
            author: author.person,
            at: origin.at,
            action,
            seen: Vec::new(),
        };
        let view = self.load_for(&change.action).await?;
        if let Decision::Edits(edits) = self.decide(&change.action, &view, origin.at, author) {
            for edit in &edits {
                let field = edit.op.field();
                let stored = self.held.get(&edit.record).and_then(|held| held.stored.as_ref());
                let revision = stored
                    .map(|stored| stored.revision_of(&field))
                    .unwrap_or_default();
                change.seen.push(Seen {
                    record: edit.record,
                    field,
                    revision,
                });
            }
        }
        self.take_new(&change, author).await
    }

    /// A record as it stands inside this batch.
    pub async fn record(&mut self, key: Key) -> Outcome<Option<&Stored>> {
        self.load(key).await?;
        Ok(self.held.get(&key).and_then(|held| held.stored.as_ref()))
    }

    /// Keeps a change that this version cannot read, or that may not be taken, without holding up the others. One that
    /// was answered before keeps its answer.
    ///
    /// # Errors
    /// [`crate::store::StoreError`]; then nothing of the batch stays.
    pub async fn take_aside(&mut self, label: &Label, reason: &str, text: &str) -> Outcome<Answer> {
        if let Some((author, answer)) = self.write.answer_to(label.id).await?
            && author == label.author
        {
            return Ok(answer);
        }
        self.set_aside(Quarantined {
            change: label.id,
            device: label.device,
            counter: label.counter,
            author: label.author,
            received_ms: self.now_ms,
            reason,
            text,
        })
        .await
    }

    /// Writes the records and makes it all last.
    ///
    /// # Errors
    /// [`crate::store::StoreError`]; then nothing of the batch stays.
    pub async fn finish(mut self) -> Outcome<()> {
        self.put_records().await?;
        self.write.commit().await
    }

    /// As [`Self::finish`], with a baseline: for records that were filled in beside the log.
    ///
    /// # Errors
    /// [`crate::store::StoreError`]; then nothing of the batch stays.
    pub async fn finish_with_baseline(mut self) -> Outcome<()> {
        self.put_records().await?;
        take_baseline(&mut self.write, self.head).await?;
        self.write.commit().await
    }

    async fn put_records(&mut self) -> Outcome<()> {
        for held in self.held.values().filter(|held| held.dirty) {
            if let Some(stored) = &held.stored {
                let roots = roots_of(&self.held, stored);
                let shown = Shown {
                    audience: &stored.record.audience(),
                    before: held.before.as_ref(),
                    roots: &roots,
                };
                self.write.put(stored, &shown, self.now_ms).await?;
            }
        }
        Ok(())
    }

    async fn accept(
        &mut self,
        change: &Change,
        author: &Author,
        at: Timestamp,
        edits: &[Edit],
    ) -> Outcome<Answer> {
        let position = LogPosition(self.head.position.0 + 1);
        for edit in edits {
            self.load(edit.record).await?;
        }
        self.load_roots(edits).await?;
        let writers = self.writers(edits, change).await?;
        let arrival = settle::Arrival {
            change,
            author: &author.name,
            role: author.role,
            at,
            position,
            writers: &writers,
        };
        let landed = settle::land(&mut self.held, edits, &arrival);
        for key in Ground::keys() {
            if edits.iter().any(|edit| edit.record == key) {
                self.follow_ground(key);
            }
        }
        let answer = landed.answer(position);
        let logged = Logged {
            position,
            change,
            author,
            at,
            received_ms: self.now_ms,
            edits,
            answer: &answer,
        };
        let salt = self.write.salt()?;
        let entry = LogEntry::of(&logged, salt)?;
        let hash = chain::after(self.head.hash, &entry);
        self.write
            .log(&entry, hash, &touched(change.action.on, edits))
            .await?;
        self.head = LogHead { position, hash };
        Ok(answer)
    }

    async fn set_aside(&mut self, kept: Quarantined<'_>) -> Outcome<Answer> {
        self.write.quarantine(&kept).await?;
        Ok(Answer::Quarantined {
            reason: kept.reason.to_owned(),
        })
    }

    /// A record that a refusal names is named only to who may see it.
    async fn told(&mut self, refusal: Refusal, author: &Author) -> Outcome<Refusal> {
        let Some(key) = refusal.mentions() else {
            return Ok(refusal);
        };
        self.load(key).await?;
        Ok(if self.sees(author, key) {
            refusal
        } else {
            refusal.unnamed()
        })
    }
}

/// The records under whose history a change is found.
fn touched(on: Key, edits: &[Edit]) -> Vec<Key> {
    let mut keys = vec![on];
    for edit in edits {
        if !keys.contains(&edit.record) {
            keys.push(edit.record);
        }
    }
    keys
}
