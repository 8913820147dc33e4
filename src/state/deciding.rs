// SPDX-License-Identifier: AGPL-3.0-or-later
//! Deciding what a person does knows every room, and travels in a part of the client of its own: a household is on the screen
//! without it. It is asked for as soon as the store is open.
use crate::device::indexeddb::IndexedDb;
use soglia_domain::{action::Action, id::ChangeId};
use soglia_sync::replica::{ActTrouble, Acted, Changed, Replica};
use std::pin::Pin;
use uuid::Uuid;

type Store = Replica<IndexedDb>;
type Doing<'a, T> = Pin<Box<dyn Future<Output = Result<T, ActTrouble>> + 'a>>;

/// What needs a decision.
#[derive(Clone, Copy)]
pub(super) struct Deciding {
    /// [`Replica::act`].
    pub(super) act: for<'a> fn(&'a mut Store, Action, ChangeId, i64) -> Doing<'a, Acted>,
    /// [`Replica::resend`].
    pub(super) resend: for<'a> fn(&'a mut Store, ChangeId, i64) -> Doing<'a, Changed>,
}

/// The part could not be fetched.
pub(super) struct NotFetched;

#[cfg(feature = "parts")]
impl From<wasm_split_helpers::SplitLoaderError> for NotFetched {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        // The script that fetches parts has told the console why.
        Self
    }
}

#[cfg(feature = "parts")]
#[wasm_split_helpers::wasm_split(deciding, fallible)]
pub(super) fn deciding() -> Result<Deciding, NotFetched> {
    Ok(Deciding { act, resend })
}

// Everything is one module then, and nothing has to be waited for.
#[cfg(not(feature = "parts"))]
pub(super) async fn deciding() -> Result<Deciding, NotFetched> {
    Ok(Deciding { act, resend })
}

fn act(store: &mut Store, action: Action, id: ChangeId, now_ms: i64) -> Doing<'_, Acted> {
    Box::pin(store.act(action, id, now_ms))
}

fn resend(store: &mut Store, id: ChangeId, now_ms: i64) -> Doing<'_, Changed> {
    Box::pin(store.resend(id, now_ms, || ChangeId(Uuid::now_v7())))
}
