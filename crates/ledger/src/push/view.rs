// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a decision looks at: the touched records as they stand in the transaction, as far as the author may see them.
use super::{Batch, settle};
use crate::store::{Outcome, Write};
use soglia_domain::{
    action::Action,
    author::Author,
    calendar::Timestamp,
    decide::{Known, decide},
    edit::Edit,
    id::{DeviceId, OrganisationId},
    record::{LogPosition, Record, RecordKey, Stored, Written},
    refusal::Refusal,
    scope,
};
use soglia_sync::change::Change;
use std::{
    collections::BTreeMap,
    panic::{AssertUnwindSafe, catch_unwind},
};

/// A record inside the transaction.
#[derive(Default)]
pub(crate) struct Held {
    pub(crate) stored: Option<Stored>,
    /// The device that created it.
    pub(crate) creator: Option<DeviceId>,
    pub(crate) partners_before: Vec<OrganisationId>,
    pub(crate) dirty: bool,
}

/// What the rules say to an action.
pub(super) enum Decision {
    /// It leads to this.
    Edits(Vec<Edit>),
    /// It may not be.
    Refused(Refusal),
    /// The rules themselves failed.
    Failed,
}

impl<W: Write> Batch<W> {
    pub(super) async fn load(&mut self, key: RecordKey) -> Outcome<()> {
        if !self.held.contains_key(&key) {
            let stored = self.write.load(key).await?;
            let partners_before = stored
                .as_ref()
                .map(|s| scope::partners(&s.record))
                .unwrap_or_default();
            let creator = match &stored {
                Some(stored) => self.write.device_at(stored.created).await?,
                None => None,
            };
            let held = Held {
                stored,
                creator,
                partners_before,
                dirty: false,
            };
            self.held.insert(key, held);
        }
        Ok(())
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

    /// From now on decides by the rules of the City as they stand in this batch.
    pub(super) fn follow_rules(&mut self) {
        let held = self.held.get(&RecordKey::CityRules);
        if let Some(Record::CityRules(rules)) = held
            .and_then(|held| held.stored.as_ref())
            .map(|stored| &stored.record)
        {
            self.rulebook = rules.rulebook();
        }
    }

    /// The touched records, as far as the author may see them.
    fn known(&self, action: &Action, author: &Author) -> Known {
        let mut known = Known::new();
        for key in action.touches() {
            let held = self.held.get(&key).and_then(|held| held.stored.as_ref());
            if let Some(stored) = held
                && scope::is_visible(author, &stored.record)
            {
                known.insert(key, stored.record.clone());
                known.note_reviews(action, &stored.reviews);
            }
        }
        known
    }

    pub(super) fn decide(&self, action: &Action, at: Timestamp, author: &Author) -> Decision {
        let known = self.known(action, author);
        // A rule that fails on one change must not stop everything that device has to deliver.
        let decided = catch_unwind(AssertUnwindSafe(|| {
            decide(action, &known, &self.rulebook, at, author)
        }));
        match decided {
            Ok(Ok(edits)) => Decision::Edits(edits),
            Ok(Err(refusal)) => Decision::Refused(refusal),
            Err(_) => Decision::Failed,
        }
    }
}
