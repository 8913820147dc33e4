// SPDX-License-Identifier: AGPL-3.0-or-later
//! How far a sign-in at the identity provider is, and why it failed.
use crate::{
    http::problem::Problem,
    provider::{Held, Trouble},
};
use serde::{Deserialize, Serialize};
use soglia_domain::id::PersonId;

/// How far it is.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Arrival {
    /// The browser went to the provider.
    Awaited { state_hash: String, held: Held },
    /// It came back with somebody, to whom this tax code is linked.
    Came {
        person: PersonId,
        code_hash: String,
        vouched: bool,
    },
    /// It came back without.
    Failed(Failure),
}

/// Why nobody came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Failure {
    /// Whoever was at the provider did not want to, or was not recognised there.
    Cancelled,
    /// The provider knows who it is, and nobody here is linked to them.
    NotLinked,
    /// Their access ended.
    Ended,
    /// No answer.
    Unreachable,
    /// Another time there than here.
    Clock,
    /// No tax code in the answer.
    NoTaxCode,
    /// An answer that does not hold.
    Answer,
}

impl Failure {
    pub(super) fn of(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Unreachable => Self::Unreachable,
            Trouble::Clock => Self::Clock,
            Trouble::NoTaxCode => Self::NoTaxCode,
            Trouble::Answer(_) => Self::Answer,
        }
    }

    /// What a provider says of a browser that it sends back (RFC 6749, 4.1.2.1). Its words are shown to nobody.
    pub(super) fn told(error: &str) -> Self {
        match error {
            "access_denied" | "login_required" | "interaction_required" | "consent_required" => {
                Self::Cancelled
            }
            "server_error" | "temporarily_unavailable" => Self::Unreachable,
            _ => Self::Answer,
        }
    }

    /// Its name for programs.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Cancelled => "provider_cancelled",
            Self::NotLinked => "provider_not_linked",
            Self::Ended => "provider_ended",
            Self::Unreachable => "provider_unreachable",
            Self::Clock => "provider_clock",
            Self::NoTaxCode => "provider_no_tax_code",
            Self::Answer => "provider_answer",
        }
    }

    /// As auditors read it.
    pub(super) const fn note(self) -> &'static str {
        match self {
            Self::Cancelled => "identity provider: cancelled",
            Self::NotLinked => "identity provider: nobody is linked",
            Self::Ended => "identity provider: access ended",
            Self::Unreachable => "identity provider: no answer",
            Self::Clock => "identity provider: clock",
            Self::NoTaxCode => "identity provider: no tax code",
            Self::Answer => "identity provider: answer does not hold",
        }
    }

    const fn says(self) -> &'static str {
        match self {
            Self::Cancelled => "the sign-in was cancelled at the identity provider",
            Self::NotLinked => "no account is linked to whoever was recognised",
            Self::Ended => "the access of this person ended",
            Self::Unreachable => "the identity provider does not answer",
            Self::Clock => "the clocks of the server and of the identity provider differ",
            Self::NoTaxCode => "the identity provider sent no tax code",
            Self::Answer => "the answer of the identity provider does not hold",
        }
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        Self::unprocessable(failure.key(), failure.says())
    }
}
