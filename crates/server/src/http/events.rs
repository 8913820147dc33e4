// SPDX-License-Identifier: AGPL-3.0-or-later
//! `GET /api/events`: a device hears that something new was accepted, or that it was revoked. Devices poll behind it.
use super::{app::App, cookie::token, problem::Problem, session::SignedIn};
use crate::{clock::now_ms, secret, store::Latest};
use axum::{
    extract::State,
    http::{HeaderMap, HeaderName},
    response::{
        IntoResponse, Response,
        sse::{Event, Sse},
    },
};
use futures_util::{Stream, stream};
use soglia_domain::id::DeviceId;
use soglia_ledger::store::People;
use std::{convert::Infallible, sync::Arc, time::Duration};
use tokio::{
    sync::{oneshot, watch},
    time::{Instant, sleep_until},
};

/// A line is sent at least this often, so that nothing on the way takes the stream for dead. The session is looked up
/// then, too: one that has ended hears nothing more.
const BREATH: Duration = Duration::from_secs(25);

/// Heads are told at most this often: while many deliver, a device need not ask after each of them.
const APART: Duration = Duration::from_millis(250);

/// A browser that loses the stream comes back after this long.
const RETRY: Duration = Duration::from_secs(5);

/// Opens the stream.
pub(super) async fn tell_news(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let token = token(&headers).ok_or_else(Problem::signed_out)?;
    let session = secret::token_hash(token);
    let (number, make_room) = app.streams.open(visitor.device);
    let listener = Listener {
        news: app.streams.news.listen(),
        stopping: app.streams.stopping.subscribe(),
        make_room,
        session,
        device: visitor.device,
        number,
        told: None,
        not_before: Instant::now(),
        app,
    };
    let unbuffered = [(HeaderName::from_static("x-accel-buffering"), "no")];
    Ok((unbuffered, Sse::new(listener.events())).into_response())
}

struct Listener {
    app: Arc<App>,
    news: watch::Receiver<Latest>,
    stopping: watch::Receiver<bool>,
    make_room: oneshot::Receiver<()>,
    session: String,
    device: DeviceId,
    number: u64,
    /// What the device heard last; none before the first line.
    told: Option<Latest>,
    not_before: Instant,
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.app.streams.close(self.device, self.number);
    }
}

/// Whether the one who listens may go on.
enum Standing {
    Good,
    Revoked,
    Over,
}

impl Listener {
    fn events(self) -> impl Stream<Item = Result<Event, Infallible>> {
        stream::unfold(Some(self), |listener| async {
            let mut listener = listener?;
            match listener.next().await {
                Some((event, Standing::Good)) => Some((Ok(event), Some(listener))),
                Some((event, _)) => Some((Ok(event), None)),
                None => None,
            }
        })
    }

    async fn next(&mut self) -> Option<(Event, Standing)> {
        let breath = Instant::now() + BREATH;
        loop {
            if self.told.is_some() && !self.wait(breath).await? {
                return self.stand(Event::default().comment("")).await;
            }
            let latest = *self.news.borrow_and_update();
            let told = self.told.replace(latest);
            // Looked up only where it may have changed: many listen, and each change is news to all of them.
            if told.is_some_and(|told| told.n_revocations != latest.n_revocations)
                && let Standing::Revoked | Standing::Over = self.standing().await
            {
                return self.stand(Event::default()).await;
            }
            if told.is_none_or(|told| told.head < latest.head) {
                self.not_before = Instant::now() + APART;
                let event = Event::default().event("head").retry(RETRY);
                let place = format!("{{\"position\":{}}}", latest.head.0);
                return Some((event.data(place), Standing::Good));
            }
        }
    }

    /// Waits until there may be news: true; false when it is time to breathe. None when the stream ends.
    async fn wait(&mut self, breath: Instant) -> Option<bool> {
        let (not_before, news) = (self.not_before, &mut self.news);
        let changed = async {
            sleep_until(not_before).await;
            news.changed().await
        };
        tokio::select! {
            changed = changed => changed.ok().map(|()| true),
            _ = self.stopping.wait_for(|stopping| *stopping) => None,
            _ = &mut self.make_room => None,
            () = sleep_until(breath) => Some(false),
        }
    }

    /// What a device in good standing hears; a revoked one hears that it is.
    async fn stand(&self, event: Event) -> Option<(Event, Standing)> {
        match self.standing().await {
            Standing::Good => Some((event, Standing::Good)),
            Standing::Revoked => Some((Event::default().event("revoked").data("{}"), Standing::Revoked)),
            Standing::Over => None,
        }
    }

    async fn standing(&self) -> Standing {
        match self.app.store.session(&self.session, now_ms()).await {
            Ok(Some(visitor)) if visitor.revoked => Standing::Revoked,
            Ok(Some(_)) => Standing::Good,
            // A store that cannot answer is no reason to send a device away, but a stream it cannot vouch for ends.
            Ok(None) | Err(_) => Standing::Over,
        }
    }
}
