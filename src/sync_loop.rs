// SPDX-License-Identifier: AGPL-3.0-or-later
//! When to exchange with the server: at the start, soon after each save, every few seconds while somebody looks, soon
//! after the network comes back, and ever more rarely while the server cannot be reached.
use crate::{
    device::{
        clock, events,
        http::{self, Http},
        indexeddb::IndexedDb,
        tabs, writer,
    },
    state::{FirstSync, State, SyncTrouble, tell_written},
};
use futures::{
    FutureExt, StreamExt,
    channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded},
    select_biased,
};
use leptos::task::spawn_local;
use soglia_domain::{id::PersonId, record::LogPosition};
use soglia_sync::{
    engine::{Approach, ExchangeTrouble, Step, exchange},
    replica::Replica,
    storage::StorageTrouble,
    transport::TransportTrouble,
};

/// Between two exchanges while all goes well and somebody looks.
const EVERY_MS: i32 = 5_000;

/// The longest pause.
const LONGEST_MS: i32 = 60_000;

/// The longest pause while something waits to be delivered.
const LONGEST_WITH_WORK_MS: i32 = 20_000;

/// Saves that follow each other within this time travel together.
const TOGETHER_MS: i32 = 150;

/// The same while the server cannot be reached: whoever works without a network is not kept busy by one try after the other.
const TOGETHER_AWAY_MS: i32 = 1_500;

/// How an exchange went, as far as the next one depends on it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Went {
    Well,
    Badly,
    /// There is nobody to exchange for.
    Nobody,
}

/// Starts the loop. Sending into the channel wakes it.
pub fn start(state: State) -> UnboundedSender<()> {
    let (wake, woken) = unbounded();
    spawn_local(run(state, woken));
    wake
}

async fn run(state: State, mut woken: UnboundedReceiver<()>) {
    let mut n_failures = 0;
    loop {
        let went = exchange_once(state).await;
        n_failures = if went == Went::Badly { n_failures + 1 } else { 0 };
        let has_work = state.sync.with_untracked(|sync| sync.n_pending > 0);
        let pause = clock::wait(pause_ms(went, n_failures, has_work));
        select_biased! {
            wake = woken.next() => {
                if wake.is_none() {
                    return;
                }
                clock::wait(if n_failures == 0 { TOGETHER_MS } else { TOGETHER_AWAY_MS }).await;
                while woken.try_recv().is_ok() {}
            }
            () = pause.fuse() => {}
        }
    }
}

fn pause_ms(went: Went, n_failures: u32, has_work: bool) -> i32 {
    // Where the server tells by itself what is new, asking is only what stands behind it.
    if went == Went::Nobody || !tabs::is_visible() || (went == Went::Well && events::is_connected()) {
        return LONGEST_MS;
    }
    // 5, 10, 20, 40, 60 seconds; no more than 20 while a person's work waits.
    let longest = if has_work {
        LONGEST_WITH_WORK_MS
    } else {
        LONGEST_MS
    };
    EVERY_MS
        .saturating_mul(1 << n_failures.saturating_sub(1).min(4))
        .min(longest)
}

async fn exchange_once(state: State) -> Went {
    let Some(store) = state.store() else {
        events::disconnect();
        return Went::Nobody;
    };
    if !writer::has_pen() {
        // Another tab exchanges for this one; it wakes this loop when it gives up the pen.
        events::disconnect();
        state.ask_status();
        return Went::Nobody;
    }
    let (is_first, person) = {
        let store = store.lock().await;
        let is_first = store.head().cursor == LogPosition(0);
        (is_first, store.signed_in().author.person)
    };
    if let Err(trouble) = confirm_session(state, person).await {
        return finish(state, Err(trouble.into())).await;
    }
    state.sync.update(|sync| {
        sync.running = true;
        sync.first = is_first.then(FirstSync::default);
    });
    let began = is_first.then(|| clock::begin_measure("first-sync"));
    let approach = match state
        .sync
        .with_untracked(|sync| sync.online && sync.trouble.is_none())
    {
        true => Approach::Known,
        false => Approach::Probing,
    };
    let result = exchange(&store, &Http, approach, clock::now_ms, |replica, step| {
        // Somebody else may have signed in while the answer was on its way: it is stored, but not theirs to see.
        let still_open = state.store().is_some_and(|now| std::rc::Rc::ptr_eq(&now, &store));
        if still_open {
            tell(state, replica, step);
        }
    })
    .await;
    let still_open = state.store().is_some_and(|now| std::rc::Rc::ptr_eq(&now, &store));
    if !still_open {
        return Went::Well;
    }
    if let (Some(began), Ok(())) = (began, &result) {
        clock::end_measure("first-sync", &began);
        state.build_search();
    }
    if result.is_ok() {
        state.deliver_photos();
    }
    finish(state, result).await
}

