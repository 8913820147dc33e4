// SPDX-License-Identifier: AGPL-3.0-or-later
//! How the provider describes itself, with the keys by which it signs: kept for an hour, and fetched anew before that when it
//! signs by a key that is not known yet.
use super::{asking::Line, trouble::Trouble};
use openidconnect::{DiscoveryError, IssuerUrl, core::CoreProviderMetadata};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::sync::Mutex;

/// So long what is known is taken for true.
const KEPT: Duration = Duration::from_secs(3_600);

/// After a failure nobody waits for the next one so soon.
const PAUSE: Duration = Duration::from_secs(5);

/// Within [`SPAN`] unknown keys make the server fetch so many times: anybody may send a browser back with nonsense.
const MOST_RENEWALS: usize = 5;

/// The span in which renewals are counted.
const SPAN: Duration = Duration::from_secs(600);

/// What is known.
#[derive(Default)]
pub(super) struct Keys {
    inside: Mutex<Inside>,
}

#[derive(Default)]
struct Inside {
    known: Option<(Arc<CoreProviderMetadata>, Instant)>,
    failed: Option<(Trouble, Instant)>,
    renewals: Vec<Instant>,
}

impl Keys {
    /// What is known; fetched where it is too old.
    pub(super) async fn known(
        &self,
        issuer: &IssuerUrl,
        line: &Line,
    ) -> Result<Arc<CoreProviderMetadata>, Trouble> {
        let mut inside = self.inside.lock().await;
        match &inside.known {
            Some((known, at)) if at.elapsed() < KEPT => Ok(Arc::clone(known)),
            _ => inside.fetch(issuer, line).await,
        }
    }

    /// Fetched anew, unless that was done too often.
    pub(super) async fn renewed(
        &self,
        issuer: &IssuerUrl,
        line: &Line,
    ) -> Result<Arc<CoreProviderMetadata>, Trouble> {
        let mut inside = self.inside.lock().await;
        inside.renewals.retain(|at| at.elapsed() < SPAN);
        if inside.renewals.len() >= MOST_RENEWALS {
            return Err(Trouble::Answer("it signs by keys that it does not show"));
        }
        inside.renewals.push(Instant::now());
        inside.fetch(issuer, line).await
    }
}

impl Inside {
    async fn fetch(&mut self, issuer: &IssuerUrl, line: &Line) -> Result<Arc<CoreProviderMetadata>, Trouble> {
        if let Some((trouble, at)) = self.failed
            && at.elapsed() < PAUSE
        {
            return Err(trouble);
        }
        match CoreProviderMetadata::discover_async(issuer.clone(), line).await {
            Ok(metadata) => {
                let metadata = Arc::new(metadata);
                self.known = Some((Arc::clone(&metadata), Instant::now()));
                self.failed = None;
                Ok(metadata)
            }
            Err(error) => {
                let trouble = match error {
                    DiscoveryError::Request(unanswered) => unanswered.into(),
                    DiscoveryError::Response(status, ..) if status.is_server_error() => Trouble::Unreachable,
                    DiscoveryError::Validation(_) => Trouble::Answer("it calls itself by another address"),
                    _ => Trouble::Answer("how it describes itself does not read"),
                };
                self.failed = Some((trouble, Instant::now()));
                Err(trouble)
            }
        }
    }
}
