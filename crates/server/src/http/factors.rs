// SPDX-License-Identifier: AGPL-3.0-or-later
//! The second factor of whoever is signed in.
use super::{
    app::App,
    body, noted, password,
    problem::Problem,
    second_step::{is_right, throttled, wrong},
    session::SignedInAnywhere,
};
use crate::{
    clock::{machine_ms, now_ms},
    second_factor::{address, new_key, recovery_codes, recovery_hash, step_of},
};
use axum::{Json, body::Body, extract::State, http::HeaderMap};
use qrcodegen::{QrCode, QrCodeEcc};
use soglia_ledger::store::{Deed, Factors as _, People as _, Visitor};
use soglia_sync::wire::{BeginFactor, FactorCode, FactorKey, RecoveryCodes, SecondFactor};
use std::{fmt::Write as _, sync::Arc};

/// A password and a code are short.
const MOST_BYTES: usize = 10_000;

/// Light squares around a QR code, as its standard asks.
const QUIET: i32 = 4;

/// `GET /api/second-factor`: whether there is one.
pub(super) async fn tell(
    State(app): State<Arc<App>>,
    SignedInAnywhere(visitor): SignedInAnywhere,
) -> Result<Json<SecondFactor>, Problem> {
    told(&app, &visitor).await.map(Json)
}

/// Where the identity provider vouched for one, no other is needed.
async fn told(app: &App, visitor: &Visitor) -> Result<SecondFactor, Problem> {
    let author = &visitor.author;
    let factor = app.store.factor(author.person).await?;
    let factor = factor.filter(|factor| factor.confirmed);
    Ok(SecondFactor {
        active: factor.is_some(),
        needed: app.factor_for.contains(&author.role) && !visitor.vouched,
        n_recovery: factor.map_or(0, |factor| factor.n_recovery),
    })
}

/// `POST /api/second-factor`: begins one. Nothing is asked for before its first code was given.
pub(super) async fn begin(
    State(app): State<Arc<App>>,
    SignedInAnywhere(visitor): SignedInAnywhere,
    headers: HeaderMap,
    request: Body,
) -> Result<Json<FactorKey>, Problem> {
    let bytes = body::read_json(&headers, request, MOST_BYTES).await?;
    let BeginFactor { password } = body::parse(&bytes)?;
    let person = visitor.author.person;
    let sign_in = app
        .store
        .sign_in_of(person)
        .await?
        .ok_or_else(Problem::signed_out)?;
    password::check(&app, &sign_in, password).await?;
    let key = new_key()?;
    if !app.store.begin_factor(person, &key).await? {
        return Err(Problem::conflict(
            "factor_active",
            "there is a second factor already",
        ));
    }
    let address = address(&key, &sign_in).ok_or_else(Problem::internal)?;
    let code = QrCode::encode_text(&address, QrCodeEcc::Medium).map_err(|_| Problem::internal())?;
    Ok(Json(FactorKey {
        key,
        address,
        side: u32::try_from(code.size() + 2 * QUIET).unwrap_or_default(),
        dark: dark(&code),
    }))
}

/// The dark squares as the path of an SVG.
fn dark(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            // Writing into a text cannot fail.
            let _ = write!(path, "M{} {}h1v1h-1z", x + QUIET, y + QUIET);
        }
    }
    path
}

/// `PUT /api/second-factor`: confirms it with its first code.
pub(super) async fn confirm(
    State(app): State<Arc<App>>,
    SignedInAnywhere(visitor): SignedInAnywhere,
    headers: HeaderMap,
    request: Body,
) -> Result<Json<RecoveryCodes>, Problem> {
    let code = code(&headers, request).await?;
    let person = visitor.author.person;
    let none = || Problem::conflict("no_factor_begun", "there is no second factor to confirm");
    let factor = app.store.factor(person).await?;
    let factor = factor.filter(|factor| !factor.confirmed).ok_or_else(none)?;
    let name = throttled(&app, person)?;
    let Some(step) = step_of(&factor.key, &code, machine_ms()) else {
        app.throttle.miss(&name, now_ms());
        return Err(wrong());
    };
    let codes = recovery_codes()?;
    let hashes: Vec<String> = codes.iter().map(|code| recovery_hash(code)).collect();
    if !app.store.confirm_factor(person, step, &hashes).await? {
        return Err(none());
    }
    app.throttle.forget(&name);
    noted::by(&app, &visitor, Deed::FactorChanged, "", "set up").await?;
    Ok(Json(RecoveryCodes { codes }))
}

/// `POST /api/second-factor/end`: ends it, with a code of it.
pub(super) async fn end(
    State(app): State<Arc<App>>,
    SignedInAnywhere(visitor): SignedInAnywhere,
    headers: HeaderMap,
    request: Body,
) -> Result<Json<SecondFactor>, Problem> {
    let code = code(&headers, request).await?;
    let person = visitor.author.person;
    let name = throttled(&app, person)?;
    if !is_right(&app, person, &code).await? {
        app.throttle.miss(&name, now_ms());
        return Err(wrong());
    }
    app.throttle.forget(&name);
    app.store.end_factor(person).await?;
    noted::by(&app, &visitor, Deed::FactorChanged, "", "ended").await?;
    told(&app, &visitor).await.map(Json)
}

async fn code(headers: &HeaderMap, request: Body) -> Result<String, Problem> {
    let bytes = body::read_json(headers, request, MOST_BYTES).await?;
    let FactorCode { code } = body::parse(&bytes)?;
    Ok(code)
}
