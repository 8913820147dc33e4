// SPDX-License-Identifier: AGPL-3.0-or-later
//! By which tax code the identity provider lets somebody in: for administrators.
use super::{
    accounts::{administrators_only, all, find},
    address::FromPath,
    app::App,
    body, noted,
    problem::Problem,
    session::SignedIn,
};
use axum::{Json, body::Body, extract::State, http::HeaderMap};
use soglia_domain::tax_code::TaxCode;
use soglia_ledger::store::{Deed, Provider as _, Visitor};
use soglia_sync::wire::{KnownAccounts, LinkedCode};
use std::sync::Arc;

/// A tax code is short.
const MOST_BYTES: usize = 1_000;

/// `PUT /api/accounts/{person}/tax-code`: the code is hashed at once, and neither kept nor noted as it is.
pub(super) async fn link(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
    FromPath(person): FromPath<String>,
    headers: HeaderMap,
    request: Body,
) -> Result<Json<KnownAccounts>, Problem> {
    administrators_only(&visitor)?;
    let provider = app
        .provider
        .as_ref()
        .ok_or_else(|| Problem::not_found("there is no identity provider"))?;
    let bytes = body::read_json(&headers, request, MOST_BYTES).await?;
    let asked: LinkedCode = body::parse(&bytes)?;
    let code = TaxCode::parse(&asked.tax_code)
        .map_err(|_| Problem::unprocessable("tax_code_wrong", "this is no tax code"))?;
    let hash = provider.settings().hash(&code);
    set(&app, &visitor, &person, Some(&hash)).await
}

/// `DELETE /api/accounts/{person}/tax-code`: also where there is no provider any more.
pub(super) async fn unlink(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
    FromPath(person): FromPath<String>,
) -> Result<Json<KnownAccounts>, Problem> {
    administrators_only(&visitor)?;
    set(&app, &visitor, &person, None).await
}

async fn set(
    app: &App,
    visitor: &Visitor,
    person: &str,
    hash: Option<&str>,
) -> Result<Json<KnownAccounts>, Problem> {
    let person = find(app, person).await?.author.person;
    if !app.store.link_code(person, hash).await? {
        return Err(Problem::conflict(
            "tax_code_taken",
            "this tax code is linked to somebody else",
        ));
    }
    let note = if hash.is_some() {
        "tax code linked"
    } else {
        "tax code unlinked"
    };
    noted::by(app, visitor, Deed::AccountChanged, &person.to_string(), note).await?;
    all(app, visitor).await
}
