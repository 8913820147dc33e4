// SPDX-License-Identifier: AGPL-3.0-or-later
//! The server as the network sees it.
mod blobs;
mod body;
mod changes;
pub(crate) mod devices;
mod encoding;
mod events;
mod files;
mod guard;
mod history;
mod imports;
mod problem;
mod records;
mod session;

use crate::{
    blobs::Blobs,
    clock::now_ms,
    committer::Committer,
    store::{Backend, News},
    throttle::Throttle,
};
use axum::{
    Json, Router,
    extract::DefaultBodyLimit,
    middleware,
    routing::{delete, get, post, put},
};
use problem::Problem;
use serde_json::{Value, json};
use std::{path::PathBuf, sync::Arc};

/// What every request may need.
pub(crate) struct App {
    /// Records, changes, people.
    pub(crate) store: Backend,
    /// Takes what devices deliver.
    pub(crate) committer: Committer,
    /// Photos.
    pub(crate) blobs: Blobs,
    /// Who listens for what is new.
    pub(crate) streams: events::Streams,
    /// The built client.
    pub(crate) dist: PathBuf,
    /// Who guessed passwords lately.
    pub(crate) throttle: Throttle,
    /// Hashing a password takes 19 MiB and a core: two at a time.
    pub(crate) hashing: tokio::sync::Semaphore,
}

impl App {
    /// The server on a store and a built client.
    pub(crate) fn new(store: Backend, news: News, blobs: Blobs, dist: PathBuf) -> Arc<Self> {
        Arc::new(Self {
            committer: Committer::start(store.clone()),
            store,
            blobs,
            streams: events::Streams::new(news),
            dist,
            throttle: Throttle::default(),
            hashing: tokio::sync::Semaphore::new(2),
        })
    }
}

/// All addresses.
pub(crate) fn router(app: Arc<App>) -> Router {
    let api = Router::new()
        .route("/status", get(status))
        .route(
            "/session",
            get(session::show)
                .post(session::sign_in)
                .delete(session::sign_out),
        )
        .route("/changes", post(changes::push_changes))
        .route("/events", get(events::tell_news))
        .route("/dwelling-imports", post(imports::import_dwellings))
        .route("/records", get(records::pull_records))
        .route("/devices", get(devices::list_devices))
        .route("/devices/{device}", delete(devices::revoke_device))
        .route("/devices/{device}/wiped", post(devices::note_wiped))
        .route("/blobs", post(blobs::announce))
        .route("/blobs/{sha256}", get(blobs::show))
        .route("/blobs/{sha256}/parts/{n}", put(blobs::take_part))
        .route("/records/{key}/history", get(history::show_history))
        .fallback(|| async { Problem::not_found("there is nothing at this address") })
        .method_not_allowed_fallback(|| async { Problem::method_not_allowed() })
        .layer(middleware::from_fn(guard::same_origin))
        // Each handler reads its body itself, up to its own limit.
        .layer(DefaultBodyLimit::disable());
    Router::new()
        .nest("/api", api)
        .fallback(files::serve)
        .layer(middleware::from_fn(guard::catch_panic))
        .layer(middleware::from_fn(guard::set_headers))
        .with_state(app)
}

async fn status() -> Json<Value> {
    Json(json!({ "name": "Soglia", "version": env!("CARGO_PKG_VERSION"), "server_ms": now_ms() }))
}
