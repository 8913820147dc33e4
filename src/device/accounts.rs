// SPDX-License-Identifier: AGPL-3.0-or-later
//! Accounts, sessions, passwords, and who looked at what, as the server knows them.
use super::{
    files,
    http::{HttpTrouble, answer, delete, encoded, get, post_json, put_json, read},
};
use soglia_domain::{id::PersonId, record::Key};
use soglia_sync::wire::{
    AccountAs, AuditedLines, InvitationFor, InvitationToken, Invited, KnownAccounts, KnownSessions,
    NewAccount, NewPassword, Readers, TakenUp,
};

/// Everybody who may sign in, for an administrator.
///
/// # Errors
/// [`HttpTrouble`], as for everything here: only the server knows.
pub async fn list() -> Result<KnownAccounts, HttpTrouble> {
    read(answer(get("/api/accounts").build()).await?).await
}

/// Lets somebody in.
///
/// # Errors
/// [`HttpTrouble`].
pub async fn add(new: &NewAccount) -> Result<Invited, HttpTrouble> {
    read(answer(post_json("/api/accounts", new)).await?).await
}

/// Says how an account stands from now on.
///
/// # Errors
/// [`HttpTrouble`].
pub async fn change(person: PersonId, account: &AccountAs) -> Result<KnownAccounts, HttpTrouble> {
    read(answer(put_json(&format!("/api/accounts/{person}"), account)).await?).await
}

/// Invites somebody again.
///
/// # Errors
/// [`HttpTrouble`].
pub async fn invite(person: PersonId) -> Result<Invited, HttpTrouble> {
    read(answer(post_json(&format!("/api/accounts/{person}/invitation"), &())).await?).await
}

/// Ends the second factor of somebody who lost it.
///
/// # Errors
/// [`HttpTrouble`].
pub async fn end_factor(person: PersonId) -> Result<(), HttpTrouble> {
    delete(&format!("/api/accounts/{person}/second-factor")).await
}

/// For whom an invitation is.
///
/// # Errors
/// [`HttpTrouble`].
pub async fn invitation(token: String) -> Result<InvitationFor, HttpTrouble> {
    read(answer(post_json("/api/invitation", &InvitationToken { token })).await?).await
}

/// Takes an invitation up.
///
/// # Errors
/// [`HttpTrouble`].
pub async fn take_up(token: String, password: String) -> Result<InvitationFor, HttpTrouble> {
    read(answer(put_json("/api/invitation", &TakenUp { token, password })).await?).await
}

/// Sets another password of one's own.
///
/// # Errors
/// [`HttpTrouble`].
pub async fn set_password(old: String, new: String) -> Result<(), HttpTrouble> {
    answer(put_json("/api/password", &NewPassword { old, new }))
        .await
        .map(drop)
}

/// One's own sessions.
///
/// # Errors
/// [`HttpTrouble`].
pub async fn sessions() -> Result<KnownSessions, HttpTrouble> {
    read(answer(get("/api/sessions").build()).await?).await
}

/// Ends a session of one's own.
///
/// # Errors
/// [`HttpTrouble`].
pub async fn end_session(session: &str) -> Result<(), HttpTrouble> {
    delete(&format!("/api/sessions/{}", encoded(session))).await
}

/// Who opened a record.
///
/// # Errors
/// [`HttpTrouble`].
pub async fn readers(key: Key) -> Result<Readers, HttpTrouble> {
    read(answer(get(&format!("/api/records/{key}/readers")).build()).await?).await
}

/// Everything that is held about a household, as a file given to the browser to keep. Whether it took it.
///
/// # Errors
/// [`HttpTrouble`].
pub async fn everything(key: Key, language: &str, form: &str) -> Result<bool, HttpTrouble> {
    let asked = format!("/api/records/{key}/everything?lang={language}&as={form}");
    let bytes = answer(get(&asked).build()).await?.binary().await;
    let bytes = bytes.map_err(|_| HttpTrouble::NoNetwork)?;
    // The name tells nobody in which folder of downloads whom it is about.
    let kind = if form == "html" {
        "text/html"
    } else {
        "application/json"
    };
    Ok(files::download(&format!("soglia-copia.{form}"), kind, &bytes))
}

/// Which lines of what people did are asked for. What is empty asks for all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditWanted {
    /// By whom, by the name to sign in with.
    pub person: String,
    /// What was done, by its name.
    pub deed: String,
    /// With what, by identity.
    pub about: String,
    /// Done at or after, in milliseconds since 1970.
    pub from_ms: Option<i64>,
    /// Done before, in milliseconds since 1970.
    pub until_ms: Option<i64>,
}

impl AuditWanted {
    /// As it stands behind the question mark of an address.
    fn query(&self) -> String {
        let texts = [
            ("person", &self.person),
            ("deed", &self.deed),
            ("about", &self.about),
        ];
        let texts = texts.into_iter().filter(|(_, text)| !text.trim().is_empty());
        let texts = texts.map(|(name, text)| format!("{name}={}", encoded(text.trim())));
        let moments = [("from_ms", self.from_ms), ("until_ms", self.until_ms)];
        let moments = moments
            .into_iter()
            .filter_map(|(name, ms)| Some(format!("{name}={}", ms?)));
        texts.chain(moments).collect::<Vec<_>>().join("&")
    }
}

/// The same as a file, given to the browser to keep. Whether it took it.
///
/// # Errors
/// [`HttpTrouble`].
pub async fn audit_file(wanted: &AuditWanted, name: &str) -> Result<bool, HttpTrouble> {
    let response = answer(get(&format!("/api/audit.csv?{}", wanted.query())).build()).await?;
    let bytes = response.binary().await.map_err(|_| HttpTrouble::NoNetwork)?;
    Ok(files::download(name, "text/csv", &bytes))
}

/// What people did, for an auditor: the newest first, before a number where one is given.
///
/// # Errors
/// [`HttpTrouble`].
pub async fn audit(wanted: &AuditWanted, before: Option<u64>) -> Result<AuditedLines, HttpTrouble> {
    let before = before.map(|n| format!("&before={n}")).unwrap_or_default();
    read(answer(get(&format!("/api/audit?{}{before}", wanted.query())).build()).await?).await
}