/// On a shared tablet the session at the server may still be that of a colleague, whose records this person must not
/// get, and under whose name nothing of this person may be sent.
async fn confirm_session(state: State, person: PersonId) -> Result<(), TransportTrouble> {
    if state.is_session_sure() {
        return Ok(());
    }
    let session = http::session().await?;
    if session.author.person != person {
        return Err(TransportTrouble::SignedOut);
    }
    state.trust_session();
    Ok(())
}

fn tell(state: State, replica: &Replica<IndexedDb>, step: Step) {
    tell_written();
    match step {
        Step::Answered(changed) => state.show(replica, changed),
        Step::Came {
            changed,
            n_records,
            server_ms,
            ..
        } => {
            state.show(replica, changed);
            state.sync.update(|sync| {
                sync.clock_ahead_ms = clock::now_ms() - server_ms;
                if let Some(first) = &mut sync.first {
                    first.done += n_records;
                }
            });
        }
    }
}

async fn finish(state: State, result: Result<(), ExchangeTrouble>) -> Went {
    let (went, online, trouble) = match result {
        Ok(()) => (Went::Well, true, None),
        Err(ExchangeTrouble::Storage(StorageTrouble::Overtaken)) => {
            // Another tab took it in; this one reads it from the store.
            match state.catch_up().await {
                Ok(()) => (Went::Well, true, None),
                Err(trouble) => (Went::Badly, true, Some(SyncTrouble::NotStored(trouble))),
            }
        }
        Err(ExchangeTrouble::Storage(trouble)) => {
            (Went::Badly, true, Some(SyncTrouble::NotStored(trouble.into())))
        }
        Err(ExchangeTrouble::Revoked) => match state.leave_device().await {
            Ok(()) => return Went::Nobody,
            Err(trouble) => (Went::Badly, true, Some(SyncTrouble::NotStored(trouble))),
        },
        Err(ExchangeTrouble::Transport(trouble)) => {
            let online = trouble != TransportTrouble::NoNetwork;
            (Went::Badly, online, described(&trouble))
        }
    };
    let signed_out = online && went == Went::Badly && trouble.is_none();
    if signed_out {
        state.doubt_session();
    }
    if went == Went::Well {
        events::connect(move || state.sync_now());
    }
    state.sync.update(|sync| {
        sync.running = false;
        sync.online = online;
        if went == Went::Well {
            sync.last_ms = Some(clock::now_ms());
            sync.first = None;
        }
        sync.signed_out = signed_out;
        sync.trouble = trouble;
    });
    state.tell_status();
    went
}

/// The trouble as a page tells it; none for a session that ended, which has a sign of its own.
fn described(trouble: &TransportTrouble) -> Option<SyncTrouble> {
    match trouble {
        TransportTrouble::NoNetwork => Some(SyncTrouble::NoNetwork),
        TransportTrouble::SignedOut => None,
        TransportTrouble::Server { status } => Some(SyncTrouble::Server { status: *status }),
        TransportTrouble::FactorMissing => Some(SyncTrouble::FactorMissing),
        TransportTrouble::NotUnderstood
        | TransportTrouble::CursorAhead
        | TransportTrouble::EarlierChangesMissing
        | TransportTrouble::NotYourDevice
        | TransportTrouble::Revoked => Some(SyncTrouble::NotUnderstood),
    }
}
