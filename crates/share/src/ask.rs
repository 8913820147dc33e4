// SPDX-License-Identifier: AGPL-3.0-or-later
//! The question to the server: what does this link share?
use crate::{token::Token, visit};
use gloo_net::http::{Request, Response};
use soglia_domain::tongue::Tongue;
use soglia_views::SharedPage;
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
    /// It asks for a PIN.
    Pin(Pin),
    /// It opened one time only, and was opened.
    OpenedBefore,
    /// The server did not hear the question.
    NoNetwork,
    /// The server heard it and could not answer.
    Trouble,
}

/// What is the matter with the PIN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pin {
    /// It was not given so far.
    Needed,
    /// It was another one.
    Wrong,
    /// The next one may be tried after some minutes.
    Wait {
        /// How many.
        minutes: u32,
    },
    /// No other one may be tried.
    Locked,
}

/// Seconds to wait where the server does not say how many.
const WAIT_S: u32 = 60;

impl Answer {
    /// What a status means. A link that is refused in a way that is not known shows nothing, and asking again would not help.
    fn of(status: u16, gave_pin: bool, retry_after: Option<&str>) -> Self {
        match status {
            200..=299 => Self::Newer,
            401 => Self::Pin(if gave_pin { Pin::Wrong } else { Pin::Needed }),
            403 => Self::Pin(Pin::Locked),
            410 => Self::OpenedBefore,
            429 => {
                let seconds = retry_after.and_then(|text| text.parse().ok()).unwrap_or(WAIT_S);
                Self::Pin(Pin::Wait {
                    minutes: seconds.div_ceil(60),
                })
            }
            500.. => Self::Trouble,
            _ => Self::NoSuchLink,
        }
    }
}

/// How a link is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Wish {
    /// In which language; in that of the link where nobody chose one.
    pub(crate) tongue: Option<Tongue>,
    /// With which PIN: digits alone.
    pub(crate) pin: Option<Digits>,
}

/// The digits of a PIN. They open a link, so they are in no `Debug` output.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Digits(String);

impl Digits {
    /// What somebody typed, with or without spaces; none where no digit is in it.
    pub(crate) fn of(typed: &str) -> Option<Self> {
        let digits: String = typed.chars().filter(char::is_ascii_digit).take(20).collect();
        (!digits.is_empty()).then_some(Self(digits))
    }
}

impl std::fmt::Debug for Digits {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Digits")
    }
}

/// The start of a body: the token, and whose visit it is. Neither has a sign that JSON would have to mark.
fn body(token: &Token) -> String {
    let visit = visit::name().map(|visit| format!(",\"visit\":\"{visit}\""));
    format!("{{\"token\":\"{}\"{}", token.as_str(), visit.unwrap_or_default())
}

/// Asks what a link shares. The token travels in the body: addresses stand in logs. No cookie goes with it: who signed in on
/// this browser is nobody's business here.
pub(crate) async fn ask(token: &Token, wish: &Wish) -> Answer {
    let mut body = body(token);
    if let Some(tongue) = wish.tongue {
        body.push_str(&format!(",\"language\":\"{}\"", tongue.key()));
    }
    if let Some(Digits(pin)) = &wish.pin {
        body.push_str(&format!(",\"pin\":\"{pin}\""));
    }
    body.push('}');
    let response = match post("/api/shared", body).await {
        Ok(response) => response,
        Err(answer) => return answer,
    };
    if !response.ok() {
        let wait = response.headers().get("retry-after");
        return Answer::of(response.status(), wish.pin.is_some(), wait.as_deref());
    }
    let bytes = response.binary().await.unwrap_or_default();
    match soglia_json::from_slice(&bytes) {
        Ok(page) => Answer::Here(Arc::new(page)),
        Err(_) => Answer::Newer,
    }
}

/// The bytes of a photo of what the link shares, with their kind; none where they do not come.
pub(crate) async fn photo(token: &Token, photo: &str) -> Option<(Vec<u8>, String)> {
    let body = format!("{},\"photo\":\"{photo}\"}}", body(token));
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
    use super::*;

    #[test]
    fn a_status_tells_what_to_do_next() {
        let of = |status| Answer::of(status, false, None);
        assert_eq!(of(404), Answer::NoSuchLink);
        assert_eq!(of(400), Answer::NoSuchLink);
        assert_eq!(of(401), Answer::Pin(Pin::Needed));
        assert_eq!(Answer::of(401, true, None), Answer::Pin(Pin::Wrong));
        assert_eq!(of(403), Answer::Pin(Pin::Locked));
        assert_eq!(of(410), Answer::OpenedBefore);
        assert_eq!(of(503), Answer::Trouble);
        assert_eq!(of(200), Answer::Newer);
    }

    #[test]
    fn waiting_is_told_in_whole_minutes() {
        let wait = |text| Answer::of(429, true, text);
        let minutes = |minutes| Answer::Pin(Pin::Wait { minutes });
        assert_eq!(wait(Some("61")), minutes(2));
        assert_eq!(wait(Some("60")), minutes(1));
        assert_eq!(wait(Some("soon")), minutes(1));
        assert_eq!(wait(None), minutes(1));
    }

    #[test]
    fn a_pin_is_read_with_spaces_and_without_letters() {
        assert_eq!(Digits::of(" 271 828 "), Some(Digits("271828".to_owned())));
        assert_eq!(Digits::of("\"}"), None);
        assert_eq!(Digits::of(""), None);
    }
}
