// SPDX-License-Identifier: AGPL-3.0-or-later
//! One exchange with the server: send first, then fetch until nothing more waits.
use crate::{
    change::Answer,
    json,
    replica::{Changed, Replica},
    storage::{Storage, StorageTrouble},
    transport::{Transport, TransportTrouble},
    wire::{Pulled, Push, PushedAnswer},
};
use futures::{future::join, lock::Mutex};
use soglia_domain::record::LogPosition;

/// Records asked for at once.
pub const PAGE: usize = 2_000;

/// Why an exchange ended early. What was done until then stays done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExchangeTrouble {
    /// The server.
    Transport(TransportTrouble),
    /// This device.
    Storage(StorageTrouble),
}

impl From<TransportTrouble> for ExchangeTrouble {
    fn from(trouble: TransportTrouble) -> Self {
        Self::Transport(trouble)
    }
}

impl From<StorageTrouble> for ExchangeTrouble {
    fn from(trouble: StorageTrouble) -> Self {
        Self::Storage(trouble)
    }
}

/// A step of an exchange, told as soon as it is stored.
#[derive(Debug)]
pub enum Step {
    /// The server answered some changes.
    Answered(Changed),
    /// Records came.
    Came {
        /// What they changed.
        changed: Changed,
        /// How many.
        n_records: usize,
        /// Whether more is on its way.
        more: bool,
        /// Milliseconds since 1970 by the clock of the server.
        server_ms: i64,
    },
}

/// One exchange. The store is locked only while something is written, never while the network is awaited, so that a
/// person can go on working.
///
/// # Errors
/// [`ExchangeTrouble`]. Trying again is always safe.
pub async fn exchange<S: Storage, T: Transport>(
    replica: &Mutex<Replica<S>>,
    transport: &T,
    now_ms: impl Fn() -> i64,
    mut tell: impl FnMut(&Replica<S>, Step),
) -> Result<(), ExchangeTrouble> {
    send(replica, transport, &mut tell).await?;
    fetch(replica, transport, now_ms, &mut tell).await?;
    replica.lock().await.tidy().await?;
    Ok(())
}

async fn send<S: Storage, T: Transport>(
    replica: &Mutex<Replica<S>>,
    transport: &T,
    tell: &mut impl FnMut(&Replica<S>, Step),
) -> Result<(), ExchangeTrouble> {
    let mut most = Push::MOST;
    loop {
        let push = replica.lock().await.to_send(most);
        let n_changes = push.changes.len();
        if n_changes == 0 {
            return Ok(());
        }
        let answers = match transport.push(&push).await {
            Ok(pushed) => pushed.answers,
            // Some change in it cannot be read there. Halving finds it, and the others go on.
            Err(trouble) if trouble.is_about_the_request() && n_changes > 1 => {
                most = n_changes / 2;
                continue;
            }
            Err(trouble) if trouble.is_about_the_request() => {
                most = Push::MOST;
                set_aside(&push, &trouble)
            }
            Err(trouble) => return Err(trouble.into()),
        };
        let mut replica = replica.lock().await;
        let changed = replica.note_answers(answers).await?;
        if !changed.outbox {
            // The server answered nothing of what was asked; asking the same again at once would never end.
            return Ok(());
        }
        tell(&replica, Step::Answered(changed));
    }
}

fn set_aside(push: &Push, trouble: &TransportTrouble) -> Vec<PushedAnswer> {
    let reason = match trouble {
        TransportTrouble::Server { status } => format!("HTTP {status}"),
        _ => String::new(),
    };
    push.changes
        .iter()
        .map(|change| PushedAnswer {
            change: change.id,
            answer: Answer::Quarantined {
                reason: reason.clone(),
            },
        })
        .collect()
}

async fn fetch<S: Storage, T: Transport>(
    replica: &Mutex<Replica<S>>,
    transport: &T,
    now_ms: impl Fn() -> i64,
    tell: &mut impl FnMut(&Replica<S>, Step),
) -> Result<(), ExchangeTrouble> {
    let mut since = replica.lock().await.head().cursor;
    let mut bytes = transport.pull(since, PAGE).await?;
    loop {
        let page: Pulled = json::from_slice(&bytes).map_err(|_| TransportTrouble::NotUnderstood)?;
        // A server that says "more" without moving on would keep us here for ever.
        let more = page.more && page.cursor > since;
        since = page.cursor;
        let store = store(replica, &page, &now_ms, tell, more);
        if !more {
            return store.await;
        }
        // The next page is on its way while this one is being stored.
        let (stored, next) = join(store, next_page(transport, since)).await;
        stored?;
        let next = next?;
        drop(page);
        bytes = next;
    }
}

async fn next_page<T: Transport>(transport: &T, since: LogPosition) -> Result<Vec<u8>, TransportTrouble> {
    transport.pull(since, PAGE).await
}

async fn store<S: Storage>(
    replica: &Mutex<Replica<S>>,
    page: &Pulled<'_>,
    now_ms: &impl Fn() -> i64,
    tell: &mut impl FnMut(&Replica<S>, Step),
    more: bool,
) -> Result<(), ExchangeTrouble> {
    let mut replica = replica.lock().await;
    let changed = replica.absorb(page, now_ms()).await?;
    let step = Step::Came {
        changed,
        n_records: page.records.len(),
        more,
        server_ms: page.server_ms,
    };
    tell(&replica, step);
    Ok(())
}
