// SPDX-License-Identifier: AGPL-3.0-or-later
//! The question to the server: what does this link share?
use crate::{text, token::Token};
use gloo_net::http::{Request, Response};
use soglia_views::SharedPage;
use soglia_wording::Language;
use std::sync::Arc;
use web_sys::RequestCredentials;

/// What the server said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// This is what the link shows.
    Here(Arc<SharedPage>),
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
pub(crate) async fn ask(token: &Token, language: Language) -> Answer {
    // Neither a token nor a code of a language has a sign that JSON would have to mark.
    let (token, language) = (token.as_str(), text::code(language));
    let body = format!("{{\"token\":\"{token}\",\"language\":\"{language}\"}}");
    let response = match post("/api/shared", body).await {
        Ok(response) => response,
        Err(answer) => return answer,
    };
    if !response.ok() {
        return response.status().into();
    }
    let bytes = response.binary().await.unwrap_or_default();
    match soglia_json::from_slice(&bytes) {
        Ok(page) => Answer::Here(Arc::new(page)),
        Err(_) => Answer::Newer,
    }
}

/// The bytes of a photo of what the link shares, with their kind; none where they do not come.
pub(crate) async fn photo(token: &Token, photo: &str) -> Option<(Vec<u8>, String)> {
    let body = format!("{{\"token\":\"{}\",\"photo\":\"{photo}\"}}", token.as_str());
    let response = post("/api/shared/photo", body).await.ok()?;
    let kind = response.headers().get("content-type")?;
    let bytes = response.ok().then_some(response.binary())?.await.ok()?;
    Some((bytes, kind))
}

async fn post(address: &str, body: String) -> Result<Response, Answer> {
    let request = Request::post(address)
        .credentials(RequestCredentials::Omit)
        .header("content-type", "application/json")
        .body(body)
        .map_err(|_| Answer::Trouble)?;
    request.send().await.map_err(|_| Answer::NoNetwork)
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
