// SPDX-License-Identifier: AGPL-3.0-or-later
//! Errors as `application/problem+json` (RFC 9457), and the one table from error to status.
use crate::secret::SecretError;
use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use schemars::JsonSchema;
use serde::Serialize;
use soglia_import::Sentence;
use soglia_ledger::store::StoreError;

/// The short name of what went wrong, beside an answer that tells it.
#[derive(Clone, Copy)]
pub(super) struct Code(pub(super) &'static str);

/// What went wrong, as the client reads it.
#[derive(Debug)]
pub(crate) struct Problem {
    status: StatusCode,
    /// Short stable name, for programs.
    code: &'static str,
    /// What is wrong, and where.
    detail: String,
    retry_after_s: Option<i64>,
    /// The detail in both languages, where a person reads it as it stands.
    sentence: Option<Sentence>,
}

/// What went wrong (RFC 9457).
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Problem")]
pub(super) struct Told {
    /// Nothing more is to be read anywhere else.
    #[serde(rename = "type")]
    kind: &'static str,
    /// The status in words.
    title: &'static str,
    /// The status.
    status: u16,
    /// What is wrong, and where.
    detail: String,
    /// Short stable name, for programs.
    code: &'static str,
    /// The detail in both languages, where a person reads it as it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    sentence: Option<Sentence>,
}

impl Problem {
    fn new(status: StatusCode, code: &'static str, detail: impl Into<String>) -> Self {
        Self {
            status,
            code,
            detail: detail.into(),
            retry_after_s: None,
            sentence: None,
        }
    }

    /// The status it answers with.
    pub(crate) fn status(&self) -> StatusCode {
        self.status
    }

    /// The request does not read.
    pub(crate) fn bad_request(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "bad_request", detail)
    }

    /// The request does not read, with a name for programs.
    pub(crate) fn bad_request_with(code: &'static str, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, detail)
    }

    /// The request and what is stored do not fit together.
    pub(crate) fn conflict(code: &'static str, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::CONFLICT, code, detail)
    }

    /// Nobody is signed in.
    pub(crate) fn signed_out() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "signed_out", "sign in first")
    }

    /// Name and password do not belong together.
    pub(crate) fn wrong_password() -> Self {
        Self::new(
            StatusCode::UNAUTHORIZED,
            "wrong_password",
            "the name or the password is not right",
        )
    }

    /// Something besides is needed: the PIN of a link, the code of a second factor.
    pub(crate) fn unauthorised(code: &'static str, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, code, detail)
    }

    /// It was there, and is not any more.
    pub(crate) fn gone(code: &'static str, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::GONE, code, detail)
    }

    /// Not for this person.
    pub(crate) fn forbidden(code: &'static str, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::FORBIDDEN, code, detail)
    }

    /// Nothing there, or nothing to be seen by this person.
    pub(crate) fn not_found(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found", detail)
    }

    /// The address exists, the method does not.
    pub(crate) fn method_not_allowed() -> Self {
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "method_not_allowed",
            "this address does not take this method",
        )
    }

    /// The device is somebody else's.
    pub(crate) fn device_taken() -> Self {
        Self::new(
            StatusCode::CONFLICT,
            "device_taken",
            "this device identity belongs to another person",
        )
    }

    /// The body is larger than allowed.
    pub(crate) fn too_large(most: usize) -> Self {
        let most = match most / 1_000_000 {
            0 => format!("{most} bytes"),
            n_mb => format!("{n_mb} MB"),
        };
        let detail = format!("at most {most} are taken at once");
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", detail)
    }

    /// A list that cannot be imported, with the sentence that tells why. Italian is what people read first.
    pub(crate) fn list(status: StatusCode, code: &'static str, sentence: Sentence) -> Self {
        let mut problem = Self::new(status, code, sentence.it.clone());
        problem.sentence = Some(sentence);
        problem
    }

    /// The body did not come on.
    pub(crate) fn too_slow() -> Self {
        Self::new(
            StatusCode::REQUEST_TIMEOUT,
            "too_slow",
            "the body did not come on for too long",
        )
    }

    /// The body is of another kind.
    pub(crate) fn unsupported(expected: &str) -> Self {
        Self::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "unsupported_media_type",
            format!("the body has to be {expected}"),
        )
    }

    /// The request reads, and what it says does not hold.
    pub(crate) fn unprocessable(code: &'static str, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, code, detail)
    }

    /// More than one person needs at once.
    pub(crate) fn too_many(code: &'static str, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::TOO_MANY_REQUESTS, code, detail)
    }

    /// Too many wrong passwords.
    pub(crate) fn slow_down(wait_ms: i64) -> Self {
        let seconds = (wait_ms + 999) / 1_000;
        let mut problem = Self::new(
            StatusCode::TOO_MANY_REQUESTS,
            "slow_down",
            format!("try again in {seconds} seconds"),
        );
        problem.retry_after_s = Some(seconds);
        problem
    }

    /// Our own fault; the operator reads more on standard error.
    pub(crate) fn internal() -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal",
            "something failed on the server",
        )
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        eprintln!("soglia: {error}");
        Self::internal()
    }
}

impl From<SecretError> for Problem {
    fn from(_: SecretError) -> Self {
        eprintln!("soglia: no random bytes");
        Self::internal()
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let code = Code(self.code);
        let told = Told {
            kind: "about:blank",
            title: self.status.canonical_reason().unwrap_or_default(),
            status: self.status.as_u16(),
            detail: self.detail,
            code: self.code,
            sentence: self.sentence,
        };
        let mut response = (self.status, Json(told)).into_response();
        response.extensions_mut().insert(code);
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        if let Some(seconds) = self.retry_after_s {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
