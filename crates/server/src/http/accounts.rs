// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who may sign in, and as what: for administrators.
use super::{address::FromPath, app::App, body, noted, problem::Problem, session::SignedIn};
use crate::{cli::organisation_id, clock::now_ms, secret};
use axum::{
    Json,
    body::Body,
    extract::State,
    http::{HeaderMap, StatusCode},
};
use soglia_domain::{
    author::{Author, Role},
    id::PersonId,
};
use soglia_ledger::store::{
    Account, Accounts as _, Acting, Deed, Factors as _, INVITATION_MS, People as _, Person, Visitor,
};
use soglia_sync::wire::{AccountAs, Delegation, Invited, KnownAccount, KnownAccounts, NewAccount, Post};
use std::sync::Arc;
use uuid::Uuid;

/// Names are short.
const MOST_BYTES: usize = 10_000;
const MOST_OF_NAME: usize = 120;

/// A delegation lasts at most a year, in milliseconds: after that the role is no exception any more.
const LONGEST_DELEGATION_MS: i64 = 366 * 86_400_000;

pub(super) fn administrators_only(visitor: &Visitor) -> Result<(), Problem> {
    if visitor.author.role == Role::Administrator {
        return Ok(());
    }
    Err(Problem::forbidden(
        "not_an_administrator",
        "people are let in and out by administrators",
    ))
}

fn known(account: Account, visitor: &Visitor, now_ms: i64) -> KnownAccount {
    let acting = account.acting.filter(|acting| acting.until_ms > now_ms);
    KnownAccount {
        person: account.author.person,
        name: account.author.name,
        sign_in: account.sign_in,
        post: Post {
            role: account.author.role,
            organisation: account.author.organisation_name,
        },
        this: account.author.person == visitor.author.person,
        has_password: account.has_password,
        has_factor: account.has_factor,
        has_code: account.has_code,
        last_ms: account.last_ms,
        ends_ms: account.ends_ms,
        invited_until_ms: account.invited_until_ms.filter(|until| *until > now_ms),
        delegation: acting.map(|acting| Delegation {
            role: acting.role,
            organisation: acting.organisation_name,
            until_ms: acting.until_ms,
        }),
    }
}

pub(super) async fn all(app: &App, visitor: &Visitor) -> Result<Json<KnownAccounts>, Problem> {
    let now = now_ms();
    let accounts = app.store.accounts().await?;
    let accounts = accounts.into_iter().map(|account| known(account, visitor, now));
    Ok(Json(KnownAccounts {
        accounts: accounts.collect(),
        provider: app.provider.is_some(),
    }))
}

pub(super) async fn find(app: &App, person: &str) -> Result<Account, Problem> {
    let unknown = || Problem::not_found("nobody has this identity");
    let person: PersonId = person.parse().map_err(|_| unknown())?;
    let accounts = app.store.accounts().await?;
    let mut accounts = accounts.into_iter();
    accounts
        .find(|account| account.author.person == person)
        .ok_or_else(unknown)
}

/// `GET /api/accounts`: everybody.
pub(super) async fn list(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
) -> Result<Json<KnownAccounts>, Problem> {
    administrators_only(&visitor)?;
    all(&app, &visitor).await
}

/// `POST /api/accounts`: lets somebody in, and invites them to set a password.
pub(super) async fn add(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
    headers: HeaderMap,
    request: Body,
) -> Result<Json<Invited>, Problem> {
    administrators_only(&visitor)?;
    let bytes = body::read_json(&headers, request, MOST_BYTES).await?;
    let asked: NewAccount = body::parse(&bytes)?;
    let sign_in = sign_in_of(&asked.sign_in)?;
    let author = author(PersonId(Uuid::now_v7()), &asked.name, &asked.post)?;
    let person = author.person;
    let new = Person {
        author,
        sign_in,
        password: String::new(),
    };
    if !app.store.add_person(&new).await? {
        return Err(Problem::conflict(
            "sign_in_taken",
            "somebody signs in by this name already",
        ));
    }
    noted::by(&app, &visitor, Deed::AccountChanged, &person.to_string(), "added").await?;
    invitation(&app, person).await.map(Json)
}

