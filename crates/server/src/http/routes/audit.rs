// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who looked at what.
use super::{
    faults::{NOT_AN_AUDITOR, NOT_FOUND, TOO_MANY_READS},
    route::{Access, Answer, Body, Method, Route, Tag},
};
use crate::http::audit;
use axum::routing::on;
use schemars::{JsonSchema as _, SchemaGenerator};
use soglia_domain::record::Key;
use soglia_sync::wire::{AuditedLines, Readers, Reads};

pub(super) static ROUTES: [Route; 4] = [
    Route {
        method: Method::Get,
        path: "/audit",
        name: "list-audit",
        tag: Tag::Audit,
        summary: "Who did what, the newest first",
        says: "For auditors. Asking for it is a line of its own.",
        access: Access::SignedIn,
        parts: &[],
        query: Some(audit::Wanted::json_schema),
        body: Body::None,
        answer: Answer::Json(SchemaGenerator::subschema_for::<AuditedLines>),
        faults: &[NOT_AN_AUDITOR],
        handler: |method| on(method, audit::list),
    },
    Route {
        method: Method::Get,
        path: "/audit.csv",
        name: "export-audit",
        tag: Tag::Audit,
        summary: "The same as a file",
        says: "Separated by semicolons, moments in UTC; at most 100,000 lines. For auditors.",
        access: Access::SignedIn,
        parts: &[],
        query: Some(audit::Wanted::json_schema),
        body: Body::None,
        answer: Answer::Text("text/csv"),
        faults: &[NOT_AN_AUDITOR],
        handler: |method| on(method, audit::file),
    },
    Route {
        method: Method::Post,
        path: "/reads",
        name: "tell-reads",
        tag: Tag::Audit,
        summary: "Which records were opened on the screen of this device",
        says: "Also without a network: the device tells them at its next contact.",
        access: Access::SignedIn,
        parts: &[],
        query: None,
        body: Body::Json(SchemaGenerator::subschema_for::<Reads>),
        answer: Answer::Nothing,
        faults: &[TOO_MANY_READS],
        handler: |method| on(method, audit::take_reads),
    },
    Route {
        method: Method::Get,
        path: "/records/{key}/readers",
        name: "list-readers",
        tag: Tag::Audit,
        summary: "Who opened a record",
        says: "Told to those of the departments who see it, and to auditors.",
        access: Access::SignedIn,
        parts: &[("key", SchemaGenerator::subschema_for::<Key>, "The record.")],
        query: None,
        body: Body::None,
        answer: Answer::Json(SchemaGenerator::subschema_for::<Readers>),
        faults: &[NOT_FOUND],
        handler: |method| on(method, audit::readers),
    },
];
