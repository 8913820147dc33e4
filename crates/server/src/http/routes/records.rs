// SPDX-License-Identifier: AGPL-3.0-or-later
//! Changes, records, and lists that become records.
use super::{
    faults::{
        COUNTER, CURSOR_AHEAD, EARLIER_MISSING, FACTOR_MISSING, NO_LIST, NOT_FOUND, NOT_YOUR_CHANGE,
        NOT_YOUR_DEVICE, NOT_YOUR_TASK, OUT_OF_ORDER,
    },
    route::{Access, Answer, Body, Method, Route, Tag},
};
use crate::{
    everything::Everything,
    http::{changes, everything, history, imports, records},
};
use axum::routing::on;
use schemars::{JsonSchema, SchemaGenerator};
use soglia_domain::record::Key;
use soglia_sync::wire::{Pulled, Pushed};

pub(super) static ROUTES: [Route; 5] = [
    Route {
        method: Method::Post,
        path: "/changes",
        name: "push-changes",
        tag: Tag::Changes,
        summary: "Deliver what was done on a device",
        says: "At most 1,000 changes, and 4 MB unpacked; may be packed with gzip. One answer for each change, in order.",
        access: Access::SignedInAnywhere,
        parts: &[],
        query: None,
        body: Body::Json(SchemaGenerator::subschema_for::<changes::Parcel<'static>>),
        answer: Answer::Json(SchemaGenerator::subschema_for::<Pushed>),
        faults: &[
            FACTOR_MISSING,
            OUT_OF_ORDER,
            COUNTER,
            NOT_YOUR_CHANGE,
            NOT_YOUR_DEVICE,
            EARLIER_MISSING,
        ],
        handler: |method| on(method, changes::push_changes),
    },
    Route {
        method: Method::Get,
        path: "/records",
        name: "pull-records",
        tag: Tag::Records,
        summary: "What changed after a cursor",
        says: "As far as this person may see it, the oldest change first.",
        access: Access::SignedIn,
        parts: &[],
        query: Some(records::Wanted::json_schema),
        body: Body::None,
        answer: Answer::Json(SchemaGenerator::subschema_for::<Pulled<'static>>),
        faults: &[CURSOR_AHEAD],
        handler: |method| on(method, records::pull_records),
    },
    Route {
        method: Method::Get,
        path: "/records/{key}/history",
        name: "show-history",
        tag: Tag::Records,
        summary: "What was done to one record, newest first",
        says: "At most 500 changes, of which those are given whose every field is told to this person.",
        access: Access::SignedIn,
        parts: &[("key", SchemaGenerator::subschema_for::<Key>, "The record.")],
        query: None,
        body: Body::None,
        answer: Answer::Json(SchemaGenerator::subschema_for::<history::History>),
        faults: &[NOT_FOUND],
        handler: |method| on(method, history::show_history),
    },
    Route {
        method: Method::Get,
        path: "/records/{key}/everything",
        name: "export-everything",
        tag: Tag::Records,
        summary: "Everything that is held about a household",
        says: "The copy of GDPR, art. 15, as a file: the record with all that is rooted in it, the log, what was refused, who \
               looked, each in words. For social workers and the coordination, of a household that they see; a line of the \
               audit. With `as=html` a page (`text/html`) that can be printed.",
        access: Access::SignedIn,
        parts: &[("key", SchemaGenerator::subschema_for::<Key>, "The household.")],
        query: Some(everything::Wanted::json_schema),
        body: Body::None,
        answer: Answer::Json(SchemaGenerator::subschema_for::<Everything>),
        faults: &[NOT_FOUND],
        handler: |method| on(method, everything::show),
    },
    Route {
        method: Method::Post,
        path: "/dwelling-imports",
        name: "import-dwellings",
        tag: Tag::Lists,
        summary: "Bring a list of dwellings into the stock, or only try it",
        says: "The file is the body, at most 20 MB.",
        access: Access::SignedIn,
        parts: &[],
        query: Some(imports::Asked::json_schema),
        body: Body::Octets(&["application/octet-stream", "text/csv"]),
        answer: Answer::Json(SchemaGenerator::subschema_for::<imports::Imported>),
        faults: &{
            let mut faults = [NOT_YOUR_TASK; 14];
            let mut n = 0;
            while n < NO_LIST.len() {
                faults[n + 1] = NO_LIST[n];
                n += 1;
            }
            faults
        },
        handler: |method| on(method, imports::import_dwellings),
    },
];
