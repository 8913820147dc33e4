// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a decision looks at: the named records as they stand in the transaction, what they link to and what is gathered,
//! as far as the author may see it.
use super::{batch::Batch, held::Held, settle};
use crate::store::{Outcome, Write};
use soglia_domain::{
    access::Audience,
    action::Action,
    author::Author,
    calendar::Timestamp,
    context::Known,
    decide::decide,
    moment::Moment,
    record::{Edit, Key, LogPosition, Stored, Written},
    rooms::{Common, Record, Refusal, apply},
    scope,
};
use soglia_sync::change::Change;
use std::{
    collections::BTreeMap,
    panic::{AssertUnwindSafe, catch_unwind},
};

/// What the rules say to an action.
pub(super) enum Decision {
    /// It leads to this.
    Edits(Vec<Edit>),
    /// It may not be.
    Refused(Refusal),
    /// The rules themselves failed.
    Failed,
}

/// The audiences of the roots of a record, as far as they are held.
pub(super) fn roots_of(held: &BTreeMap<Key, Held>, stored: &Stored) -> Vec<Audience> {
    let roots = stored
        .roots
        .iter()
        .filter_map(|key| held.get(key)?.stored.as_ref());
    roots.map(|stored| stored.record.audience()).collect()
}

impl<W: Write> Batch<W> {
    pub(super) async fn load(&mut self, key: Key) -> Outcome<()> {
        if !self.held.contains_key(&key) {
            let stored = self.write.load(key).await?;
            self.hold(key, stored).await?;
        }
        Ok(())
    }

    async fn hold(&mut self, key: Key, stored: Option<Stored>) -> Outcome<()> {
        let creator = match &stored {
            Some(stored) => self.write.device_at(stored.created).await?,
            None => None,
        };
        let held = Held {
            before: stored.as_ref().map(|stored| stored.record.audience()),
            stored,
            creator,
            dirty: false,
        };
        self.held.insert(key, held);
        Ok(())
    }

    /// Loads what a decision needs: the records that the action names, those that they link to, those it gathers, and the
    /// roots of all of them. Gives their keys.
    pub(super) async fn load_for(&mut self, action: &Action) -> Outcome<Vec<Key>> {
        let mut keys = action.touches();
        for (root, kind) in action.verb.gathers(action.on) {
            for stored in self.write.of_root(root, kind).await? {
                let key = stored.key;
                if !self.held.contains_key(&key) {
                    self.hold(key, Some(stored)).await?;
                }
            }
            // Those that began in this batch are not written yet.
            let of_root = self.held.iter().filter(|(key, held)| {
                key.kind == kind
                    && held
                        .stored
                        .as_ref()
                        .is_some_and(|stored| stored.roots.contains(&root))
            });
            keys.extend(of_root.map(|(key, _)| *key));
        }
        let n_named = keys.len();
        let mut at = 0;
        while let Some(key) = keys.get(at).copied() {
            self.load(key).await?;
            if let Some(record) = self.record_held(key) {
                // One hop of links; of what lies at its end the roots, which say who sees it.
                let next = if at < n_named {
                    record.links()
                } else {
                    record.roots()
                };
                for link in next {
                    if !keys.contains(&link) {
                        keys.push(link);
                    }
                }
            }
            at += 1;
        }
        Ok(keys)
    }

    /// Loads the roots of the records that a decision begins or changes: they say to whom these are shown.
    pub(super) async fn load_roots(&mut self, edits: &[Edit]) -> Outcome<()> {
        for edit in edits {
            let roots = match self.record_held(edit.record) {
                Some(record) => record.roots(),
                None => apply(None, &edit.op)
                    .map(|record| record.roots())
                    .unwrap_or_default(),
            };
            for root in roots {
                self.load(root).await?;
            }
        }
        Ok(())
    }

    fn record_held(&self, key: Key) -> Option<&Record> {
        let held = self.held.get(&key)?;
        held.stored.as_ref().map(|stored| &stored.record)
    }

    /// Whether somebody may see a record that is held, with its roots.
    pub(super) fn sees(&self, author: &Author, key: Key) -> bool {
        self.record_held(key)
            .is_some_and(|record| scope::sees(author, record, |root| self.record_held(root)))
    }

    /// Who wrote the values that a change meets and does not replace, by place.
    pub(super) async fn writers(
        &mut self,
        edits: &[Edit],
        change: &Change,
    ) -> Outcome<BTreeMap<LogPosition, Written>> {
        let mut writers = BTreeMap::new();
        for place in settle::met(&self.held, edits, change) {
            if let Some(written) = self.write.written_at(place).await? {
                writers.insert(place, written);
            }
        }
        Ok(writers)
    }

    /// From now on decides by a record of the ground as it stands in this batch.
    pub(super) fn follow_ground(&mut self, key: Key) {
        let held = self.held.get(&key).and_then(|held| held.stored.as_ref());
        if let Some(stored) = held {
            self.ground.take(key, Some(&stored.record));
        }
    }

    /// The records in view, as far as the author may see them.
    fn known(&self, action: &Action, view: &[Key], author: &Author) -> Known {
        let mut known = Known::new();
        for key in view {
            let held = self.held.get(key).and_then(|held| held.stored.as_ref());
            if let Some(stored) = held
                && self.sees(author, *key)
            {
                known.insert(*key, stored.record.clone());
                known.note_reviews(action, *key, &stored.reviews);
            }
        }
        known
    }

    pub(super) fn decide(&self, action: &Action, view: &[Key], at: Timestamp, author: &Author) -> Decision {
        let known = self.known(action, view, author);
        let moment = Moment::at_server(at, self.now_ms);
        // A rule that fails on one change must not stop everything that device has to deliver.
        let decided = catch_unwind(AssertUnwindSafe(|| {
            decide(action, &known, self.ground.rulebook(), moment, author)
        }));
        match decided {
            Ok(Ok(edits)) if self.begins_what_stands(&edits) => {
                Decision::Refused(Common::AlreadyExists.into())
            }
            Ok(Ok(edits)) => Decision::Edits(edits),
            Ok(Err(refusal)) => Decision::Refused(refusal),
            Err(_) => Decision::Failed,
        }
    }

    /// Whether a decision begins a record that stands already: its author does not see it, and would be told that
    /// everything is written.
    fn begins_what_stands(&self, edits: &[Edit]) -> bool {
        let stands = |edit: &Edit| self.record_held(edit.record).is_some();
        edits.iter().any(|edit| edit.op.begins() && stands(edit))
    }
}
