// SPDX-License-Identifier: AGPL-3.0-or-later
//! What every request may need.
use super::streams::Streams;
use crate::{
    blobs::Blobs,
    committer::Committer,
    patience::Patience,
    store::{Backend, News},
    throttle::Throttle,
};
use soglia_domain::author::Role;
use std::{path::PathBuf, sync::Arc};

/// How the server was told to serve.
pub(crate) struct Settings {
    /// The built client.
    pub(crate) dist: PathBuf,
    /// Roles that need a second factor.
    pub(crate) factor_for: Vec<Role>,
    /// How long it waits for who is slow.
    pub(crate) patience: Patience,
}

/// What every request may need.
pub(crate) struct App {
    /// Records, changes, people.
    pub(crate) store: Backend,
    /// Takes what devices deliver.
    pub(crate) committer: Committer,
    /// Photos.
    pub(crate) blobs: Blobs,
    /// Who listens for what is new.
    pub(crate) streams: Streams,
    /// The built client.
    pub(crate) dist: PathBuf,
    /// Who guessed passwords lately.
    pub(crate) throttle: Throttle,
    /// Which calendars asked lately, by their person.
    pub(crate) calendars: Throttle,
    /// Hashing a password takes 19 MiB and a core: two at a time.
    pub(crate) hashing: tokio::sync::Semaphore,
    /// Roles that need a second factor.
    pub(crate) factor_for: Vec<Role>,
    /// How long it waits for who is slow.
    pub(crate) patience: Patience,
}

impl App {
    /// The server on a store, as it was told to serve.
    pub(crate) fn new(store: Backend, news: News, blobs: Blobs, settings: Settings) -> Arc<Self> {
        let Settings {
            dist,
            factor_for,
            patience,
        } = settings;
        Arc::new(Self {
            committer: Committer::start(store.clone()),
            store,
            blobs,
            streams: Streams::new(news),
            dist,
            throttle: Throttle::default(),
            calendars: Throttle::default(),
            hashing: tokio::sync::Semaphore::new(2),
            factor_for,
            patience,
        })
    }
}
