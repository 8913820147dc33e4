// SPDX-License-Identifier: AGPL-3.0-or-later
//! Signing in at the identity provider of the City.
use super::{
    faults::{
        CODE_NEEDED, CODE_WRONG, DEVICE_TAKEN, NOT_AN_ADMINISTRATOR, NOT_FOUND, PROVIDER, PROVIDER_OVER,
        PROVIDER_UNREACHABLE, SLOW_DOWN, TAX_CODE_TAKEN, TAX_CODE_WRONG,
    },
    route::{Access, Answer, Body, Fault, Method, Route, Shape, Tag},
};
use crate::http::{linked_codes, provider};
use axum::routing::on;
use schemars::SchemaGenerator;
use soglia_domain::id::PersonId;
use soglia_sync::wire::{
    KnownAccounts, LinkedCode, ProviderBegun, ProviderFinish, ProviderOffered, ProviderPerson, Session,
};

const PERSON: &[(&str, Shape, &str)] = &[(
    "person",
    SchemaGenerator::subschema_for::<PersonId>,
    "The identity of the person.",
)];

const OF_PERSON: [Fault; 9] = [
    NOT_FOUND,
    PROVIDER_OVER,
    PROVIDER[0],
    PROVIDER[1],
    PROVIDER[2],
    PROVIDER[3],
    PROVIDER[4],
    PROVIDER[5],
    PROVIDER_UNREACHABLE,
];

const OF_FINISH: [Fault; 13] = [
    NOT_FOUND,
    PROVIDER_OVER,
    PROVIDER[0],
    PROVIDER[1],
    PROVIDER[2],
    PROVIDER[3],
    PROVIDER[4],
    PROVIDER[5],
    PROVIDER_UNREACHABLE,
    CODE_NEEDED,
    CODE_WRONG,
    DEVICE_TAKEN,
    SLOW_DOWN,
];

pub(super) static ROUTES: [Route; 7] = [
    Route {
        method: Method::Get,
        path: "/session/oidc",
        name: "show-provider",
        tag: Tag::Session,
        summary: "What stands on the button of the identity provider",
        says: "204 where there is none.",
        access: Access::Anybody,
        parts: &[],
        query: None,
        body: Body::None,
        answer: Answer::Json(SchemaGenerator::subschema_for::<ProviderOffered>),
        faults: &[],
        handler: |method| on(method, provider::offered),
    },
    Route {
        method: Method::Post,
        path: "/session/oidc",
        name: "begin-at-provider",
        tag: Tag::Session,
        summary: "Begin a sign-in at the identity provider",
        says: "Answers the page of the provider, to which the browser goes, with a cookie for ten minutes by which it is known when \
               it comes back.",
        access: Access::Anybody,
        parts: &[],
        query: None,
        body: Body::None,
        answer: Answer::Json(SchemaGenerator::subschema_for::<ProviderBegun>),
        faults: &[NOT_FOUND, PROVIDER[3], PROVIDER_UNREACHABLE],
        handler: |method| on(method, provider::begin),
    },
    Route {
        method: Method::Get,
        path: "/session/oidc/return",
        name: "come-back-from-provider",
        tag: Tag::Session,
        summary: "A browser comes back from the identity provider",
        says: "The address to register there. It takes `state` with `code` or `error`, looks at nothing else, and sends every browser \
               on to the same page.",
        access: Access::Anybody,
        parts: &[],
        query: None,
        body: Body::None,
        answer: Answer::Redirect("the page that asks who came back"),
        faults: &[NOT_FOUND, SLOW_DOWN],
        handler: |method| on(method, provider::come_back),
    },
    Route {
        method: Method::Post,
        path: "/session/oidc/person",
        name: "tell-who-came-back",
        tag: Tag::Session,
        summary: "Who came back from the identity provider",
        says: "To the browser that began, for ten minutes. Why nobody did is told once.",
        access: Access::Anybody,
        parts: &[],
        query: None,
        body: Body::None,
        answer: Answer::Json(SchemaGenerator::subschema_for::<ProviderPerson>),
        faults: &OF_PERSON,
        handler: |method| on(method, provider::person),
    },
    Route {
        method: Method::Post,
        path: "/session/oidc/finish",
        name: "finish-at-provider",
        tag: Tag::Session,
        summary: "Sign in as who came back from the identity provider",
        says: "Once. Answers with a session cookie.",
        access: Access::Anybody,
        parts: &[],
        query: None,
        body: Body::Json(SchemaGenerator::subschema_for::<ProviderFinish>),
        answer: Answer::Json(SchemaGenerator::subschema_for::<Session>),
        faults: &OF_FINISH,
        handler: |method| on(method, provider::finish),
    },
    Route {
        method: Method::Put,
        path: "/accounts/{person}/tax-code",
        name: "link-tax-code",
        tag: Tag::Accounts,
        summary: "Let somebody in by the identity provider",
        says: "The tax code is kept as a hash under a key. Where another one was linked before, all sessions of the person end. For \
               administrators.",
        access: Access::SignedIn,
        parts: PERSON,
        query: None,
        body: Body::Json(SchemaGenerator::subschema_for::<LinkedCode>),
        answer: Answer::Json(SchemaGenerator::subschema_for::<KnownAccounts>),
        faults: &[NOT_AN_ADMINISTRATOR, NOT_FOUND, TAX_CODE_WRONG, TAX_CODE_TAKEN],
        handler: |method| on(method, linked_codes::link),
    },
    Route {
        method: Method::Delete,
        path: "/accounts/{person}/tax-code",
        name: "unlink-tax-code",
        tag: Tag::Accounts,
        summary: "Let somebody in by the identity provider no more",
        says: "All sessions of the person end. For administrators.",
        access: Access::SignedIn,
        parts: PERSON,
        query: None,
        body: Body::None,
        answer: Answer::Json(SchemaGenerator::subschema_for::<KnownAccounts>),
        faults: &[NOT_AN_ADMINISTRATOR, NOT_FOUND],
        handler: |method| on(method, linked_codes::unlink),
    },
];
