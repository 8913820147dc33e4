// SPDX-License-Identifier: AGPL-3.0-or-later
//! Shared links: one thing, in a view with a purpose, read by whoever has the link until it runs out or is taken back. The
//! device that makes a link draws its token; the record holds the hash alone, so nobody who reads the record can follow it.
mod access;
pub mod decide;
mod refusal;
mod row;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
#[cfg(test)]
mod tests;
mod verbs;

pub use refusal::Refusal;
pub use row::Row;
pub use verbs::Verb;

use crate::id::{DwellingId, PersonId, SharedLinkId};
use serde::{Deserialize, Serialize};
use soglia_kernel::{
    author::Role,
    calendar::{Day, Timestamp},
    digest::sha256_hex,
    key::{Identity as _, Key},
};
use uuid::Uuid;

/// How the hash of a token begins; 64 lower-case hexadecimal digits follow.
const HASH_BEGINS: &str = "sha256:";

/// Digits of the hash of a token.
const HASH_DIGITS: usize = 64;

/// The identity of the link of a token: whoever has the token finds the record, and nobody finds the token from it.
pub fn link_of(token: &str) -> SharedLinkId {
    let digits = sha256_hex(format!("soglia-link {token}").as_bytes());
    // 32 hexadecimal digits are always a number of 128 bits.
    SharedLinkId(Uuid::from_u128(
        u128::from_str_radix(&digits[..32], 16).unwrap_or_default(),
    ))
}

/// What a record keeps of a token: nobody who reads it can follow the link.
pub fn token_hash(token: &str) -> String {
    format!("{HASH_BEGINS}{}", sha256_hex(token.as_bytes()))
}

/// Whether a text has the form of the hash of a token.
fn is_hash(text: &str) -> bool {
    let is_digit = |sign: u8| matches!(sign, b'0'..=b'9' | b'a'..=b'f');
    text.strip_prefix(HASH_BEGINS)
        .is_some_and(|digits| digits.len() == HASH_DIGITS && digits.bytes().all(is_digit))
}

/// Days that a link lasts at most. Not a rule of law: what is needed for longer is shared anew, and somebody looks at it.
pub const MOST_DAYS: i64 = 180;

/// A link that shows something to people without an account.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SharedLink {
    /// Identity.
    pub id: SharedLinkId,
    /// What it shows.
    pub view: SharedView,
    /// For whom, in words.
    pub to: String,
    /// What is kept of the token, as [`token_hash`] makes it.
    pub token_hash: String,
    /// The last day on which it shows something.
    pub until: Day,
    /// Whether it was taken back.
    #[serde(default)]
    pub state: SharedLinkState,
    /// Who made it.
    pub by: PersonId,
    /// That person's name.
    pub by_name: String,
    /// In which role.
    pub role: Role,
    /// When.
    pub at: Timestamp,
}

impl SharedLink {
    /// Whether it shows something on a day.
    pub fn is_open_on(&self, today: Day) -> bool {
        self.state == SharedLinkState::Open && today <= self.until
    }
}

/// What a link shows: a thing, in a view with a purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SharedView {
    /// A dwelling for a contractor: where it is, what was measured, photos; nobody who lives there.
    Contractor {
        /// Which dwelling.
        dwelling: DwellingId,
    },
}

impl SharedView {
    /// The record that it shows.
    pub fn of(self) -> Key {
        match self {
            Self::Contractor { dwelling } => dwelling.key(),
        }
    }

    /// Days for which it is needed as a rule.
    pub const fn usual_days(self) -> i64 {
        match self {
            // From the survey to the quote and the works.
            Self::Contractor { .. } => 60,
        }
    }
}

/// Whether a link was taken back.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SharedLinkState {
    /// It shows something until its last day is over.
    #[default]
    Open,
    /// It shows nothing any more.
    Revoked {
        /// When it was taken back.
        at: Timestamp,
        /// By whom.
        by_name: String,
    },
}

impl std::fmt::Debug for SharedLink {
    /// What it shows: neither for whom nor the hash.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SharedLink({}, {:?}, {:?})", self.id, self.view, self.state)
    }
}

impl std::fmt::Debug for SharedLinkState {
    /// The state without names.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Open => "Open",
            Self::Revoked { .. } => "Revoked",
        })
    }
}
