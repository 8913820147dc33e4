// SPDX-License-Identifier: AGPL-3.0-or-later
//! The path of a change: known already? decide, meet what others wrote, take the next place in the order, answer.
//!
//! A batch is one transaction. Nothing is written for a change before its decision is final, so a refused change leaves
//! only its answer behind and the others of the batch go on.
mod invented;
mod order;
pub(crate) mod settle;
pub(crate) mod view;

pub use order::{Label, OutOfOrder, check_order};

use crate::{
    chain::{self, take_baseline},
    store::{LogEntry, LogHead, Logged, Outcome, Quarantined, Store, Write},
};
use soglia_domain::{
    action::Action,
    author::Author,
    calendar::Timestamp,
    edit::Edit,
    id::{ChangeId, DeviceId},
    record::{LogPosition, RecordKey, Stored},
    refusal::Refusal,
    rulebook::Rulebook,
    scope,
};
use soglia_sync::change::{Answer, Change, Seen};
use std::collections::BTreeMap;
use view::{Decision, Held};

/// A device clock may run ahead of the server by this much; later moments count as this one.
const MOST_AHEAD_MS: i64 = 86_400_000;

/// No device does more than this within one millisecond; a larger count would overflow the clocks that go on from it.
const MOST_COUNTER: u32 = 1_000_000;

/// Changes on their way into the store, in one transaction.
pub struct Batch<W> {
    write: W,
    held: BTreeMap<RecordKey, Held>,
    head: LogHead,
    now_ms: i64,
    rulebook: Rulebook,
}

/// Where and when something is done at the server itself.
pub struct Origin {
    /// Stands for the device.
    pub device: DeviceId,
    /// Order on it.
    pub counter: u64,
    /// When.
    pub at: Timestamp,
}

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
            rulebook: Rulebook::published(),
        };
        batch.load(RecordKey::CityRules).await?;
        batch.follow_rules();
        Ok(batch)
    }

    /// Takes one change that could be read, and answers it. The same change again gets the same answer.
    pub async fn take(&mut self, change: &Change, author: &Author) -> Outcome<Answer> {
        if let Some((known_author, answer)) = self.write.answer_to(change.id).await? {
            return Ok(if known_author == author.person {
                answer
            } else {
                Answer::Refused {
                    refusal: Refusal::AlreadyExists,
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
        for key in change.action.touches() {
            self.load(key).await?;
        }
        match self.decide(&change.action, at, author) {
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
        for key in change.action.touches() {
            self.load(key).await?;
        }
        if let Decision::Edits(edits) = self.decide(&change.action, origin.at, author) {
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
    pub async fn record(&mut self, key: RecordKey) -> Outcome<Option<&Stored>> {
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

    /// The transaction itself, for what belongs to the batch but is no change.
    pub fn write(&mut self) -> &mut W {
        &mut self.write
    }

    /// Whether the store saw what its device was answered about.
    ///
    /// # Errors
    /// [`crate::store::StoreError`].
    pub async fn has_seen(&mut self, device: DeviceId, counter: u64) -> Outcome<bool> {
        Ok(counter == 0 || self.write.highest_counter(device).await? >= counter)
    }

    /// Whether a device is revoked: what it sends is set aside.
    ///
    /// # Errors
    /// [`crate::store::StoreError`].
    pub async fn is_revoked(&mut self, device: DeviceId) -> Outcome<bool> {
        self.write.is_revoked(device).await
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
                self.write.put(stored, &held.partners_before, self.now_ms).await?;
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
        if edits.iter().any(|edit| edit.record == RecordKey::CityRules) {
            self.follow_rules();
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
        let entry = LogEntry::of(&logged)?;
        let hash = chain::after(self.head.hash, &entry);
        self.write.log(&entry, hash, &change.action.touches()).await?;
        self.head = LogHead { position, hash };
        Ok(answer)
    }

    async fn set_aside(&mut self, kept: Quarantined<'_>) -> Outcome<Answer> {
        self.write.quarantine(&kept).await?;
        Ok(Answer::Quarantined {
            reason: kept.reason.to_owned(),
        })
    }

    /// Who holds a dwelling is told only to who may see that household.
    async fn told(&mut self, refusal: Refusal, author: &Author) -> Outcome<Refusal> {
        let Refusal::DwellingHeld { household: Some(id) } = refusal else {
            return Ok(refusal);
        };
        let stored = self.record(RecordKey::Household(id)).await?;
        let may_see = stored.is_some_and(|stored| scope::is_visible(author, &stored.record));
        Ok(Refusal::DwellingHeld {
            household: may_see.then_some(id),
        })
    }
}
