// SPDX-License-Identifier: AGPL-3.0-or-later
//! A body that does not come on ends: whoever sends a byte now and then would hold a request open for days.
use super::app::App;
use axum::{
    body::{Body, Bytes, HttpBody as _},
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use futures_util::{Stream, StreamExt as _, stream};
use std::{error::Error, fmt, sync::Arc, time::Duration};
use tokio::time::{Instant, timeout_at};

/// So many bytes have to come within the patience with a body, unless it ends before. A line slower than this carries nothing.
const SOME: usize = 4_096;

/// Why the rest of a body was not waited for.
#[derive(Debug)]
pub(super) struct Stalled;

impl Stalled {
    /// Whether reading a body ended for this reason.
    pub(super) fn is_behind(error: &axum::Error) -> bool {
        let mut reason: Option<&(dyn Error + 'static)> = Some(error);
        while let Some(error) = reason {
            if error.is::<Self>() {
                return true;
            }
            reason = error.source();
        }
        false
    }
}

impl fmt::Display for Stalled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the body did not come on")
    }
}

impl Error for Stalled {}

/// Lets the body of a request end when it does not come on.
pub(super) async fn wait_for_body(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    if request.body().is_end_stream() {
        return next.run(request).await;
    }
    let patience = app.patience.body;
    next.run(request.map(|body| Body::from_stream(coming(body, patience))))
        .await
}

fn coming(body: Body, patience: Duration) -> impl Stream<Item = Result<Bytes, axum::Error>> {
    let coming = Coming {
        chunks: body.into_data_stream(),
        patience,
        until: None,
        n_since: 0,
    };
    stream::unfold(Some(coming), |coming| async {
        let mut coming = coming?;
        match coming.next().await? {
            Ok(chunk) => Some((Ok(chunk), Some(coming))),
            Err(error) => Some((Err(error), None)),
        }
    })
}

struct Coming {
    chunks: axum::body::BodyDataStream,
    patience: Duration,
    /// Until when some has to come; none before it was asked for.
    until: Option<Instant>,
    /// Bytes that came since that moment was set.
    n_since: usize,
}

impl Coming {
    async fn next(&mut self) -> Option<Result<Bytes, axum::Error>> {
        let until = *self.until.get_or_insert_with(|| Instant::now() + self.patience);
        match timeout_at(until, self.chunks.next()).await {
            Ok(Some(Ok(chunk))) => {
                self.n_since += chunk.len();
                if self.n_since >= SOME {
                    self.n_since = 0;
                    self.until = None;
                }
                Some(Ok(chunk))
            }
            Ok(ended) => ended,
            Err(_) => Some(Err(axum::Error::new(Stalled))),
        }
    }
}
