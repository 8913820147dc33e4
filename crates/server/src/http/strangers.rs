// SPDX-License-Identifier: AGPL-3.0-or-later
//! What needs no sign-in is guessed from few addresses at a time.
use super::{
    app::App,
    caller::Caller,
    problem::{Code, Problem},
};
use crate::clock::now_ms;
use axum::{
    extract::{MatchedPath, Request, State},
    http::{Method, StatusCode},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use std::sync::Arc;

/// What is counted where somebody signs in.
const MISSES: [&str; 4] = [
    "wrong_password",
    "code_wrong",
    "provider_answer",
    "provider_not_linked",
];

/// What is guessed by a request.
#[derive(Clone, Copy)]
enum Guess {
    SignIn,
    Token,
}

impl Guess {
    /// Of the address as the table of routes has it.
    fn of(request: &Request) -> Option<Self> {
        let path = request.extensions().get::<MatchedPath>()?;
        match path.as_str() {
            "/api/session" if request.method() == Method::POST => Some(Self::SignIn),
            "/api/session/oidc/return" | "/api/session/oidc/finish" => Some(Self::SignIn),
            "/api/invitation" | "/api/shared" | "/api/shared/photo" | "/api/calendar/{file}" => {
                Some(Self::Token)
            }
            _ => None,
        }
    }

    fn missed(self, response: &Response) -> bool {
        match self {
            // A password that was right, and a code that is still to come, is no miss.
            Self::SignIn => response
                .extensions()
                .get()
                .is_some_and(|Code(code)| MISSES.contains(code)),
            Self::Token => matches!(response.status(), StatusCode::NOT_FOUND | StatusCode::GONE),
        }
    }
}

/// Lets an address wait that missed too often.
pub(super) async fn hold_up(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let caller = request.extensions().get::<Caller>().copied();
    let (Some(guess), Some(caller)) = (Guess::of(&request), caller) else {
        return next.run(request).await;
    };
    let misses = match guess {
        Guess::SignIn => &app.guessed.sign_in,
        Guess::Token => &app.guessed.token,
    };
    match misses.begin(caller.address, now_ms()) {
        Ok(begun) => {
            let response = next.run(request).await;
            if guess.missed(&response) {
                begun.miss(now_ms());
            }
            response
        }
        Err(wait_ms) => Problem::slow_down(wait_ms).into_response(),
    }
}
