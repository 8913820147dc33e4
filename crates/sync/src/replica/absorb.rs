// SPDX-License-Identifier: AGPL-3.0-or-later
//! Taking in what the server sent: records, removals, the cursor, and the farewell to changes that arrived, all in one
//! transaction.
use super::{Changed, MOST_DELIVERIES, Place, Replica, touched};
use crate::{
    outbox,
    row::Row,
    segment::{MOST_RECORDS, RowAtRest, Segment, read_body, write_single},
    storage::{Batch, Head, Storage, StorageTrouble, runs},
    wire::Pulled,
};
use soglia_domain::{
    calendar::Timestamp,
    record::{RecordKey, Stored},
};
use std::collections::BTreeSet;

/// From this many records on, they rest together.
const WORTH_A_SEGMENT: usize = 100;

/// A moment further ahead than this comes from a wrong clock, and does not drag ours along.
const MOST_AHEAD_MS: i64 = 24 * 60 * 60 * 1000;

struct Incoming<'a> {
    body: &'a [u8],
    stored: Option<Stored>,
    row: RowAtRest,
}

impl<S: Storage> Replica<S> {
    /// Takes in one answer to a pull.
    ///
    /// # Errors
    /// [`StorageTrouble`]; then nothing is taken in, and the same answer can be asked for again.
    pub async fn absorb(&mut self, page: &Pulled<'_>, now_ms: i64) -> Result<Changed, StorageTrouble> {
        let arrived = outbox::arrived(&self.outbox, page.cursor, now_ms);
        let nothing_new = page.records.is_empty()
            && page.removed.is_empty()
            && arrived.is_empty()
            && page.cursor <= self.head.cursor;
        if nothing_new {
            return Ok(Changed::default());
        }
        let incoming: Vec<Incoming> = page
            .records
            .iter()
            .map(|record| read(record.get().as_bytes()))
            .collect();

        let mut head = Head {
            cursor: page.cursor.max(self.head.cursor),
            last_ms: Some(now_ms),
            clock: seen_clock(self.head.clock, &incoming, now_ms),
            ..self.head
        };
        let mut batch = Batch::default();
        let mut places = Vec::with_capacity(incoming.len() + page.removed.len());
        let unread = incoming.iter().any(|one| one.stored.is_none());
        if incoming.len() >= WORTH_A_SEGMENT || unread {
            self.plan_segments(&incoming, &mut head, &mut batch, &mut places);
        } else {
            for one in &incoming {
                if let Some(key) = one.row.key() {
                    batch.put_records.push((key, write_single(&one.row, one.body)));
                    places.push((key, Place::Single));
                }
            }
        }
        for key in &page.removed {
            batch.put_records.push((*key, Vec::new()));
            places.push((*key, Place::Gone));
        }
        let leaving = outbox::set_of(arrived.iter().map(|delivery| delivery.change.id));
        for delivery in &arrived {
            let bytes = crate::json::to_vec(delivery).unwrap_or_default();
            let (counter, id) = (delivery.change.counter, delivery.change.id);
            batch.delete_outbox.push((counter, id));
            batch.put_deliveries.push((counter, id, bytes));
        }
        let n_old = self.deliveries.len();
        let n_kept = MOST_DELIVERIES.saturating_sub(arrived.len()).min(n_old);
        batch.delete_deliveries = self.deliveries[n_kept..]
            .iter()
            .map(|delivery| (delivery.change.counter, delivery.change.id))
            .collect();
        let new_segments: Vec<(u32, usize)> = batch
            .put_segments
            .iter()
            .zip(runs(incoming.len(), MOST_RECORDS))
            .map(|((number, _, _), run)| (*number, run.len()))
            .collect();

        self.write(batch, head).await?;

        self.segments.extend(new_segments);
        let mut keys = outbox::set_of(page.removed.iter().copied());
        for (key, place) in places {
            self.places.insert(key, place);
            if !self.decoded.is_empty() {
                self.forget_decoded(key);
            }
        }
        let has_arrived = !arrived.is_empty();
        if has_arrived {
            let (left, kept) = std::mem::take(&mut self.outbox)
                .into_iter()
                .partition::<Vec<_>, _>(|entry| leaving.contains(&entry.change.id));
            self.outbox = kept;
            keys.extend(touched(&left));
            self.deliveries.truncate(n_kept);
            self.deliveries.splice(0..0, arrived.into_iter().rev());
        }
        let rows = self.rows_after(incoming, keys).await?;
        self.follow_rules(&rows).await?;
        Ok(Changed {
            rows,
            outbox: has_arrived,
            deliveries: has_arrived,
        })
    }

    fn plan_segments(
        &self,
        incoming: &[Incoming],
        head: &mut Head,
        batch: &mut Batch,
        places: &mut Vec<(RecordKey, Place)>,
    ) {
        for run in runs(incoming.len(), MOST_RECORDS) {
            let number = head.next_segment;
            head.next_segment += 1;
            let run = &incoming[run];
            let rows: Vec<RowAtRest> = run.iter().map(|one| one.row.clone()).collect();
            let segment = Segment::write(&rows, run.iter().map(|one| one.body));
            batch
                .put_segments
                .push((number, segment.rows, Some(segment.bodies)));
            for (at, row) in rows.iter().enumerate() {
                let Some(key) = row.key() else { continue };
                // What rests on its own wins over segments, so it must make room.
                if matches!(self.places.get(&key), Some(Place::Single | Place::Gone)) {
                    batch.delete_records.push(key);
                }
                places.push((
                    key,
                    Place::Segment {
                        segment: number,
                        at: at as u16,
                    },
                ));
            }
        }
    }

    /// Rows of what came, with changes of this device laid on top, and of what lost such a change.
    async fn rows_after(
        &mut self,
        incoming: Vec<Incoming<'_>>,
        mut keys: BTreeSet<RecordKey>,
    ) -> Result<Vec<(RecordKey, Option<Row>)>, StorageTrouble> {
        let laid_over = touched(&self.outbox);
        let mut rows = Vec::with_capacity(incoming.len() + keys.len());
        for one in incoming {
            let Some(stored) = one.stored else { continue };
            let key = stored.record.key();
            keys.remove(&key);
            let row = if laid_over.contains(&key) {
                self.lay(Some(stored), key).stored.as_ref().map(Row::of)
            } else {
                one.row.into_row()
            };
            rows.push((key, row));
        }
        rows.extend(self.rows_of(&keys).await?);
        Ok(rows)
    }
}

fn read(body: &[u8]) -> Incoming<'_> {
    let stored = read_body(body);
    let row = stored
        .as_ref()
        .map_or(RowAtRest::Unread, |stored| Row::of(stored).into());
    Incoming { body, stored, row }
}

/// The clock of this device never falls behind what it has seen.
fn seen_clock(clock: Timestamp, incoming: &[Incoming], now_ms: i64) -> Timestamp {
    incoming
        .iter()
        .filter_map(|one| one.stored.as_ref().map(|stored| stored.last_at))
        .filter(|at| at.ms < now_ms + MOST_AHEAD_MS)
        .fold(clock, Ord::max)
}
