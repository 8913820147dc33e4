// SPDX-License-Identifier: AGPL-3.0-or-later
//! Deciding what a person does knows every room, and travels in a part of the client of its own: a household is on the screen
//! without it. It is asked for as soon as the store is open.
use crate::{device::indexeddb::IndexedDb, fetched::NotFetched, text::said};
use soglia_domain::{action::Action, id::ChangeId, record::Key};
use soglia_sync::replica::{ActTrouble, Acted, Changed, Replica};
use std::{cell::Cell, pin::Pin};
use uuid::Uuid;

type Store = Replica<IndexedDb>;
type Doing<'a, T> = Pin<Box<dyn Future<Output = Result<T, ActTrouble>> + 'a>>;

/// What needs a decision.
#[derive(Clone, Copy)]
pub(super) struct Deciding {
    /// [`Replica::act`].
    pub(super) act: for<'a> fn(&'a mut Store, &Action, ChangeId, i64) -> Doing<'a, Acted>,
    /// [`Replica::resend`].
    pub(super) resend: for<'a> fn(&'a mut Store, ChangeId, i64) -> Doing<'a, Changed>,
    touches: fn(&Action) -> Vec<Key>,
}

thread_local! {
    static HERE: Cell<Option<Deciding>> = const { Cell::new(None) };
}

#[cfg(feature = "parts")]
#[wasm_split_helpers::wasm_split(deciding, fallible)]
fn decides() -> Result<Deciding, NotFetched> {
    Ok(Deciding {
        act,
        resend,
        touches: Action::touches,
    })
}

// Everything is one module then, and nothing has to be waited for.
#[cfg(not(feature = "parts"))]
async fn decides() -> Result<Deciding, NotFetched> {
    Ok(Deciding {
        act,
        resend,
        touches: Action::touches,
    })
}

/// What decides, and the words for what it says.
pub(super) async fn deciding() -> Result<Deciding, NotFetched> {
    said::fetch().await?;
    let deciding = decides().await?;
    HERE.set(Some(deciding));
    Ok(deciding)
}

/// The records that an action is about. Whoever holds an action that was done has what decides as well.
pub fn touches(action: &Action) -> Vec<Key> {
    HERE.get()
        .map(|deciding| (deciding.touches)(action))
        .unwrap_or_default()
}

/// What people did shows in words of the part that decides. Where it does not come, what they did shows without them.
pub(super) async fn bring_words(replica: &Store) {
    if !replica.outbox().is_empty() || !replica.deliveries().is_empty() {
        let _ = deciding().await;
    }
}

fn act<'a>(store: &'a mut Store, action: &Action, id: ChangeId, now_ms: i64) -> Doing<'a, Acted> {
    // Copied here and not by whoever asks: copying an action knows every verb.
    Box::pin(store.act(action.clone(), id, now_ms))
}

fn resend(store: &mut Store, id: ChangeId, now_ms: i64) -> Doing<'_, Changed> {
    Box::pin(store.resend(id, now_ms, || ChangeId(Uuid::now_v7())))
}
