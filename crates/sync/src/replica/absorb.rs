// SPDX-License-Identifier: AGPL-3.0-or-later
//! Taking in what the server sent: records, removals, the cursor, and the farewell to changes that arrived, all in one
//! transaction.
use super::{Changed, MOST_DELIVERIES, Place, Replica, touched};
use crate::{
    change::Delivery,
    outbox,
    segment::{MOST_RECORDS, Read, RowAtRest, Segment, read_body, write_single},
    storage::{Batch, Head, Storage, StorageTrouble, runs},
    wire::Pulled,
};
use soglia_domain::{calendar::Timestamp, record::Key, rooms::Row};
use std::collections::BTreeSet;

/// From this many records on, they rest together.
const WORTH_A_SEGMENT: usize = 100;

/// A moment further ahead than this comes from a wrong clock, and does not drag ours along.
const MOST_AHEAD_MS: i64 = 24 * 60 * 60 * 1000;

pub(super) struct Incoming<'a> {
    body: &'a [u8],
    read: Option<Read>,
    row: RowAtRest,
}

/// What one page comes to, before it is written.
#[derive(Default)]
struct Plan {
    batch: Batch,
    places: Vec<(Key, Place)>,
    /// Records that do not stem from the snapshot that ends with this page.
    purged: Vec<Key>,
    arrived: Vec<Delivery>,
    n_deliveries_kept: usize,
}

impl<S: Storage> Replica<S> {
    /// Takes in one answer to a pull.
    ///
    /// # Errors
    /// [`StorageTrouble`]; then nothing is taken in, and the same answer can be asked for again.
    pub async fn absorb(&mut self, page: &Pulled<'_>, now_ms: i64) -> Result<Changed, StorageTrouble> {
        if self.knows_all_of(page) {
            return Ok(Changed::default());
        }
        let incoming: Vec<Incoming> = page
            .records
            .iter()
            .map(|record| read(record.get().as_bytes()))
            .collect();
        let mut head = self.head_after(page, &incoming, now_ms);
        let mut plan = self.plan(page, &incoming, &mut head, now_ms);
        self.plan_deliveries(&mut plan).await?;
        let new_segments: Vec<(u32, usize)> = plan
            .batch
            .put_segments
            .iter()
            .zip(runs(incoming.len(), MOST_RECORDS))
            .map(|((number, _, _), run)| (*number, run.len()))
            .collect();
        let old_segments = plan.batch.delete_segments.clone();

        self.write(std::mem::take(&mut plan.batch), head).await?;

        for number in old_segments {
            self.segments.remove(&number);
        }
        self.segments.extend(new_segments);
        let mut keys = outbox::set_of(page.removed.iter().copied());
        for key in plan.purged {
            self.places.remove(&key);
            self.forget_decoded(key);
            keys.insert(key);
        }
        for (key, place) in plan.places {
            self.places.insert(key, place);
            if !self.decoded.is_empty() || !self.laid.is_empty() {
                self.forget_decoded(key);
            }
        }
        let has_arrived = !plan.arrived.is_empty();
        if has_arrived {
            keys.extend(self.say_farewell(plan.arrived, plan.n_deliveries_kept));
        }
        let rows = self.rows_after(incoming, keys).await?;
        self.follow_ground(&rows).await?;
        Ok(Changed {
            rows,
            outbox: has_arrived,
            deliveries: has_arrived,
        })
    }

    /// Whether a page says nothing that is not stored already: then nothing has to be written.
    fn knows_all_of(&self, page: &Pulled<'_>) -> bool {
        let ends_snapshot = self.head.snapshot.is_some() && !page.more;
        let new_scope = page.scope.is_some() && page.scope != self.head.scope;
        page.records.is_empty()
            && page.removed.is_empty()
            && page.cursor <= self.head.cursor
            && !page.reset
            && !ends_snapshot
            && !new_scope
            && self.arrived_with(page, 0).is_empty()
    }

    fn head_after(&self, page: &Pulled<'_>, incoming: &[Incoming], now_ms: i64) -> Head {
        let mut head = Head {
            cursor: page.cursor.max(self.head.cursor),
            last_ms: Some(now_ms),
            clock: seen_clock(self.head.clock, incoming, now_ms),
            ..self.head.clone()
        };
        if page.scope.is_some() {
            head.scope.clone_from(&page.scope);
        }
        if page.reset {
            head.cursor = page.cursor;
            head.snapshot = Some(head.next_segment);
        }
        head
    }

    /// Changes leave only with the last page: before it, a record they touched may still be on its way.
    fn arrived_with(&self, page: &Pulled<'_>, now_ms: i64) -> Vec<Delivery> {
        if page.more {
            return Vec::new();
        }
        outbox::arrived(&self.outbox, page.cursor, now_ms)
    }

