// SPDX-License-Identifier: AGPL-3.0-or-later
//! The question to the server: what does this link share?
use crate::token::Token;
use gloo_net::http::Request;
use web_sys::RequestCredentials;

/// What the server said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// The link shares something that this page does not know yet.
    Newer,
    /// There is no such link, or not any more.
    NoSuchLink,
    /// The server did not hear the question.
    NoNetwork,
    /// The server heard it and could not answer.
    Trouble,
}

impl From<u16> for Answer {
    /// A link that is refused in whatever way shows nothing, and asking again would not help.
    fn from(status: u16) -> Self {
        match status {
            200..=299 => Self::Newer,
            429 | 500.. => Self::Trouble,
            _ => Self::NoSuchLink,
        }
    }
}

/// Asks what a link shares. The token travels in the body: addresses stand in logs. No cookie goes with it: who signed in on
/// this browser is nobody's business here.
pub(crate) async fn ask(token: &Token) -> Answer {
    // A token has no sign that JSON would have to mark.
    let body = format!("{{\"token\":\"{}\"}}", token.as_str());
    let request = Request::post("/api/shared")
        .credentials(RequestCredentials::Omit)
        .header("content-type", "application/json")
        .body(body);
    let Ok(request) = request else {
        return Answer::Trouble;
    };
    match request.send().await {
        Ok(response) => response.status().into(),
        Err(_) => Answer::NoNetwork,
    }
}

#[cfg(test)]
mod tests {
    use super::Answer;

    #[test]
    fn a_status_tells_whether_asking_again_helps() {
        assert_eq!(Answer::from(404), Answer::NoSuchLink);
        assert_eq!(Answer::from(410), Answer::NoSuchLink);
        assert_eq!(Answer::from(400), Answer::NoSuchLink);
        assert_eq!(Answer::from(429), Answer::Trouble);
        assert_eq!(Answer::from(503), Answer::Trouble);
        assert_eq!(Answer::from(200), Answer::Newer);
    }
}
