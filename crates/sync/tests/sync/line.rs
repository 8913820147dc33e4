// SPDX-License-Identifier: AGPL-3.0-or-later
//! The way of one device to the server: the checks that stand before the ledger, and what goes wrong.
use crate::server::{Server, Weather};
use serde::Deserialize;
use serde_json::{Value, value::RawValue};
use soglia_domain::id::{ChangeId, DeviceId};
use soglia_ledger::{
    pull::{Asked, Given, PullTrouble, pull},
    push::{Batch, Label, check_order, read_change},
    store::{People, Visitor},
};
use soglia_sync::{
    change::DEVICE_REVOKED,
    transport::{PullRequest, Transport, TransportTrouble},
    wire::{Push, Pushed, PushedAnswer},
};

/// The way of one device to the server.
#[derive(Clone)]
pub(crate) struct Line {
    server: Server,
    device: DeviceId,
}

#[derive(Deserialize)]
struct Parcel<'a> {
    #[serde(default)]
    after: u64,
    #[serde(borrow)]
    changes: Vec<&'a RawValue>,
}

impl Line {
    pub(crate) fn new(server: &Server, device: DeviceId) -> Self {
        let server = server.clone();
        Self { server, device }
    }

    async fn visitor(&self) -> Result<Visitor, TransportTrouble> {
        let token = self.device.to_string();
        let session = self.server.0.store.session(&token, self.server.now_ms()).await;
        session
            .expect("the store works")
            .ok_or(TransportTrouble::SignedOut)
    }

    async fn take(&self, visitor: &Visitor, body: &[u8]) -> Result<Pushed, TransportTrouble> {
        let store = &self.server.0.store;
        let parcel: Parcel = serde_json::from_slice(body).expect("a push can be read");
        let read = parcel.changes.iter().map(|raw| serde_json::from_str(raw.get()));
        let labels: Vec<Label> = read.collect::<Result<_, _>>().expect("each change has a label");
        let person = visitor.author.person;
        for label in &labels {
            let owns = store.owns_device(label.device, person).await;
            if label.author != person || !owns.expect("the store works") {
                return Err(TransportTrouble::NotYourDevice);
            }
        }
        check_order(&labels).expect("a device sends in its order");
        let mut batch = Batch::begin(store, self.server.now_ms())
            .await
            .expect("it begins");
        let is_revoked = batch.is_revoked(visitor.device).await.expect("it answers");
        let has_seen = batch.has_seen(visitor.device, parcel.after).await;
        if !is_revoked && !has_seen.expect("it answers") {
            return Err(TransportTrouble::EarlierChangesMissing);
        }
        let mut answers = Vec::with_capacity(labels.len());
        for (raw, label) in parcel.changes.iter().zip(&labels) {
            let answer = match read_change(raw.get()) {
                _ if is_revoked => batch.take_aside(label, DEVICE_REVOKED, raw.get()).await,
                Ok(change) => batch.take(&change, &visitor.author).await,
                Err(reason) => batch.take_aside(label, &reason, raw.get()).await,
            };
            answers.push(PushedAnswer {
                change: label.id,
                answer: answer.expect("the store works"),
            });
        }
        batch.finish().await.expect("it commits");
        Ok(Pushed { answers })
    }

    /// A page as it travels, with what a newer version wrote into it.
    fn page(&self, given: Given) -> Vec<u8> {
        let content = &self.server.0;
        let added = content.added.borrow();
        let bodies = given.page.bodies.into_iter().map(|body| {
            let mut value: Value = serde_json::from_str(&body.text).expect("a body can be read");
            let of_it = added.iter().filter(|(key, _, _)| *key == body.key);
            let n_added = of_it.clone().count();
            for (_, pointer, new) in of_it {
                let (parent, name) = pointer.rsplit_once('/').expect("a place in the record");
                value.pointer_mut(parent).expect("it is there")[name] = new.clone();
            }
            // What nobody added to stays as the server wrote it, to the letter.
            if n_added > 0 { value.to_string() } else { body.text }
        });
        let mut records: Vec<String> = bodies.collect();
        records.extend(content.newer.take());
        let mut removed = given.page.removed;
        removed.extend(content.newer_removed.take());
        let removed = serde_json::to_string(&removed).expect("keys can be written");
        let text = format!(
            r#"{{"records":[{}],"removed":{removed},"cursor":{},"more":{},"scope":"{}","reset":{},"server_ms":{}}}"#,
            records.join(","),
            given.page.cursor.0,
            given.page.more,
            given.scope,
            given.reset,
            self.server.now_ms(),
        );
        text.into_bytes()
    }
}

impl Transport for Line {
    async fn push(&self, push: &Push) -> Result<Pushed, TransportTrouble> {
        let content = &self.server.0;
        if content.weather.get() == Weather::Down {
            return Err(TransportTrouble::NoNetwork);
        }
        let visitor = self.visitor().await?;
        let is_unreadable = |id: &ChangeId| content.unreadable.borrow().contains(id);
        if push.changes.iter().any(|change| is_unreadable(&change.id)) {
            return Err(TransportTrouble::Server { status: 422 });
        }
        let body = soglia_json::to_vec(push).expect("a push can be written");
        let pushed = self.take(&visitor, &body).await?;
        content.n_pushed.set(content.n_pushed.get() + push.changes.len());
        let happens = content.after_push.take();
        if let Some((role, action)) = happens {
            self.server.office(role, vec![action]).await;
        }
        if content.weather.get() == Weather::AnswersLost {
            return Err(TransportTrouble::NoNetwork);
        }
        let text = serde_json::to_vec(&pushed).expect("answers can be written");
        Pushed::read(&text).map_err(|_| TransportTrouble::NotUnderstood)
    }

    async fn pull(&self, request: &PullRequest) -> Result<Vec<u8>, TransportTrouble> {
        let content = &self.server.0;
        content.asked.borrow_mut().push(request.clone());
        if content.weather.get() != Weather::Fair {
            return Err(TransportTrouble::NoNetwork);
        }
        let visitor = self.visitor().await?;
        if visitor.revoked {
            return Err(TransportTrouble::Revoked);
        }
        if let Some(n_left) = content.pulls_left.get() {
            let Some(n_left) = n_left.checked_sub(1) else {
                return Err(TransportTrouble::NoNetwork);
            };
            content.pulls_left.set(Some(n_left));
        }
        let asked = Asked {
            since: request.since,
            most: u32::try_from(request.most).expect("a page is small"),
            scope: request.scope.clone(),
        };
        match pull(&content.store, &visitor, &asked).await {
            Ok(given) => Ok(self.page(given)),
            Err(PullTrouble::CursorAhead) => Err(TransportTrouble::CursorAhead),
            Err(PullTrouble::Store(error)) => panic!("the store failed: {error}"),
        }
    }
}