    fn plan(&self, page: &Pulled<'_>, incoming: &[Incoming], head: &mut Head, now_ms: i64) -> Plan {
        let mut plan = Plan::default();
        let snapshot = head.snapshot;
        let unread = incoming.iter().any(|one| one.read.is_none());
        if snapshot.is_some() || incoming.len() >= WORTH_A_SEGMENT || unread {
            self.plan_segments(incoming, head, &mut plan);
        } else {
            for one in incoming {
                if let Some(key) = one.row.key() {
                    plan.batch
                        .put_records
                        .push((key, write_single(&one.row, one.body)));
                    plan.places.push((key, Place::Single));
                }
            }
        }
        let came = outbox::set_of(incoming.iter().filter_map(|one| one.row.key()));
        for key in &page.removed {
            // What comes with the same page may be seen again.
            if !came.contains(key) {
                plan.batch.put_records.push((*key, Vec::new()));
                plan.places.push((*key, Place::Gone));
            }
        }
        if let Some(first) = snapshot.filter(|_| !page.more) {
            head.snapshot = None;
            self.plan_purge(first, &came, &mut plan);
        }
        plan.arrived = self.arrived_with(page, now_ms);
        plan.n_deliveries_kept = MOST_DELIVERIES
            .saturating_sub(plan.arrived.len())
            .min(self.deliveries.len());
        plan.batch.delete_deliveries = self.deliveries[plan.n_deliveries_kept..]
            .iter()
            .map(|delivery| (delivery.change.counter, delivery.change.id))
            .collect();
        plan
    }

    /// What arrived leaves the outbox, and is kept for a while.
    async fn plan_deliveries(&self, plan: &mut Plan) -> Result<(), StorageTrouble> {
        if plan.arrived.is_empty() {
            return Ok(());
        }
        let write = self.storage.codec().await?.write_delivery;
        for delivery in &plan.arrived {
            let (counter, id) = (delivery.change.counter, delivery.change.id);
            plan.batch.delete_outbox.push((counter, id));
            plan.batch.put_deliveries.push((counter, id, write(delivery)));
        }
        Ok(())
    }

    fn plan_segments(&self, incoming: &[Incoming], head: &mut Head, plan: &mut Plan) {
        for run in runs(incoming.len(), MOST_RECORDS) {
            let number = head.next_segment;
            head.next_segment += 1;
            let run = &incoming[run];
            let rows: Vec<RowAtRest> = run.iter().map(|one| one.row.clone()).collect();
            let segment = Segment::write(&rows, run.iter().map(|one| one.body));
            plan.batch
                .put_segments
                .push((number, segment.rows, Some(segment.bodies)));
            for (at, row) in rows.iter().enumerate() {
                let Some(key) = row.key() else { continue };
                // What rests on its own wins over segments, so it must make room.
                if matches!(self.places.get(&key), Some(Place::Single | Place::Gone)) {
                    plan.batch.delete_records.push(key);
                }
                let at = at as u16;
                plan.places.push((key, Place::Segment { segment: number, at }));
            }
        }
    }

    /// All of a snapshot is here: what does not stem from it goes. Marks of what was taken away stay, as they may lie
    /// over the snapshot's own first pages.
    fn plan_purge(&self, first: u32, came: &BTreeSet<Key>, plan: &mut Plan) {
        let old = self.segments.keys().filter(|number| **number < first);
        plan.batch.delete_segments = old.copied().collect();
        for (key, place) in &self.places {
            let stems_from_it = match place {
                Place::Segment { segment, .. } => *segment >= first,
                Place::Single => came.contains(key),
                Place::Gone => true,
            };
            if stems_from_it {
                continue;
            }
            if *place == Place::Single {
                plan.batch.delete_records.push(*key);
            }
            if !came.contains(key) {
                plan.purged.push(*key);
            }
        }
    }

    /// Takes out of the outbox what arrived; gives the records it touched.
    fn say_farewell(&mut self, arrived: Vec<Delivery>, n_kept: usize) -> BTreeSet<Key> {
        let leaving = outbox::set_of(arrived.iter().map(|delivery| delivery.change.id));
        let (left, kept) = std::mem::take(&mut self.outbox)
            .into_iter()
            .partition::<Vec<_>, _>(|entry| leaving.contains(&entry.change.id));
        self.outbox = kept;
        self.deliveries.truncate(n_kept);
        self.deliveries.splice(0..0, arrived.into_iter().rev());
        touched(&left)
    }

    /// Rows of what came, with changes of this device laid on top, and of what lost such a change.
    async fn rows_after(
        &mut self,
        incoming: Vec<Incoming<'_>>,
        mut keys: BTreeSet<Key>,
    ) -> Result<Vec<(Key, Option<Row>)>, StorageTrouble> {
        let laid_over = touched(&self.outbox);
        let mut rows = Vec::with_capacity(incoming.len() + keys.len());
        for one in incoming {
            let Some(read) = one.read else {
                // A newer version wrote it so that this one no longer reads it: what showed before shows no more.
                keys.extend(one.row.key());
                continue;
            };
            let key = read.stored.key;
            keys.remove(&key);
            let row = if laid_over.contains(&key) {
                self.lay(Some(read), key).row()
            } else {
                one.row.into_row()
            };
            rows.push((key, row));
        }
        rows.extend(self.rows_anew(&keys).await?);
        Ok(rows)
    }
}

fn read(body: &[u8]) -> Incoming<'_> {
    let read = read_body(body);
    let row = read
        .as_ref()
        .map_or_else(|| RowAtRest::unread(body), |read| read.row().into());
    Incoming { body, read, row }
}

/// The clock of this device never falls behind what it has seen.
fn seen_clock(clock: Timestamp, incoming: &[Incoming], now_ms: i64) -> Timestamp {
    incoming
        .iter()
        .filter_map(|one| one.read.as_ref().map(|read| read.stored.last_at))
        .filter(|at| at.ms < now_ms + MOST_AHEAD_MS)
        .fold(clock, Ord::max)
}
