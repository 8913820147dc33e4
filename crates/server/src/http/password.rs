// SPDX-License-Identifier: AGPL-3.0-or-later
//! Whether a password is somebody's. Guessing becomes slower with each miss.
use super::{app::App, problem::Problem};
use crate::{clock::now_ms, secret};
use soglia_ledger::store::{People as _, Person};

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
    let Some(person) = person.filter(|_| right) else {
        app.throttle.miss(name, now_ms());
        return Err(Problem::wrong_password());
    };
    app.throttle.forget(name);
    Ok(person)
}