/// `PUT /api/accounts/{person}`: name, role, organisation, end and delegation.
pub(super) async fn change(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
    FromPath(person): FromPath<String>,
    headers: HeaderMap,
    request: Body,
) -> Result<Json<KnownAccounts>, Problem> {
    administrators_only(&visitor)?;
    let bytes = body::read_json(&headers, request, MOST_BYTES).await?;
    let asked: AccountAs = body::parse(&bytes)?;
    let account = find(&app, &person).await?;
    let person = account.author.person;
    let author = author(person, &asked.name, &asked.post)?;
    let acting = asked.delegation.as_ref().map(acting).transpose()?;
    let is_out = asked.ends_ms.is_some() || acting.is_some() || author.role != Role::Administrator;
    if person == visitor.author.person && is_out {
        return Err(Problem::conflict(
            "own_account",
            "an administrator is put out by another one: somebody has to be left who lets people in",
        ));
    }
    let before = account.acting.filter(|acting| acting.until_ms > now_ms());
    let changes = [
        (author != account.author, "changed"),
        (asked.ends_ms != account.ends_ms, "end"),
        (acting != before, "delegation"),
    ];
    app.store.change_rights(&author).await?;
    if changes[1].0 {
        app.store.set_end(person, asked.ends_ms).await?;
    }
    if changes[2].0 {
        app.store.set_acting(person, acting.as_ref()).await?;
    }
    for (_, note) in changes.into_iter().filter(|(is_changed, _)| *is_changed) {
        noted::by(&app, &visitor, Deed::AccountChanged, &person.to_string(), note).await?;
    }
    all(&app, &visitor).await
}

/// `POST /api/accounts/{person}/invitation`: a new link to set a password by; the one before is over.
pub(super) async fn invite(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
    FromPath(person): FromPath<String>,
) -> Result<Json<Invited>, Problem> {
    administrators_only(&visitor)?;
    let person = find(&app, &person).await?.author.person;
    noted::by(
        &app,
        &visitor,
        Deed::AccountChanged,
        &person.to_string(),
        "invited",
    )
    .await?;
    invitation(&app, person).await.map(Json)
}

/// `DELETE /api/accounts/{person}/second-factor`: the telephone and the codes are gone, and the person proved who they are.
pub(super) async fn end_factor(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
    FromPath(person): FromPath<String>,
) -> Result<StatusCode, Problem> {
    administrators_only(&visitor)?;
    let person = find(&app, &person).await?.author.person;
    app.store.end_factor(person).await?;
    noted::by(
        &app,
        &visitor,
        Deed::FactorChanged,
        &person.to_string(),
        "ended by an administrator",
    )
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn invitation(app: &App, person: PersonId) -> Result<Invited, Problem> {
    let token = secret::random_hex::<16>()?;
    let until_ms = now_ms() + INVITATION_MS;
    app.store
        .invite(person, &secret::token_hash(&token), until_ms)
        .await?;
    Ok(Invited {
        person,
        token,
        until_ms,
    })
}

fn wrong(detail: &'static str) -> Problem {
    Problem::unprocessable("account_incomplete", detail)
}

/// A name to sign in with: small letters, digits, and what stands between them.
fn sign_in_of(text: &str) -> Result<String, Problem> {
    let name = text.trim().to_lowercase();
    let fits = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_' | '@' | '\'');
    if name.is_empty() || name.chars().count() > MOST_OF_NAME || !name.chars().all(fits) {
        return Err(Problem::unprocessable(
            "sign_in_unfit",
            "a name to sign in with has letters, digits, and . - _ @ ' between them",
        ));
    }
    Ok(name)
}

fn author(person: PersonId, name: &str, post: &Post) -> Result<Author, Problem> {
    let (name, organisation) = (name.trim(), post.organisation.trim());
    let fits = |text: &str| {
        !text.is_empty() && text.chars().count() <= MOST_OF_NAME && !text.contains(char::is_control)
    };
    if !fits(name) || !fits(organisation) {
        return Err(wrong(
            "a name and an organisation are needed, each of at most 120 letters",
        ));
    }
    Ok(Author {
        person,
        name: name.to_owned(),
        role: post.role,
        organisation: organisation_id(organisation),
        organisation_name: organisation.to_owned(),
    })
}

fn acting(delegation: &Delegation) -> Result<Acting, Problem> {
    let now = now_ms();
    if delegation.until_ms <= now || delegation.until_ms > now + LONGEST_DELEGATION_MS {
        return Err(wrong("a delegation ends on a day to come, within a year"));
    }
    let organisation_name = delegation.organisation.trim();
    if organisation_name.is_empty() || organisation_name.chars().count() > MOST_OF_NAME {
        return Err(wrong("a delegation is for an organisation"));
    }
    if delegation.role == Role::Administrator {
        return Err(wrong("who lets people in and out is no deputy"));
    }
    Ok(Acting {
        role: delegation.role,
        organisation: organisation_id(organisation_name),
        organisation_name: organisation_name.to_owned(),
        until_ms: delegation.until_ms,
    })
}
