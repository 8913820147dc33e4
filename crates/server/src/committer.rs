// SPDX-License-Identifier: AGPL-3.0-or-later
//! Deliveries that wait are taken together: writing to disk costs the same for one as for a hundred. Each is answered
//! after the one commit, and one that fails does not spoil the others.
#[cfg(test)]
mod tests;

use crate::clock::now_ms;
use futures_util::FutureExt;
use soglia_ledger::{
    push::{Batch, Label},
    store::{Outcome, Store, StoreError, Visitor, Write},
};
use soglia_sync::{change::Change, wire::PushedAnswer};
use std::panic::AssertUnwindSafe;
use tokio::sync::{mpsc, oneshot};

/// Changes in one transaction; beyond, whoever waits is taken with the next one.
const MOST_CHANGES: usize = 2_000;

/// Deliveries that wait in line; beyond, requests wait before it.
const MOST_WAITING: usize = 256;

/// What one device delivers in one request.
pub(crate) struct Parcel {
    /// Who sends it, from which device.
    pub(crate) visitor: Visitor,
    /// The highest counter of this device whose answer it has.
    pub(crate) after: u64,
    /// What was done there, in its order.
    pub(crate) changes: Vec<Delivered>,
}

/// One change as it came.
pub(crate) struct Delivered {
    /// Which, whose, and its order.
    pub(crate) label: Label,
    /// What it says; the reason where this version cannot read it.
    pub(crate) read: Result<Change, String>,
    /// Word for word.
    pub(crate) text: axum::body::Bytes,
}

/// Why a parcel was not taken.
pub(crate) enum Refused {
    /// The device was answered about a change that this store never saw.
    EarlierMissing,
    /// The store failed.
    Store(StoreError),
}

type Answered = Result<Vec<PushedAnswer>, Refused>;

struct Waiting {
    parcel: Parcel,
    answer: oneshot::Sender<Answered>,
}

/// Takes parcels, one transaction after the other.
#[derive(Clone)]
pub(crate) struct Committer(mpsc::Sender<Waiting>);

impl Committer {
    /// Begins, on a task of its own: a request that is cut off does not cut off the transaction of the others.
    pub(crate) fn start<S: Store>(store: S) -> Self {
        let (sender, mut receiver) = mpsc::channel(MOST_WAITING);
        tokio::spawn(async move {
            while let Some(first) = receiver.recv().await {
                let group = gather(first, &mut receiver);
                commit(&store, group).await;
            }
        });
        Self(sender)
    }

    /// Delivers a parcel; answers when it is on disk.
    pub(crate) async fn deliver(&self, parcel: Parcel) -> Answered {
        let ended = || Refused::Store(StoreError("the server is ending".to_owned()));
        let (answer, answered) = oneshot::channel();
        let waiting = Waiting { parcel, answer };
        self.0.send(waiting).await.map_err(|_| ended())?;
        answered.await.map_err(|_| ended())?
    }
}

/// Everything that waits by now.
fn gather(first: Waiting, receiver: &mut mpsc::Receiver<Waiting>) -> Vec<Waiting> {
    let mut n_changes = first.parcel.changes.len();
    let mut group = vec![first];
    while n_changes < MOST_CHANGES
        && let Ok(next) = receiver.try_recv()
    {
        n_changes += next.parcel.changes.len();
        group.push(next);
    }
    // Who went away sends it again, and is answered then.
    group.retain(|waiting| !waiting.answer.is_closed());
    group
}

async fn commit<S: Store>(store: &S, group: Vec<Waiting>) {
    let failure = match take(store, &group).await {
        Ok(answers) => {
            for (waiting, answered) in group.into_iter().zip(answers) {
                // Who went away meanwhile asks again.
                let _ = waiting.answer.send(answered);
            }
            return;
        }
        Err(failure) => failure,
    };
    // Something failed, and nothing of the group was kept: each is tried alone, so that only the one at fault fails.
    // Where no transaction can be begun at all, trying again would only let everybody wait.
    let is_worth_it = failure.has_begun && group.len() > 1;
    for waiting in group {
        let answered = if is_worth_it {
            let alone = take(store, std::slice::from_ref(&waiting)).await;
            alone
                .map_err(|failure| Refused::Store(failure.error))
                .and_then(|mut answers| answers.pop().unwrap_or_else(|| Ok(Vec::new())))
        } else {
            Err(Refused::Store(failure.error.clone()))
        };
        let _ = waiting.answer.send(answered);
    }
}

/// Nothing was kept.
struct Failure {
    has_begun: bool,
    error: StoreError,
}

/// One transaction over a group. A panic in it is a failure like any other.
async fn take<S: Store>(store: &S, group: &[Waiting]) -> Result<Vec<Answered>, Failure> {
    let mut batch = match Batch::begin(store, now_ms()).await {
        Ok(batch) => batch,
        Err(error) => {
            return Err(Failure {
                has_begun: false,
                error,
            });
        }
    };
    let taking = async {
        foresee(&mut batch, group).await?;
        let mut answers = Vec::with_capacity(group.len());
        for waiting in group {
            answers.push(take_parcel(&mut batch, &waiting.parcel).await?);
        }
        batch.finish().await?;
        Ok(answers)
    };
    let taken = AssertUnwindSafe(taking).catch_unwind().await;
    let failed = || Err(StoreError("a delivery could not be taken".to_owned()));
    taken.unwrap_or_else(|_| failed()).map_err(|error| Failure {
        has_begun: true,
        error,
    })
}

/// All that the group will ask, asked at once.
async fn foresee<W: Write>(batch: &mut Batch<W>, group: &[Waiting]) -> Outcome<()> {
    let changes = group.iter().flat_map(|waiting| &waiting.parcel.changes);
    let ids: Vec<_> = changes.clone().map(|delivered| delivered.label.id).collect();
    let mut records: Vec<_> = changes
        .filter_map(|delivered| delivered.read.as_ref().ok())
        .flat_map(|change| change.action.touches())
        .collect();
    records.sort_unstable();
    records.dedup();
    let devices: Vec<_> = group
        .iter()
        .map(|waiting| waiting.parcel.visitor.device)
        .collect();
    batch.write().foresee(&ids, &records, &devices).await
}

async fn take_parcel<W: Write>(batch: &mut Batch<W>, parcel: &Parcel) -> Outcome<Answered> {
    let visitor = &parcel.visitor;
    // Nobody takes part in the work any more whose access ended: what they did is kept for somebody to look at.
    let is_revoked = visitor.revoked || batch.is_revoked(visitor.device).await?;
    // What a revoked device holds is kept whatever it was answered before.
    if !is_revoked && !batch.has_seen(visitor.device, parcel.after).await? {
        return Ok(Err(Refused::EarlierMissing));
    }
    let mut answers = Vec::with_capacity(parcel.changes.len());
    for delivered in &parcel.changes {
        let text = || std::str::from_utf8(&delivered.text).unwrap_or_default();
        let label = &delivered.label;
        let answer = match &delivered.read {
            _ if is_revoked => batch.take_aside(label, "device_revoked", text()).await?,
            Ok(change) => batch.take(change, &visitor.author).await?,
            Err(reason) => batch.take_aside(label, reason, text()).await?,
        };
        answers.push(PushedAnswer {
            change: label.id,
            answer,
        });
    }
    Ok(Ok(answers))
}
