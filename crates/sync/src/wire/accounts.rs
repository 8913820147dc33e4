// SPDX-License-Identifier: AGPL-3.0-or-later
//! Accounts, sessions, invitations, and who looked at what.
use serde::{Deserialize, Serialize};
use soglia_domain::{
    author::Role,
    id::{DeviceId, PersonId},
    record::Key,
};

/// A role, and for whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Post {
    /// What the person may do.
    pub role: Role,
    /// Name of the department or partner.
    pub organisation: String,
}

/// Another role for some time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Delegation {
    /// What the person may do.
    pub role: Role,
    /// Name of the department or partner.
    pub organisation: String,
    /// Until when, in milliseconds since 1970.
    pub until_ms: i64,
}

/// Somebody as an administrator sees them. Moments are milliseconds since 1970.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KnownAccount {
    /// Who.
    pub person: PersonId,
    /// Full name.
    pub name: String,
    /// Name to sign in with.
    pub sign_in: String,
    /// Role and organisation, without a delegation.
    pub post: Post,
    /// Whether it is whoever asks.
    pub this: bool,
    /// Whether a password was ever set.
    pub has_password: bool,
    /// Whether a second factor is asked for.
    pub has_factor: bool,
    /// Whether the identity provider lets them in, by their tax code.
    #[serde(default)]
    pub has_code: bool,
    /// Last contact of one of the devices.
    pub last_ms: Option<i64>,
    /// When access ends or ended.
    pub ends_ms: Option<i64>,
    /// Until when an invitation opens.
    pub invited_until_ms: Option<i64>,
    /// A delegation that lasts.
    pub delegation: Option<Delegation>,
}

/// Answer to `GET /api/accounts`.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KnownAccounts {
    /// By the name to sign in with.
    pub accounts: Vec<KnownAccount>,
    /// Whether there is an identity provider, to which people can be linked.
    #[serde(default)]
    pub provider: bool,
}

/// `POST /api/accounts`: let somebody in.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewAccount {
    /// Name to sign in with.
    pub sign_in: String,
    /// Full name.
    pub name: String,
    /// Role and organisation.
    pub post: Post,
}

/// `PUT /api/accounts/{person}`: how an account has to stand.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AccountAs {
    /// Full name.
    pub name: String,
    /// Role and organisation.
    pub post: Post,
    /// When access ends, in milliseconds since 1970; none where it does not.
    pub ends_ms: Option<i64>,
    /// Another role for some time.
    pub delegation: Option<Delegation>,
}

/// Answer to `POST /api/accounts` and `POST /api/accounts/{person}/invitation`: told once.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Invited {
    /// Whom it is for.
    pub person: PersonId,
    /// The token that opens the invitation.
    pub token: String,
    /// Until when it opens, in milliseconds since 1970.
    pub until_ms: i64,
}

/// `POST /api/invitation`: for whom is this?
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InvitationToken {
    /// The token.
    pub token: String,
}

/// Answer to `POST /api/invitation`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InvitationFor {
    /// Full name.
    pub name: String,
    /// Name to sign in with.
    pub sign_in: String,
}

/// `PUT /api/invitation`: take it up.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TakenUp {
    /// The token.
    pub token: String,
    /// The password.
    pub password: String,
}

/// `PUT /api/password`: another password of one's own.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewPassword {
    /// The one until now.
    pub old: String,
    /// The one from now on.
    pub new: String,
}

/// A session of one's own. Moments are milliseconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KnownSession {
    /// Which.
    pub session: String,
    /// On which device.
    pub device: DeviceId,
    /// What the device calls itself.
    pub device_name: String,
    /// Since when.
    pub opened_ms: i64,
    /// When it ends without further use.
    pub expires_ms: i64,
    /// Whether it is the one that asks.
    pub this: bool,
}

/// Answer to `GET /api/sessions`.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KnownSessions {
    /// The latest first.
    pub sessions: Vec<KnownSession>,
}

/// A record was opened on a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReadOf {
    /// Which.
    pub record: Key,
    /// When, by the clock of the device, in milliseconds since 1970.
    pub at_ms: i64,
}

/// `POST /api/reads`: what was opened, also without a network.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reads {
    /// In their order; at most 500.
    pub reads: Vec<ReadOf>,
}

/// Somebody who opened a record.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reader {
    /// Full name.
    pub name: String,
    /// In which role.
    pub role: Option<Role>,
    /// Name of the department or partner now.
    pub organisation: String,
    /// When, in milliseconds since 1970.
    pub at_ms: i64,
}

/// Answer to `GET /api/records/{key}/readers`.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Readers {
    /// The latest first.
    pub readers: Vec<Reader>,
    /// Whether there are more than these.
    pub more: bool,
}

/// A line of what people did. Moments are milliseconds since 1970.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AuditedLine {
    /// Its number.
    pub n: u64,
    /// When it was done.
    pub at_ms: i64,
    /// When the server was told.
    pub told_ms: i64,
    /// Who; empty where nobody was signed in.
    pub name: String,
    /// In which role.
    pub role: Option<Role>,
    /// What, by its name: see the document.
    pub deed: String,
    /// With which record or person, by identity; empty where there is none.
    pub about: String,
    /// What else is to be known; empty where there is nothing.
    pub note: String,
}

/// Answer to `GET /api/audit`.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AuditedLines {
    /// The newest first.
    pub lines: Vec<AuditedLine>,
    /// Whether older ones wait: ask again with the smallest number as `before`.
    pub more: bool,
}

macro_rules! no_debug {
    ($($name:ident),*) => {$(
        impl std::fmt::Debug for $name {
            /// Without names, passwords and tokens.
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(stringify!($name))
            }
        }
    )*};
}

no_debug!(
    KnownAccount,
    KnownAccounts,
    NewAccount,
    AccountAs,
    Invited,
    InvitationToken,
    InvitationFor,
    TakenUp,
    NewPassword,
    KnownSessions,
    Reader,
    Readers,
    AuditedLine,
    AuditedLines
);
