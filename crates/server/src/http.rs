// SPDX-License-Identifier: AGPL-3.0-or-later
//! The server as the network sees it.
mod accounts;
mod address;
mod app;
mod archive;
mod audit;
mod blobs;
mod body;
mod calendars;
mod caller;
mod changes;
mod cookie;
pub(crate) mod devices;
mod document;
mod encoding;
mod erasures;
mod events;
mod everything;
mod factors;
mod files;
mod guard;
mod guessed;
mod history;
mod imports;
mod linked_codes;
mod log;
mod metrics;
mod noted;
mod observed;
mod openapi;
mod password;
mod patient;
mod problem;
mod provider;
mod records;
mod routes;
mod second_step;
mod seen;
mod session;
mod sessions;
mod shared;
mod status;
mod strangers;
mod streams;

pub(crate) use app::{App, Settings};
pub(crate) use log::Log;

use axum::{Extension, Router, extract::DefaultBodyLimit, middleware};
use document::Description;
use problem::Problem;
use std::sync::Arc;

/// All addresses.
pub(crate) fn router(app: Arc<App>) -> Router {
    let described = routes::all().fold(Router::new(), |router, route| {
        router.route(route.path, route.handler())
    });
    let api = described
        .fallback(|| async { Problem::not_found("there is nothing at this address") })
        .method_not_allowed_fallback(|| async { Problem::method_not_allowed() })
        .layer(Extension(Description(openapi::text)))
        .layer(middleware::from_fn_with_state(Arc::clone(&app), noted::refused))
        .layer(middleware::from_fn(guard::no_pages))
        .layer(middleware::from_fn(guard::same_origin))
        .layer(middleware::from_fn_with_state(
            Arc::clone(&app),
            patient::wait_for_body,
        ))
        // Each handler reads its body itself, up to its own limit.
        .layer(DefaultBodyLimit::disable());
    Router::new()
        .nest("/api", api)
        .fallback(files::serve)
        .layer(middleware::from_fn_with_state(
            Arc::clone(&app),
            strangers::hold_up,
        ))
        .layer(middleware::from_fn(guard::catch_panic))
        .layer(middleware::from_fn(guard::set_headers))
        .layer(middleware::from_fn_with_state(
            Arc::clone(&app),
            observed::observe,
        ))
        .layer(middleware::from_fn_with_state(Arc::clone(&app), caller::tell))
        .with_state(app)
}
