// SPDX-License-Identifier: AGPL-3.0-or-later
//! The archive.
use super::{
    faults::{NOT_A_KEEPER, NOT_FOUND, STILL_FOLLOWED},
    route::{Access, Answer, Body, Method, Route, Tag},
};
use crate::http::archive;
use axum::routing::on;
use schemars::SchemaGenerator;
use soglia_domain::record::Key;
use soglia_sync::wire::{KnownArchive, Reopening, ToArchive};

pub(super) static ROUTES: [Route; 3] = [
    Route {
        method: Method::Get,
        path: "/archive",
        name: "list-archive",
        tag: Tag::Records,
        summary: "Which households rest in the archive",
        says: "Under other names, and without their people. For social workers and who coordinates.",
        access: Access::SignedIn,
        parts: &[],
        query: None,
        body: Body::None,
        answer: Answer::Json(SchemaGenerator::subschema_for::<KnownArchive>),
        faults: &[NOT_A_KEEPER],
        handler: |method| on(method, archive::list),
    },
    Route {
        method: Method::Post,
        path: "/archive",
        name: "archive",
        tag: Tag::Records,
        summary: "Put a household into the archive",
        says: "While nothing of it goes on. From then on it is in nobody's sight, on no device after its next contact, and \
               cannot be written to. For social workers and who coordinates.",
        access: Access::SignedIn,
        parts: &[],
        query: None,
        body: Body::Json(SchemaGenerator::subschema_for::<ToArchive>),
        answer: Answer::Nothing,
        faults: &[NOT_FOUND, NOT_A_KEEPER, STILL_FOLLOWED],
        handler: |method| on(method, archive::put_in),
    },
    Route {
        method: Method::Put,
        path: "/archive/{key}",
        name: "reopen",
        tag: Tag::Records,
        summary: "Take a household out of the archive",
        says: "With a reason, which stands in the audit. For social workers and who coordinates.",
        access: Access::SignedIn,
        parts: &[("key", SchemaGenerator::subschema_for::<Key>, "The household.")],
        query: None,
        body: Body::Json(SchemaGenerator::subschema_for::<Reopening>),
        answer: Answer::Nothing,
        faults: &[NOT_FOUND, NOT_A_KEEPER],
        handler: |method| on(method, archive::take_out),
    },
];
