// SPDX-License-Identifier: AGPL-3.0-or-later
//! Photos.
use super::{
    faults::{BLOB_MISMATCH, NOT_FOUND, TOO_MANY_UPLOADS, WRONG_PART},
    route::{Access, Answer, Body, Method, Route, Shape, Tag},
};
use crate::http::blobs;
use axum::routing::on;
use schemars::{JsonSchema, SchemaGenerator};
use soglia_domain::photo::{MEDIA_TYPES, PhotoId};
use soglia_sync::wire::{BlobAnnounced, BlobReceived};

const PHOTO: (&str, Shape, &str) = (
    "sha256",
    SchemaGenerator::subschema_for::<PhotoId>,
    "The SHA-256 of its bytes.",
);

pub(super) static ROUTES: [Route; 3] = [
    Route {
        method: Method::Post,
        path: "/blobs",
        name: "announce-photo",
        tag: Tag::Photos,
        summary: "A photo will come",
        says: "Announcing it again tells how much of it is there.",
        access: Access::SignedIn,
        parts: &[],
        query: None,
        body: Body::Json(SchemaGenerator::subschema_for::<BlobAnnounced>),
        answer: Answer::Json(SchemaGenerator::subschema_for::<BlobReceived>),
        faults: &[BLOB_MISMATCH, TOO_MANY_UPLOADS],
        handler: |method| on(method, blobs::announce),
    },
    Route {
        method: Method::Put,
        path: "/blobs/{sha256}/parts/{n}",
        name: "send-part",
        tag: Tag::Photos,
        summary: "One part of a photo",
        says: "",
        access: Access::SignedIn,
        parts: &[
            PHOTO,
            (
                "n",
                SchemaGenerator::subschema_for::<u32>,
                "Which part: n begins at byte n times 262,144.",
            ),
        ],
        query: None,
        body: Body::Octets(&["application/octet-stream"]),
        answer: Answer::Json(SchemaGenerator::subschema_for::<BlobReceived>),
        faults: &[WRONG_PART, NOT_FOUND, BLOB_MISMATCH],
        handler: |method| on(method, blobs::take_part),
    },
    Route {
        method: Method::Get,
        path: "/blobs/{sha256}",
        name: "show-photo",
        tag: Tag::Photos,
        summary: "The image",
        says: "For who may see the record, when the record names it.",
        access: Access::SignedIn,
        parts: &[PHOTO],
        query: Some(blobs::Wanted::json_schema),
        body: Body::None,
        answer: Answer::Image(&MEDIA_TYPES),
        faults: &[NOT_FOUND],
        handler: |method| on(method, blobs::show),
    },
];
