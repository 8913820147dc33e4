// SPDX-License-Identifier: AGPL-3.0-or-later
//! People, their devices and their sessions.
use super::Outcome;
use soglia_domain::{
    author::Author,
    id::{DeviceId, PersonId},
};
use std::future::Future;

/// A person who may sign in.
#[derive(Clone)]
pub struct Person {
    /// Who.
    pub author: Author,
    /// Name to sign in with, in small letters.
    pub sign_in: String,
    /// argon2id hash with its parameters.
    pub password: String,
}

/// A session lasts this long after its last use, and at most [`super::SESSION_AT_MOST_MS`], in milliseconds.
pub const SESSION_MS: i64 = 30 * 86_400_000;

/// A session is prolonged at most this often, in milliseconds, so that reading does not write each time.
pub const PROLONG_AFTER_MS: i64 = 3_600_000;

/// Someone signed in, on one device.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// Who.
    pub author: Author,
    /// Where.
    pub device: DeviceId,
    /// Counts how often role or organisation of the person changed.
    pub rights: u64,
    /// Whether the device was revoked: it may only deliver what it holds.
    pub revoked: bool,
    /// Whether the identity provider vouched for a second factor when they signed in.
    pub vouched: bool,
}

/// A device as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// Which.
    pub device: DeviceId,
    /// Whose.
    pub person: PersonId,
    /// What it calls itself, as "Chrome, Android"; empty where it did not say.
    pub name: String,
    /// First sign-in, in milliseconds since 1970.
    pub first_ms: i64,
    /// Last contact, to the hour.
    pub last_ms: i64,
    /// When it was revoked.
    pub revoked_ms: Option<i64>,
    /// When it said that it wiped what it held.
    pub wiped_ms: Option<i64>,
    /// Changes accepted from it.
    pub n_changes: u64,
}

/// People, devices and sessions. What a batch has to know of a device stands in [`super::Write`], inside its transaction.
pub trait People: Clone + Send + Sync + 'static {
    /// Whether nobody may sign in yet.
    fn knows_nobody(&self) -> impl Future<Output = Outcome<bool>> + Send;
    /// Someone by the name to sign in with.
    fn person(&self, sign_in: &str) -> impl Future<Output = Outcome<Option<Person>>> + Send;
    /// The name that someone signs in with.
    fn sign_in_of(&self, person: PersonId) -> impl Future<Output = Outcome<Option<String>>> + Send;
    /// Adds someone; false when the name to sign in with is taken.
    fn add_person(&self, person: &Person) -> impl Future<Output = Outcome<bool>> + Send;
    /// Gives someone another role, organisation or name. Their devices then fetch everything afresh.
    fn change_rights(&self, author: &Author) -> impl Future<Output = Outcome<()>> + Send;
    /// Makes a device someone's own; false when it is somebody else's. An empty name leaves the one it has.
    fn claim_device(
        &self,
        device: DeviceId,
        person: PersonId,
        name: &str,
        now_ms: i64,
    ) -> impl Future<Output = Outcome<bool>> + Send;
    /// Whether a device is someone's own.
    fn owns_device(&self, device: DeviceId, person: PersonId) -> impl Future<Output = Outcome<bool>> + Send;
    /// The devices of someone, the one last seen first.
    fn devices(&self, person: PersonId) -> impl Future<Output = Outcome<Vec<Device>>> + Send;
    /// Revokes a device of someone; false when it is not theirs. A second time changes nothing.
    fn revoke_device(
        &self,
        device: DeviceId,
        person: PersonId,
        now_ms: i64,
    ) -> impl Future<Output = Outcome<bool>> + Send;
    /// A revoked device says that it wiped what it held; its sessions end.
    fn note_wiped(&self, device: DeviceId, now_ms: i64) -> impl Future<Output = Outcome<()>> + Send;
    /// Begins a session.
    fn open_session(
        &self,
        token_hash: &str,
        visitor: &Visitor,
        now_ms: i64,
    ) -> impl Future<Output = Outcome<()>> + Send;
    /// Who a session belongs to; prolongs it, and notes the contact.
    fn session(&self, token_hash: &str, now_ms: i64)
    -> impl Future<Output = Outcome<Option<Visitor>>> + Send;
    /// Ends a session.
    fn close_session(&self, token_hash: &str) -> impl Future<Output = Outcome<()>> + Send;
}
