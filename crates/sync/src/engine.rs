// SPDX-License-Identifier: AGPL-3.0-or-later
//! One exchange with the server: send first, then fetch until nothing more waits.
use crate::{
    replica::{Changed, Replica},
    storage::{Storage, StorageTrouble},
    transport::{PullRequest, Transport, TransportTrouble},
    wire::{Pulled, Push},
};
use futures::{future::join, lock::Mutex};
use soglia_domain::record::LogPosition;

/// Records asked for at once.
pub const PAGE: usize = 2_000;

/// How a device comes to the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Approach {
    /// It was there the last time: everything that waits goes at once.
    Known,
    /// It could not be reached the last time: a few changes go ahead. What a try costs must not grow with what waits,
    /// because every save tries.
    Probing,
}

impl Approach {
    /// The approach after an exchange that ended so.
    pub const fn after(ended: &Result<(), ExchangeTrouble>) -> Self {
        match ended {
            Err(ExchangeTrouble::Transport(_)) => Self::Probing,
            Ok(()) | Err(ExchangeTrouble::Storage(_) | ExchangeTrouble::Revoked) => Self::Known,
        }
    }

    const fn most(self) -> usize {
        match self {
            Self::Known => Push::MOST,
            Self::Probing => 50,
        }
    }
}

/// Why an exchange ended early. What was done until then stays done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExchangeTrouble {
    /// The server.
    Transport(TransportTrouble),
    /// This device could not store something.
    Storage(StorageTrouble),
    /// This device was revoked, and everything it had to send was sent: what it received is to be wiped.
    Revoked,
}

impl From<TransportTrouble> for ExchangeTrouble {
    fn from(trouble: TransportTrouble) -> Self {
        match trouble {
            TransportTrouble::Revoked => Self::Revoked,
            trouble => Self::Transport(trouble),
        }
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

/// Times that one exchange begins anew with a server that says that it was restored.
const MOST_BEGINNINGS: usize = 3;

/// How a part of an exchange ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Went {
    Through,
    /// The server was restored from a copy: it lost what it answered, or numbers its log anew.
    ServerRestored,
}

/// One exchange. The store is locked only while something is written, never while the network is awaited, so that a
/// person can go on working.
///
/// # Errors
/// [`ExchangeTrouble`]. Trying again is always safe.
pub async fn exchange<S: Storage, T: Transport>(
    replica: &Mutex<Replica<S>>,
    transport: &T,
    approach: Approach,
    now_ms: impl Fn() -> i64,
    mut tell: impl FnMut(&Replica<S>, Step),
) -> Result<(), ExchangeTrouble> {
    for _ in 0..MOST_BEGINNINGS {
        let mut went = send(replica, transport, approach, &mut tell).await?;
        if went == Went::Through {
            went = fetch(replica, transport, &now_ms, &mut tell).await?;
        }
        if went == Went::Through {
            replica.lock().await.tidy().await?;
            return Ok(());
        }
        let mut replica = replica.lock().await;
        let changed = replica.begin_anew().await?;
        tell(&replica, Step::Answered(changed));
    }
    Err(TransportTrouble::CursorAhead.into())
}

async fn send<S: Storage, T: Transport>(
    replica: &Mutex<Replica<S>>,
    transport: &T,
    approach: Approach,
    tell: &mut impl FnMut(&Replica<S>, Step),
) -> Result<Went, ExchangeTrouble> {
    let mut approach = approach;
    let mut most = approach.most();
    loop {
        let push = replica.lock().await.to_send(most).await?;
        let n_changes = push.changes.len();
        if n_changes == 0 {
            return Ok(Went::Through);
        }
        let answers = match transport.push(&push).await {
            Ok(pushed) => {
                if approach == Approach::Probing {
                    approach = Approach::Known;
                    most = approach.most();
                }
                Ok(pushed.answers)
            }
            Err(TransportTrouble::EarlierChangesMissing) => return Ok(Went::ServerRestored),
            // Some change in it cannot be read there. Halving finds it, and the others go on.
            Err(trouble) if trouble.is_about_the_request() && n_changes > 1 => {
                most = n_changes / 2;
                continue;
            }
            Err(trouble) if trouble.is_about_the_request() => {
                most = Push::MOST;
                Err(described(&trouble))
            }
            Err(trouble) => return Err(trouble.into()),
        };
        let mut replica = replica.lock().await;
        let changed = match answers {
            Ok(answers) => replica.note_answers(answers).await?,
            Err(reason) => replica.set_aside(push.changes[0].id, reason).await?,
        };
        if !changed.outbox {
            // The server answered nothing of what was asked; asking the same again at once would never end.
            return Ok(Went::Through);
        }
        tell(&replica, Step::Answered(changed));
    }
}

fn described(trouble: &TransportTrouble) -> String {
    match trouble {
        TransportTrouble::Server { status } => format!("HTTP {status}"),
        TransportTrouble::NotYourDevice => "not_your_device".to_owned(),
        _ => String::new(),
    }
}

async fn fetch<S: Storage, T: Transport>(
    replica: &Mutex<Replica<S>>,
    transport: &T,
    now_ms: &impl Fn() -> i64,
    tell: &mut impl FnMut(&Replica<S>, Step),
) -> Result<Went, ExchangeTrouble> {
    let head = replica.lock().await.head().clone();
    let mut request = PullRequest {
        since: head.cursor,
        most: PAGE,
        scope: head.scope,
    };
    let mut answer = transport.pull(&request).await;
    loop {
        let bytes = match answer {
            Err(TransportTrouble::CursorAhead) => return Ok(Went::ServerRestored),
            answer => answer?,
        };
        let page: Pulled = soglia_json::from_slice(&bytes).map_err(|_| TransportTrouble::NotUnderstood)?;
        // A server that says "more" without moving on would keep us here for ever.
        let before = if page.reset { LogPosition(0) } else { request.since };
        let more = page.more && page.cursor > before;
        let store = store(replica, request.since, &page, now_ms, tell, more);
        if !more {
            store.await?;
            return Ok(Went::Through);
        }
        let next = PullRequest {
            since: page.cursor,
            most: PAGE,
            scope: page.scope.clone().or(request.scope),
        };
        // The next page is on its way while this one is being stored.
        let (stored, next_answer) = join(store, transport.pull(&next)).await;
        stored?;
        answer = next_answer;
        request = next;
        drop(page);
    }
}

async fn store<S: Storage>(
    replica: &Mutex<Replica<S>>,
    since: LogPosition,
    page: &Pulled<'_>,
    now_ms: &impl Fn() -> i64,
    tell: &mut impl FnMut(&Replica<S>, Step),
    more: bool,
) -> Result<(), ExchangeTrouble> {
    let mut replica = replica.lock().await;
    // Something else was taken in while this page was on its way: what it holds may be older than what is here.
    if replica.head().cursor != since {
        return Err(StorageTrouble::Overtaken.into());
    }
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
