// SPDX-License-Identifier: AGPL-3.0-or-later
//! Requests to erase a household, and what became of them.
use serde::{Deserialize, Serialize};
use soglia_domain::record::Key;

/// Why a household is to be erased. A choice and no text: it stays when everything else is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ErasureReason {
    /// The time for which it is kept is over.
    Term,
    /// The person asked for it.
    Request,
    /// It was taken in by mistake.
    Mistake,
    /// An authority ordered it.
    Order,
}

impl ErasureReason {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Term, Self::Request, Self::Mistake, Self::Order];

    /// As it rests.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Term => "term",
            Self::Request => "request",
            Self::Mistake => "mistake",
            Self::Order => "order",
        }
    }

    /// From the text that rests.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.key() == text)
    }
}

/// Body of `POST /api/erasures`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AskErasure {
    /// The household.
    pub record: Key,
    /// Number and day of the act that allows it, without a name: it stays when everything else is gone.
    pub act: String,
    /// Why.
    pub reason: ErasureReason,
}

/// Body of `PUT /api/erasures/{key}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DecideErasure {
    /// Whether it is erased now, and not left as it is.
    pub erase: bool,
}

/// What became of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ErasureState {
    /// It waits.
    Asked,
    /// Nothing was erased.
    Declined,
    /// Everything was erased.
    Erased,
}

/// A request. Moments are milliseconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KnownErasure {
    /// The household.
    pub record: Key,
    /// The act that allows it.
    pub act: String,
    /// Why.
    pub reason: ErasureReason,
    /// Name of who asked.
    pub asked_by: String,
    /// When.
    pub asked_ms: i64,
    /// How it stands.
    pub state: ErasureState,
    /// Name of who decided; empty before.
    pub decided_by: String,
    /// When.
    pub decided_ms: Option<i64>,
}

/// Answer to `GET /api/erasures`: to an auditor all of them, to others those of households that they see.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KnownErasures {
    /// The newest first.
    pub erasures: Vec<KnownErasure>,
}
