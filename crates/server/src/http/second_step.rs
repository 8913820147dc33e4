// SPDX-License-Identifier: AGPL-3.0-or-later
//! Codes of second factors: whether one is needed, and whether it is the right one.
use super::{app::App, noted, problem::Problem};
use crate::{
    clock::{machine_ms, now_ms},
    second_factor::{recovery_hash, step_of},
};
use soglia_domain::{author::Author, id::PersonId};
use soglia_ledger::store::{Deed, Factors as _};

/// Refuses whoever has a role that needs a second factor, and none so far.
pub(super) async fn check_has_factor(app: &App, author: &Author) -> Result<(), Problem> {
    if !app.factor_for.contains(&author.role) {
        return Ok(());
    }
    let factor = app.store.factor(author.person).await?;
    if factor.is_some_and(|factor| factor.confirmed) {
        Ok(())
    } else {
        Err(Problem::forbidden(
            "factor_missing",
            "this role signs in with a second factor: set one up first",
        ))
    }
}

pub(super) fn wrong() -> Problem {
    Problem::unauthorised("code_wrong", "this code does not fit, or was used before")
}

/// The name under which guesses of codes of a person are counted; a problem while the next one has to wait.
pub(super) fn throttled(app: &App, person: PersonId) -> Result<String, Problem> {
    let name = format!("factor {person}");
    match app.throttle.wait_ms(&name, now_ms()) {
        Some(wait_ms) => Err(Problem::slow_down(wait_ms)),
        None => Ok(name),
    }
}

/// Whether a code is the one of now, or one for the day on which the telephone is gone. It is used up by that.
pub(super) async fn is_right(app: &App, person: PersonId, code: &str) -> Result<bool, Problem> {
    let factor = app.store.factor(person).await?;
    let Some(factor) = factor.filter(|factor| factor.confirmed) else {
        return Ok(false);
    };
    if let Some(step) = step_of(&factor.key, code, machine_ms()) {
        return Ok(app.store.use_step(person, step).await?);
    }
    Ok(app.store.use_recovery(person, &recovery_hash(code)).await?)
}

/// The second step of a sign-in whose password was right: the code, where the person has a second factor.
pub(super) async fn second_step(app: &App, person: PersonId, code: Option<&str>) -> Result<(), Problem> {
    let factor = app.store.factor(person).await?;
    if !factor.is_some_and(|factor| factor.confirmed) {
        return Ok(());
    }
    let Some(code) = code.filter(|code| !code.trim().is_empty()) else {
        return Err(Problem::unauthorised(
            "code_needed",
            "a code of the second factor is needed",
        ));
    };
    let name = throttled(app, person)?;
    if is_right(app, person, code).await? {
        app.throttle.forget(&name);
        return Ok(());
    }
    app.throttle.miss(&name, now_ms());
    noted::outside(app, Some(person), Deed::SignInFailed, "", "code").await?;
    Err(wrong())
}
