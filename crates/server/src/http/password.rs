// SPDX-License-Identifier: AGPL-3.0-or-later
//! Whether a password is somebody's. Guessing becomes slower with each miss.
use super::{app::App, noted, problem::Problem};
use crate::{clock::now_ms, password_rule, secret};
use soglia_ledger::store::{Accounts as _, Deed, People as _, Person};

/// The person of a name and a password. The same answer, in the same time, for a name that nobody has.
pub(super) async fn check(app: &App, name: &str, password: String) -> Result<Person, Problem> {
    if let Some(wait_ms) = app.throttle.wait_ms(name, now_ms()) {
        return Err(Problem::slow_down(wait_ms));
    }
    let person = app.store.person(name).await?;
    let hash = person.as_ref().map(|person| person.password.clone());
    let _turn = app.hashing.acquire().await.map_err(|_| Problem::internal())?;
    let right = tokio::task::spawn_blocking(move || secret::is_password(&password, hash.as_deref()))
        .await
        .map_err(|_| Problem::internal())?;
    let known = person.as_ref().map(|person| person.author.person);
    let is_ended = match known {
        Some(person) => app.store.is_ended(person, now_ms()).await?,
        None => false,
    };
    let Some(person) = person.filter(|_| right && !is_ended) else {
        app.throttle.miss(name, now_ms());
        // Not the name that was typed: it may be a password in the wrong field.
        noted::outside(app, known, Deed::SignInFailed, "", "password").await?;
        return Err(Problem::wrong_password());
    };
    app.throttle.forget(name);
    Ok(person)
}

/// The hash of a password that somebody chose, where it does for one.
pub(super) async fn fit(app: &App, password: String, names: &[&str]) -> Result<String, Problem> {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let _turn = app.hashing.acquire().await.map_err(|_| Problem::internal())?;
    tokio::task::spawn_blocking(move || {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        password_rule::check(&password, &names)
            .map_err(|unfit| Problem::unprocessable(unfit.key(), unfit.says()))?;
        Ok(secret::hash_password(&password)?)
    })
    .await
    .map_err(|_| Problem::internal())?
}
