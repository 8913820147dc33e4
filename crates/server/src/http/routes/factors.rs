// SPDX-License-Identifier: AGPL-3.0-or-later
//! The second factor of whoever is signed in. They are open to those whose role needs one and who have none yet.
use super::{
    faults::{CODE_WRONG, FACTOR_ACTIVE, NO_FACTOR_BEGUN, SLOW_DOWN, WRONG_PASSWORD},
    route::{Access, Answer, Body, Method, Route, Tag},
};
use crate::http::factors;
use axum::routing::on;
use schemars::SchemaGenerator;
use soglia_sync::wire::{BeginFactor, FactorCode, FactorKey, RecoveryCodes, SecondFactor};

pub(super) static ROUTES: [Route; 4] = [
    Route {
        method: Method::Get,
        path: "/second-factor",
        name: "tell-second-factor",
        tag: Tag::Session,
        summary: "Whether one signs in with a second factor",
        says: "",
        access: Access::SignedInAnywhere,
        parts: &[],
        query: None,
        body: Body::None,
        answer: Answer::Json(SchemaGenerator::subschema_for::<SecondFactor>),
        faults: &[],
        handler: |method| on(method, factors::tell),
    },
    Route {
        method: Method::Post,
        path: "/second-factor",
        name: "begin-second-factor",
        tag: Tag::Session,
        summary: "Begin a second factor",
        says: "Its key is told once. Nothing is asked for at the sign-in before the first code was given.",
        access: Access::SignedInAnywhere,
        parts: &[],
        query: None,
        body: Body::Json(SchemaGenerator::subschema_for::<BeginFactor>),
        answer: Answer::Json(SchemaGenerator::subschema_for::<FactorKey>),
        faults: &[WRONG_PASSWORD, FACTOR_ACTIVE, SLOW_DOWN],
        handler: |method| on(method, factors::begin),
    },
    Route {
        method: Method::Put,
        path: "/second-factor",
        name: "confirm-second-factor",
        tag: Tag::Session,
        summary: "Confirm a second factor with its first code",
        says: "Answers the codes for the day on which the telephone is gone, once.",
        access: Access::SignedInAnywhere,
        parts: &[],
        query: None,
        body: Body::Json(SchemaGenerator::subschema_for::<FactorCode>),
        answer: Answer::Json(SchemaGenerator::subschema_for::<RecoveryCodes>),
        faults: &[CODE_WRONG, NO_FACTOR_BEGUN, SLOW_DOWN],
        handler: |method| on(method, factors::confirm),
    },
    Route {
        method: Method::Post,
        path: "/second-factor/end",
        name: "end-second-factor",
        tag: Tag::Session,
        summary: "End a second factor with a code of it",
        says: "",
        access: Access::SignedInAnywhere,
        parts: &[],
        query: None,
        body: Body::Json(SchemaGenerator::subschema_for::<FactorCode>),
        answer: Answer::Json(SchemaGenerator::subschema_for::<SecondFactor>),
        faults: &[CODE_WRONG, SLOW_DOWN],
        handler: |method| on(method, factors::end),
    },
];
