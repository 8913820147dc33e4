// SPDX-License-Identifier: AGPL-3.0-or-later
//! Shared links, as whoever has one reads them, and who opened them.
use super::{
    faults::{NO_VISIT, NOT_FOUND, OPENED_BEFORE, PIN_LOCKED, PIN_NEEDED, PIN_WRONG, SLOW_DOWN},
    route::{Access, Answer, Body, Method, Route, Tag},
};
use crate::http::shared;
use axum::routing::on;
use schemars::SchemaGenerator;
use soglia_domain::{id::SharedLinkId, photo::MEDIA_TYPES};
use soglia_sync::wire::SharedViews;
use soglia_views::SharedPage;

pub(super) static ROUTES: [Route; 3] = [
    Route {
        method: Method::Post,
        path: "/shared",
        name: "show-shared",
        tag: Tag::Shared,
        summary: "What a shared link shows",
        says: "The same answer for a link that never was, has run out or was taken back. Each time is noted for whoever shared it: \
               when, and on what kind of device. Where the link asks for a PIN or opens one time only, a visit begins by this answer.",
        access: Access::Anybody,
        parts: &[],
        query: None,
        body: Body::Json(SchemaGenerator::subschema_for::<shared::Asked>),
        answer: Answer::Json(SchemaGenerator::subschema_for::<SharedPage>),
        faults: &[
            NOT_FOUND,
            PIN_NEEDED,
            PIN_WRONG,
            PIN_LOCKED,
            SLOW_DOWN,
            OPENED_BEFORE,
        ],
        handler: |method| on(method, shared::show),
    },
    Route {
        method: Method::Post,
        path: "/shared/photo",
        name: "show-shared-photo",
        tag: Tag::Shared,
        summary: "A photo of what a shared link shows",
        says: "",
        access: Access::Anybody,
        parts: &[],
        query: None,
        body: Body::Json(SchemaGenerator::subschema_for::<shared::AskedPhoto>),
        answer: Answer::Image(&MEDIA_TYPES),
        faults: &[NOT_FOUND, NO_VISIT, SLOW_DOWN],
        handler: |method| on(method, shared::photo),
    },
    Route {
        method: Method::Get,
        path: "/shared/{id}/views",
        name: "list-shared-views",
        tag: Tag::Shared,
        summary: "Who opened a shared link",
        says: "When, and on what kind of device: neither a name nor an address.",
        access: Access::SignedIn,
        parts: &[("id", SchemaGenerator::subschema_for::<SharedLinkId>, "The link.")],
        query: None,
        body: Body::None,
        answer: Answer::Json(SchemaGenerator::subschema_for::<SharedViews>),
        faults: &[NOT_FOUND],
        handler: |method| on(method, shared::views),
    },
];
