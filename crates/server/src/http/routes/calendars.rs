// SPDX-License-Identifier: AGPL-3.0-or-later
//! The address from which a calendar fetches.
use super::{
    faults::{NOT_FOUND, SLOW_DOWN},
    route::{Access, Answer, Body, Method, Route, Tag},
};
use crate::http::calendars;
use axum::routing::on;
use schemars::SchemaGenerator;
use soglia_sync::wire::Calendar;

pub(super) static ROUTES: [Route; 4] = [
    Route {
        method: Method::Get,
        path: "/calendar",
        name: "tell-calendar",
        tag: Tag::Calendar,
        summary: "Since when one's calendar has an address",
        says: "",
        access: Access::SignedIn,
        parts: &[],
        query: None,
        body: Body::None,
        answer: Answer::Json(SchemaGenerator::subschema_for::<Calendar>),
        faults: &[],
        handler: |method| on(method, calendars::tell),
    },
    Route {
        method: Method::Post,
        path: "/calendar",
        name: "open-calendar",
        tag: Tag::Calendar,
        summary: "A new address for one's calendar",
        says: "The one before is over.",
        access: Access::SignedIn,
        parts: &[],
        query: None,
        body: Body::None,
        answer: Answer::Json(SchemaGenerator::subschema_for::<Calendar>),
        faults: &[],
        handler: |method| on(method, calendars::open),
    },
    Route {
        method: Method::Delete,
        path: "/calendar",
        name: "close-calendar",
        tag: Tag::Calendar,
        summary: "Take the address of one's calendar away",
        says: "Taking it away twice is no mistake.",
        access: Access::SignedIn,
        parts: &[],
        query: None,
        body: Body::None,
        answer: Answer::Nothing,
        faults: &[],
        handler: |method| on(method, calendars::close),
    },
    Route {
        method: Method::Get,
        path: "/calendar/{file}",
        name: "show-calendar",
        tag: Tag::Calendar,
        summary: "The calendar",
        says: "iCalendar (RFC 5545): visits with their hours and what is due on which day, without names, places and words.",
        access: Access::Anybody,
        parts: &[(
            "file",
            SchemaGenerator::subschema_for::<String>,
            "The secret in hexadecimal digits, and `.ics`.",
        )],
        query: None,
        body: Body::None,
        answer: Answer::Text("text/calendar"),
        faults: &[NOT_FOUND, SLOW_DOWN],
        handler: |method| on(method, calendars::show),
    },
];
