// SPDX-License-Identifier: AGPL-3.0-or-later
//! What an administrator keeps of people, and what people keep of their own sessions.
use super::Outcome;
use soglia_domain::{
    author::{Author, Role},
    id::{DeviceId, OrganisationId, PersonId},
};
use std::future::Future;

/// A session ends this long after it was opened, however much it was used, in milliseconds: 90 days.
pub const SESSION_AT_MOST_MS: i64 = 90 * 86_400_000;

/// An invitation opens for this long, in milliseconds: 7 days.
pub const INVITATION_MS: i64 = 7 * 86_400_000;

/// A token is followed by another one when it is as old as this, in milliseconds: a day.
pub const TOKEN_MS: i64 = 86_400_000;

/// After its successor was used once, a token opens for this long, in milliseconds: requests may be under way with it.
pub const SUCCEEDED_MS: i64 = 60_000;

/// Another role for some time: a delegation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acting {
    /// As what.
    pub role: Role,
    /// For whom.
    pub organisation: OrganisationId,
    /// Its name.
    pub organisation_name: String,
    /// Until when, in milliseconds since 1970.
    pub until_ms: i64,
}

/// Somebody as an administrator sees them.
#[derive(Clone)]
pub struct Account {
    /// Who, without a delegation.
    pub author: Author,
    /// Name to sign in with.
    pub sign_in: String,
    /// Whether a password was ever set.
    pub has_password: bool,
    /// Whether a second factor is asked for.
    pub has_factor: bool,
    /// Whether a tax code is linked to it, by which the identity provider lets the person in.
    pub has_code: bool,
    /// Last contact of one of the devices.
    pub last_ms: Option<i64>,
    /// When access ends or ended.
    pub ends_ms: Option<i64>,
    /// Until when an invitation opens.
    pub invited_until_ms: Option<i64>,
    /// A delegation, also one that is over.
    pub acting: Option<Acting>,
}

/// A session of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenSession {
    /// Which, whatever its token is now.
    pub line: String,
    /// On which device.
    pub device: DeviceId,
    /// What the device calls itself.
    pub device_name: String,
    /// Since when.
    pub opened_ms: i64,
    /// When it ends without further use.
    pub expires_ms: i64,
}

/// Accounts, invitations and sessions.
pub trait Accounts: Clone + Send + Sync + 'static {
    /// Everybody, by the name to sign in with.
    fn accounts(&self) -> impl Future<Output = Outcome<Vec<Account>>> + Send;
    /// Whether somebody's access ended.
    fn is_ended(&self, person: PersonId, now_ms: i64) -> impl Future<Output = Outcome<bool>> + Send;
    /// When somebody's access ends: from then on they may only deliver what they hold. None takes the end away.
    fn set_end(&self, person: PersonId, at_ms: Option<i64>) -> impl Future<Output = Outcome<()>> + Send;
    /// Gives somebody another role for some time; none ends it.
    fn set_acting(
        &self,
        person: PersonId,
        acting: Option<&Acting>,
    ) -> impl Future<Output = Outcome<()>> + Send;
    /// Invites somebody to set a password, by the hash of a token. An earlier invitation is over.
    fn invite(
        &self,
        person: PersonId,
        token_hash: &str,
        until_ms: i64,
    ) -> impl Future<Output = Outcome<()>> + Send;
    /// Whom an invitation that still opens is for.
    fn invited(
        &self,
        token_hash: &str,
        now_ms: i64,
    ) -> impl Future<Output = Outcome<Option<PersonId>>> + Send;
    /// Takes an invitation up with the hash of a password: once. All sessions of the person end.
    fn take_up(
        &self,
        token_hash: &str,
        password: &str,
        now_ms: i64,
    ) -> impl Future<Output = Outcome<Option<PersonId>>> + Send;
    /// Sets the hash of a password. All sessions but the one named end, and an invitation is over.
    fn set_password(
        &self,
        person: PersonId,
        password: &str,
        kept_line: Option<&str>,
    ) -> impl Future<Output = Outcome<()>> + Send;
    /// The sessions of somebody, the latest first.
    fn sessions(
        &self,
        person: PersonId,
        now_ms: i64,
    ) -> impl Future<Output = Outcome<Vec<OpenSession>>> + Send;
    /// To which session a token belongs.
    fn line_of(&self, token_hash: &str) -> impl Future<Output = Outcome<Option<String>>> + Send;
    /// Ends a session of somebody; false where it is not theirs.
    fn end_session(&self, person: PersonId, line: &str) -> impl Future<Output = Outcome<bool>> + Send;
    /// Gives a session another token. The one before goes on opening until the new one was used, and [`SUCCEEDED_MS`] longer;
    /// false where there is no such session, or where the token is younger than [`TOKEN_MS`].
    fn succeed(
        &self,
        token_hash: &str,
        next_hash: &str,
        now_ms: i64,
    ) -> impl Future<Output = Outcome<bool>> + Send;
}
