// SPDX-License-Identifier: AGPL-3.0-or-later
//! What every request may need.
use super::{guessed::Guessed, log::Log, streams::Streams};
use crate::{
    blobs::Blobs,
    client::Client,
    committer::Committer,
    metrics::Metrics,
    patience::Patience,
    provider::Provider,
    secret,
    store::{Backend, News},
    throttle::Throttle,
};
use soglia_domain::author::Role;
use soglia_wording::Body;
use std::sync::Arc;

/// How the server was told to serve.
pub(crate) struct Settings {
    /// The built client.
    pub(crate) client: Client,
    /// Roles that need a second factor.
    pub(crate) factor_for: Vec<Role>,
    /// How long it waits for who is slow.
    pub(crate) patience: Patience,
    /// Whether what a proxy says of the client is believed.
    pub(crate) is_behind_proxy: bool,
    /// The token for metrics.
    pub(crate) metrics_token: Option<String>,
    /// Which lines are written about requests.
    pub(crate) log: Log,
    /// Who answers for the data.
    pub(crate) body: Body,
    /// The identity provider of the City.
    pub(crate) provider: Option<Provider>,
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
    pub(crate) client: Client,
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
    /// Whether what a proxy says of the client is believed.
    pub(crate) is_behind_proxy: bool,
    /// The hash of the token for metrics.
    pub(crate) metrics_token: Option<String>,
    /// Which lines are written about requests.
    pub(crate) log: Log,
    /// Who answers for the data.
    pub(crate) body: Body,
    /// The identity provider of the City.
    pub(crate) provider: Option<Provider>,
    /// What is counted.
    pub(crate) metrics: Metrics,
    /// What each address guessed.
    pub(crate) guessed: Guessed,
}

impl App {
    /// The server on a store, as it was told to serve.
    pub(crate) fn new(store: Backend, news: News, blobs: Blobs, settings: Settings) -> Arc<Self> {
        let Settings {
            client,
            factor_for,
            patience,
            is_behind_proxy,
            metrics_token,
            log,
            body,
            provider,
        } = settings;
        Arc::new(Self {
            committer: Committer::start(store.clone()),
            store,
            blobs,
            streams: Streams::new(news),
            client,
            throttle: Throttle::default(),
            calendars: Throttle::default(),
            hashing: tokio::sync::Semaphore::new(2),
            factor_for,
            patience,
            is_behind_proxy,
            metrics_token: metrics_token.as_deref().map(secret::token_hash),
            log,
            body,
            provider,
            metrics: Metrics::default(),
            guessed: Guessed::default(),
        })
    }
}
