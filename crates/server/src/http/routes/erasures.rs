// SPDX-License-Identifier: AGPL-3.0-or-later
//! Erasing households.
use super::{
    faults::{
        ACT_MISSING, ASKED_BEFORE, ASKED_BY_YOU, NOT_A_KEEPER, NOT_AN_AUDITOR, NOT_FOUND, STILL_FOLLOWED,
    },
    route::{Access, Answer, Body, Method, Route, Tag},
};
use crate::http::erasures;
use axum::routing::on;
use schemars::SchemaGenerator;
use soglia_domain::record::Key;
use soglia_sync::wire::{AskErasure, DecideErasure, KnownErasures};

pub(super) static ROUTES: [Route; 3] = [
    Route {
        method: Method::Get,
        path: "/erasures",
        name: "list-erasures",
        tag: Tag::Audit,
        summary: "Which households are to be erased, and what became of it",
        says: "For auditors, and for who keeps the archive.",
        access: Access::SignedIn,
        parts: &[],
        query: None,
        body: Body::None,
        answer: Answer::Json(SchemaGenerator::subschema_for::<KnownErasures>),
        faults: &[NOT_A_KEEPER],
        handler: |method| on(method, erasures::list),
    },
    Route {
        method: Method::Post,
        path: "/erasures",
        name: "ask-erasure",
        tag: Tag::Audit,
        summary: "Ask to erase a household",
        says: "With the act that allows it, while nothing of the household goes on. For social workers and who coordinates;                somebody else decides.",
        access: Access::SignedIn,
        parts: &[],
        query: None,
        body: Body::Json(SchemaGenerator::subschema_for::<AskErasure>),
        answer: Answer::Nothing,
        faults: &[NOT_FOUND, NOT_A_KEEPER, ACT_MISSING, STILL_FOLLOWED, ASKED_BEFORE],
        handler: |method| on(method, erasures::ask),
    },
    Route {
        method: Method::Put,
        path: "/erasures/{key}",
        name: "decide-erasure",
        tag: Tag::Audit,
        summary: "Erase a household, or leave it as it is",
        says: "When it is answered everything about the household is gone: records, what the log says of them, images, and                what deleted rows left in the files. For auditors.",
        access: Access::SignedIn,
        parts: &[("key", SchemaGenerator::subschema_for::<Key>, "The household.")],
        query: None,
        body: Body::Json(SchemaGenerator::subschema_for::<DecideErasure>),
        answer: Answer::Nothing,
        faults: &[NOT_FOUND, NOT_AN_AUDITOR, ASKED_BY_YOU, STILL_FOLLOWED],
        handler: |method| on(method, erasures::decide),
    },
];
