// SPDX-License-Identifier: AGPL-3.0-or-later
//! One photo after the other, each in parts. One that fails is tried again later, and holds up none of the others.
use super::{
    State,
    kept::{KEPT, NEW, waiting},
};
use crate::device::{
    clock,
    http::HttpTrouble,
    indexeddb::IndexedDb,
    photos::{announce, send_part},
    pictures,
};
use leptos::task::spawn_local;
use soglia_domain::photo::PhotoId;
use soglia_sync::wire::PART_BYTES;
use std::{cell::RefCell, rc::Rc};

/// Pauses after a photo failed: 5, 10, 20, … seconds, no more than this.
const LONGEST_PAUSE_MS: i64 = 300_000;

/// How often a photo failed, and when it may be tried again.
struct Failed {
    id: PhotoId,
    n_times: u32,
    again_ms: i64,
}

#[derive(Default)]
struct Run {
    is_on: bool,
    /// Whether a next attempt is due by itself.
    is_awaited: bool,
    failed: Vec<Failed>,
}

thread_local! {
    static RUN: RefCell<Run> = RefCell::default();
}

/// Delivers what waits, unless that goes on already.
pub(super) fn begin(state: State) {
    if RUN.with_borrow_mut(|run| std::mem::replace(&mut run.is_on, true)) {
        return;
    }
    spawn_local(async move {
        deliver_all(state).await;
        RUN.with_borrow_mut(|run| run.is_on = false);
        state.photos.update(|queue| queue.percent = None);
        try_again_later(state);
    });
}

/// While the server tells by itself what is new, exchanges are rare: a photo that failed does not wait for the next one.
/// Without a network there is nothing to try; the exchange that goes well again begins anew.
fn try_again_later(state: State) {
    let next_ms = RUN.with_borrow(|run| run.failed.iter().map(|failed| failed.again_ms).min());
    let Some(next_ms) = next_ms else { return };
    let is_online = state.sync.with_untracked(|sync| sync.online);
    if !is_online || RUN.with_borrow_mut(|run| std::mem::replace(&mut run.is_awaited, true)) {
        return;
    }
    let pause_ms = (next_ms - clock::now_ms()).clamp(1_000, LONGEST_PAUSE_MS);
    spawn_local(async move {
        clock::wait(i32::try_from(pause_ms).unwrap_or(i32::MAX)).await;
        RUN.with_borrow_mut(|run| run.is_awaited = false);
        begin(state);
    });
}

async fn deliver_all(state: State) {
    let (Some(store), Some(database)) = (state.store(), state.database().await) else {
        return;
    };
    // A colleague may open their own store meanwhile: nothing of this person is shown or sent under another name.
    let is_open = || state.store().is_some_and(|now| Rc::ptr_eq(&now, &store));
    let ids = waiting(&database).await;
    // What failed for a colleague, or was delivered elsewhere, is no longer of concern here.
    RUN.with_borrow_mut(|run| run.failed.retain(|failed| ids.contains(&failed.id)));
    state.photos.update(|queue| {
        if ids.is_empty() {
            queue.n_delivered = 0;
        }
        queue.waiting.clone_from(&ids);
        queue.n_failed = RUN.with_borrow(|run| run.failed.len());
    });
    for id in ids {
        if !is_due(id) {
            continue;
        }
        let delivered = deliver(state, &database, id, &is_open).await;
        if !is_open() {
            return;
        }
        match delivered {
            Ok(()) => {
                forget_failure(id);
                state.photos.update(|queue| {
                    queue.waiting.retain(|waiting| *waiting != id);
                    queue.n_delivered += 1;
                });
            }
            // Nothing leaves now; the next exchange that goes well begins again where this one stopped.
            Err(HttpTrouble::NoNetwork | HttpTrouble::SignedOut) => return,
            Err(HttpTrouble::Problem(_) | HttpTrouble::NotUnderstood) => {
                note_failure(id);
                state
                    .photos
                    .update(|queue| queue.n_failed = RUN.with_borrow(|run| run.failed.len()));
            }
        }
    }
}

async fn deliver(
    state: State,
    database: &IndexedDb,
    id: PhotoId,
    is_open: &dyn Fn() -> bool,
) -> Result<(), HttpTrouble> {
    let name = format!("{NEW}{id}");
    let stored = database
        .blob(&name)
        .await
        .map_err(|_| HttpTrouble::NotUnderstood)?;
    let Some(bytes) = stored else { return Ok(()) };
    let mut so_far = announce(id, bytes.len(), pictures::MADE).await?;
    while !so_far.complete {
        if !is_open() {
            return Err(HttpTrouble::SignedOut);
        }
        let received = usize::try_from(so_far.received)
            .unwrap_or_default()
            .min(bytes.len());
        let percent = (received * 100).checked_div(bytes.len()).unwrap_or_default();
        state
            .photos
            .update(|queue| queue.percent = u8::try_from(percent).ok());
        let next = send_part(id, received / PART_BYTES, &bytes).await?;
        // A server that says "not complete" without moving on would keep us here for ever.
        if !next.complete && next.received <= so_far.received {
            return Err(HttpTrouble::NotUnderstood);
        }
        so_far = next;
    }
    // Under its other name first: in between it is there twice, never not at all.
    let kept = format!("{KEPT}{id}");
    let moved = async {
        database.set_blob(&kept, &bytes).await?;
        database.delete_blob(&name).await
    };
    moved.await.map_err(|_| HttpTrouble::NotUnderstood)
}

fn is_due(id: PhotoId) -> bool {
    RUN.with_borrow(|run| {
        let failed = run.failed.iter().find(|failed| failed.id == id);
        failed.is_none_or(|failed| failed.again_ms <= clock::now_ms())
    })
}

fn forget_failure(id: PhotoId) {
    RUN.with_borrow_mut(|run| run.failed.retain(|failed| failed.id != id));
}

fn note_failure(id: PhotoId) {
    RUN.with_borrow_mut(|run| {
        let before = run.failed.iter().find(|failed| failed.id == id);
        let n_times = before.map_or(0, |failed| failed.n_times) + 1;
        run.failed.retain(|failed| failed.id != id);
        let pause_ms = (5_000_i64 << n_times.min(7)).min(LONGEST_PAUSE_MS);
        run.failed.push(Failed {
            id,
            n_times,
            again_ms: clock::now_ms() + pause_ms,
        });
    });
}
