// SPDX-License-Identifier: AGPL-3.0-or-later
//! The server: the real ledger over its store in memory, with the checks that stand before it.
use crate::{
    network::{Request, Response},
    oracle::beyond_the_reader,
};
use futures::executor::block_on;
use serde::Deserialize;
use serde_json::value::RawValue;
use soglia_domain::id::{ChangeId, DeviceId};
use soglia_ledger::{
    memory::MemoryStore,
    pull::{Asked, PullTrouble, pull},
    push::{Batch, Label, check_order, read_change},
    store::{People, StoreError, Visitor},
};
use soglia_sync::{
    change::DEVICE_REVOKED,
    transport::{PullRequest, TransportTrouble},
    wire::{Pushed, PushedAnswer},
};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
};

/// The server.
#[derive(Default)]
pub(crate) struct Server {
    pub(crate) store: MemoryStore,
    pub(crate) now_ms: Cell<i64>,
    /// Which device brought a change that was accepted: another one than made it, where work was carried.
    pub(crate) brought_by: RefCell<BTreeMap<ChangeId, DeviceId>>,
    /// What must not happen and did.
    pub(crate) broken: RefCell<Option<String>>,
}

#[derive(Deserialize)]
struct Parcel<'a> {
    #[serde(default)]
    after: u64,
    #[serde(borrow)]
    changes: Vec<&'a RawValue>,
}

/// The store stops in the middle of a commit when the play says so.
const CRASHED: &str = "the store went away";

impl Server {
    pub(crate) fn answer(&self, from: DeviceId, request: &Request) -> Response {
        let visitor = match block_on(self.store.session(&from.to_string(), self.now_ms.get())) {
            Ok(Some(visitor)) => visitor,
            _ => return Err(TransportTrouble::SignedOut),
        };
        match request {
            Request::Push(body) => block_on(self.push(&visitor, body)),
            Request::Pull(_) if visitor.revoked => Err(TransportTrouble::Revoked),
            Request::Pull(request) => block_on(self.pull(&visitor, request)),
        }
    }

    fn failed(&self, error: &StoreError) -> TransportTrouble {
        if error.0 != CRASHED {
            self.broken.replace(Some(format!("the store failed: {error}")));
        }
        TransportTrouble::Server { status: 500 }
    }

    fn misused(&self, what: &str) -> TransportTrouble {
        self.broken.replace(Some(what.to_owned()));
        TransportTrouble::Server { status: 400 }
    }

    async fn push(&self, visitor: &Visitor, body: &[u8]) -> Response {
        let Ok(parcel) = serde_json::from_slice::<Parcel<'_>>(body) else {
            return Err(self.misused("a push cannot be read"));
        };
        let mut labels = Vec::with_capacity(parcel.changes.len());
        for raw in &parcel.changes {
            match serde_json::from_str::<Label>(raw.get()) {
                Ok(label) => labels.push(label),
                Err(_) => return Err(self.misused("a change has no label")),
            }
        }
        for label in &labels {
            let person = visitor.author.person;
            let owns = self.store.owns_device(label.device, person).await;
            if label.author != person || !owns.map_err(|error| self.failed(&error))? {
                // A restored server may not know a device that signed in since.
                return Err(TransportTrouble::NotYourDevice);
            }
        }
        if check_order(&labels).is_err() {
            return Err(self.misused("the changes of a device are out of order"));
        }
        self.take(visitor, &parcel, labels)
            .await
            .map_err(|error| self.failed(&error))?
    }

    async fn take(
        &self,
        visitor: &Visitor,
        parcel: &Parcel<'_>,
        labels: Vec<Label>,
    ) -> Result<Response, StoreError> {
        let mut batch = Batch::begin(&self.store, self.now_ms.get()).await?;
        let is_revoked = batch.is_revoked(visitor.device).await?;
        if !is_revoked && !batch.has_seen(visitor.device, parcel.after).await? {
            return Ok(Err(TransportTrouble::EarlierChangesMissing));
        }
        let mut answers = Vec::with_capacity(labels.len());
        for (raw, label) in parcel.changes.iter().zip(labels) {
            let answer = if is_revoked {
                batch.take_aside(&label, DEVICE_REVOKED, raw.get()).await?
            } else {
                match read_change(raw.get()) {
                    Ok(change) => batch.take(&change, &visitor.author).await?,
                    Err(reason) => batch.take_aside(&label, &reason, raw.get()).await?,
                }
            };
            let change = label.id;
            // One that was accepted before stays with who brought it then, unless the server lost it.
            if answer.position().is_some() && self.store.answer(change).is_none() {
                self.brought_by.borrow_mut().insert(change, visitor.device);
            }
            answers.push(PushedAnswer { change, answer });
        }
        batch.finish().await?;
        Ok(Ok(serde_json::to_vec(&Pushed { answers })?))
    }

    async fn pull(&self, visitor: &Visitor, request: &PullRequest) -> Response {
        let asked = Asked {
            since: request.since,
            // Small pages, so that a snapshot has several.
            most: 10,
            scope: request.scope.clone(),
        };
        let given = match pull(&self.store, visitor, &asked).await {
            Ok(given) => given,
            Err(PullTrouble::CursorAhead) => return Err(TransportTrouble::CursorAhead),
            Err(PullTrouble::Store(error)) => return Err(self.failed(&error)),
        };
        let page = given.page;
        match beyond_the_reader(&self.store, &visitor.author, &page).await {
            Ok(None) => {}
            Ok(Some(what)) => return Err(self.misused(&what)),
            Err(error) => return Err(self.failed(&error)),
        }
        let removed = serde_json::to_string(&page.removed).unwrap_or_default();
        let bodies: Vec<&str> = page.bodies.iter().map(|body| body.text.as_str()).collect();
        let (records, cursor, more) = (bodies.join(","), page.cursor.0, page.more);
        let (scope, reset, server_ms) = (given.scope, given.reset, self.now_ms.get());
        let text = format!(
            r#"{{"records":[{records}],"removed":{removed},"cursor":{cursor},"more":{more},"scope":"{scope}","reset":{reset},"server_ms":{server_ms}}}"#
        );
        Ok(text.into_bytes())
    }
}
