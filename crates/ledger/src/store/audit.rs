// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who did what that leaves no trace in the records: sign-ins, reads, exports, refusals. Lines are added and never altered.
use super::Outcome;
use crate::hash::Hash;
use serde::{Deserialize, Serialize};
use soglia_domain::{
    author::Role,
    id::{DeviceId, PersonId},
};
use std::future::Future;

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// Somebody signed in.
    SignedIn,
    /// A password or a code did not fit.
    SignInFailed,
    /// Somebody signed out, or ended a session.
    SignedOut,
    /// A password was set.
    PasswordSet,
    /// A second factor was begun, confirmed or ended.
    FactorChanged,
    /// Somebody was let in, changed, invited or put out.
    AccountChanged,
    /// A device was revoked.
    DeviceRevoked,
    /// A record was opened on a screen.
    Read,
    /// The history of a record was read.
    HistoryRead,
    /// A device got everything that its person may see.
    Fetched,
    /// Something was written out to a file.
    Exported,
    /// A shared link was opened.
    LinkOpened,
    /// Something was asked for that the person may not have.
    Refused,
    /// A household was archived.
    Archived,
    /// A household was taken out of the archive.
    Reopened,
    /// Somebody asked to erase a household.
    ErasureAsked,
    /// Somebody else decided on it.
    ErasureDecided,
    /// This list was read.
    AuditRead,
}

impl Deed {
    /// All of them.
    pub const ALL: [Self; 18] = [
        Self::SignedIn,
        Self::SignInFailed,
        Self::SignedOut,
        Self::PasswordSet,
        Self::FactorChanged,
        Self::AccountChanged,
        Self::DeviceRevoked,
        Self::Read,
        Self::HistoryRead,
        Self::Fetched,
        Self::Exported,
        Self::LinkOpened,
        Self::Refused,
        Self::Archived,
        Self::Reopened,
        Self::ErasureAsked,
        Self::ErasureDecided,
        Self::AuditRead,
    ];

    /// As it rests.
    pub const fn key(self) -> &'static str {
        match self {
            Self::SignedIn => "signed_in",
            Self::SignInFailed => "sign_in_failed",
            Self::SignedOut => "signed_out",
            Self::PasswordSet => "password_set",
            Self::FactorChanged => "factor_changed",
            Self::AccountChanged => "account_changed",
            Self::DeviceRevoked => "device_revoked",
            Self::Read => "read",
            Self::HistoryRead => "history_read",
            Self::Fetched => "fetched",
            Self::Exported => "exported",
            Self::LinkOpened => "link_opened",
            Self::Refused => "refused",
            Self::Archived => "archived",
            Self::Reopened => "reopened",
            Self::ErasureAsked => "erasure_asked",
            Self::ErasureDecided => "erasure_decided",
            Self::AuditRead => "audit_read",
        }
    }

    /// From the text that rests.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|deed| deed.key() == text)
    }
}

/// One line. It names people and records by their identities, and nothing that stands in a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditLine {
    /// When it was done, in milliseconds since 1970; on a device without a network earlier than it was told.
    pub at_ms: i64,
    /// By whom; none where nobody was signed in.
    pub person: Option<PersonId>,
    /// In which role.
    pub role: Option<Role>,
    /// On which device.
    pub device: Option<DeviceId>,
    /// What.
    pub deed: Deed,
    /// With which record or person, as text; empty where there is none.
    pub about: String,
    /// What else is to be known of it, as a short word; empty where there is nothing.
    pub note: String,
}

/// A line as it rests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audited {
    /// Its number, from 1 without gaps.
    pub n: u64,
    /// When the server was told, in milliseconds since 1970.
    pub told_ms: i64,
    /// The line.
    pub line: AuditLine,
    /// Seals it and all lines before it.
    pub hash: Hash,
}

impl Audited {
    /// A line that follows another.
    pub fn after(n: u64, before: Hash, line: AuditLine, told_ms: i64) -> Self {
        let mut audited = Self {
            n: n + 1,
            told_ms,
            line,
            hash: Hash::default(),
        };
        audited.hash = audited.sealed(before);
        audited
    }

    /// The hash that it has to have after the one before.
    pub fn sealed(&self, before: Hash) -> Hash {
        let line = &self.line;
        Hash::of_parts(&[
            before.as_str(),
            &self.n.to_string(),
            &self.told_ms.to_string(),
            &line.at_ms.to_string(),
            &text_of(line.person),
            line.role.map_or("", Role::key),
            &text_of(line.device),
            line.deed.key(),
            &line.about,
            &line.note,
        ])
    }
}

fn text_of(id: Option<impl ToString>) -> String {
    id.map_or_else(String::new, |id| id.to_string())
}

/// Which lines are asked for. What is none asks for all.
#[derive(Clone, Debug, Default)]
pub struct AuditAsked {
    /// By whom.
    pub person: Option<PersonId>,
    /// What was done.
    pub deed: Option<Deed>,
    /// With what.
    pub about: Option<String>,
    /// Done at or after.
    pub from_ms: Option<i64>,
    /// Done before.
    pub until_ms: Option<i64>,
    /// With a smaller number.
    pub before: Option<u64>,
    /// At most so many.
    pub most: u32,
}

/// The lines.
pub trait Audit: Clone + Send + Sync + 'static {
    /// Adds lines, in their order.
    fn note(&self, lines: &[AuditLine], now_ms: i64) -> impl Future<Output = Outcome<()>> + Send;
    /// Lines, the newest first.
    fn audited(&self, asked: &AuditAsked) -> impl Future<Output = Outcome<Vec<Audited>>> + Send;
    /// Lines after a number, in their order.
    fn audit_after(&self, n: u64, most: u32) -> impl Future<Output = Outcome<Vec<Audited>>> + Send;
}
