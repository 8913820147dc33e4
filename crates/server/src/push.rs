// SPDX-License-Identifier: AGPL-3.0-or-later
//! The path of a change: known already? decide, meet what others wrote, take the next place in the order, answer.
//!
//! A batch is one transaction. Nothing is written for a change before its decision is final, so a refused change leaves
//! only its answer behind and the others of the batch go on.
mod settle;
mod view;

use crate::store::{Logged, Outcome, Store, Write};
use serde_json::value::RawValue;
use settle::Settled;
use soglia_domain::{
    action::Action,
    author::Author,
    calendar::Timestamp,
    edit::Edit,
    id::{ChangeId, DeviceId},
    record::{FieldKey, LogPosition, Record, RecordKey, Stored},
    refusal::Refusal,
    rulebook::Rulebook,
    scope,
};
use soglia_sync::change::{Answer, Change, Seen};
use std::collections::{BTreeMap, BTreeSet};
use view::{Decision, Held};

/// A device clock may run ahead of the server by this much; later moments count as this one.
const MOST_AHEAD_MS: i64 = 86_400_000;

/// No device does more than this within one millisecond; a larger count would overflow the clocks that go on from it.
const MOST_COUNTER: u32 = 1_000_000;

/// Changes on their way into the store, in one transaction.
pub(crate) struct Batch<W> {
    write: W,
    held: BTreeMap<RecordKey, Held>,
    head: LogPosition,
    now_ms: i64,
    rulebook: Rulebook,
}

/// Where and when something is done at the server itself.
pub(crate) struct Origin {
    /// Stands for the device.
    pub(crate) device: DeviceId,
    /// Order on it.
    pub(crate) counter: u64,
    /// When.
    pub(crate) at: Timestamp,
}

impl<W: Write> Batch<W> {
    /// Begins; waits for the batch before.
    pub(crate) async fn begin<S: Store<Write = W>>(store: &S, now_ms: i64) -> Outcome<Self> {
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
    pub(crate) async fn take(&mut self, change: &Change, author: &Author) -> Outcome<Answer> {
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
                self.set_aside(change.id, author, "the rules failed on this change", &text)
                    .await
            }
        }
    }

    /// Does something at the server itself, where the author has everything in view.
    pub(crate) async fn act(
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
    pub(crate) async fn record(&mut self, key: RecordKey) -> Outcome<Option<&Stored>> {
        self.load(key).await?;
        Ok(self.held.get(&key).and_then(|held| held.stored.as_ref()))
    }

    /// Keeps a change that this version cannot read, without holding up the others.
    pub(crate) async fn take_unreadable(
        &mut self,
        change: ChangeId,
        author: &Author,
        reason: &str,
        raw: &RawValue,
    ) -> Outcome<Answer> {
        self.set_aside(change, author, reason, raw.get()).await
    }

    /// The transaction itself, for what belongs to the batch but is no change.
    pub(crate) fn write(&mut self) -> &mut W {
        &mut self.write
    }

    /// Marks households as invented. Where it is asked for, forgets which device wrote which field: no device has seen
    /// these records so far, so nobody's view of them can be older, and it saves a line for every field.
    pub(crate) fn mark_as_demonstration(&mut self, forgets: impl Fn(RecordKey) -> bool) {
        for (key, held) in &mut self.held {
            let Some(stored) = &mut held.stored else { continue };
            if let Record::Household(household) = &mut stored.record {
                household.demonstration = true;
            }
            if forgets(*key) {
                stored.created = stored.position;
                stored.revisions.clear();
            }
        }
    }

    /// Writes the records and makes it all last.
    pub(crate) async fn finish(mut self) -> Outcome<()> {
        for held in self.held.values().filter(|held| held.dirty) {
            if let Some(stored) = &held.stored {
                self.write.put(stored, &held.partners_before).await?;
            }
        }
        self.write.commit().await
    }

    async fn accept(
        &mut self,
        change: &Change,
        author: &Author,
        at: Timestamp,
        edits: &[Edit],
    ) -> Outcome<Answer> {
        let position = LogPosition(self.head.0 + 1);
        let arrival = settle::Arrival {
            change,
            author,
            at,
            position,
        };
        let mut to_review: BTreeSet<FieldKey> = BTreeSet::new();
        let mut merged = false;
        for edit in edits {
            self.load(edit.record).await?;
            let Some(held) = self.held.get_mut(&edit.record) else {
                continue;
            };
            if held.stored.is_none() {
                held.creator = Some(change.device);
            }
            match settle::settle(&mut held.stored, held.creator, edit, &arrival) {
                Settled::Clear => held.dirty = true,
                Settled::Merged => {
                    held.dirty = true;
                    merged = true;
                }
                Settled::Present => merged = true,
                Settled::ToReview(field) => {
                    held.dirty = true;
                    to_review.insert(field);
                }
            }
        }
        if edits.iter().any(|edit| edit.record == RecordKey::CityRules) {
            self.follow_rules();
        }
        if edits.is_empty()
            && let Some((key, field)) = settle::restated(&change.action)
            && let Some(held) = self.held.get_mut(&key)
            && let Some(stored) = &mut held.stored
            && settle::choose_present(stored, &field, &arrival)
        {
            held.dirty = true;
        }
        let answer = if !to_review.is_empty() {
            Answer::ToReview {
                position,
                fields: to_review.into_iter().collect(),
            }
        } else if merged {
            Answer::Merged { position }
        } else {
            Answer::Accepted { position }
        };
        let logged = Logged {
            position,
            change,
            author,
            at,
            received_ms: self.now_ms,
            edits,
            answer: &answer,
        };
        self.write.log(&logged).await?;
        self.head = position;
        Ok(answer)
    }

    async fn set_aside(
        &mut self,
        change: ChangeId,
        author: &Author,
        reason: &str,
        text: &str,
    ) -> Outcome<Answer> {
        self.write
            .quarantine(change, author.person, self.now_ms, reason, text)
            .await?;
        Ok(Answer::Quarantined {
            reason: reason.to_owned(),
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
