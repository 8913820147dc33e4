// SPDX-License-Identifier: AGPL-3.0-or-later
//! Accounts, sessions, passwords, and who looked at what: only the server has them.
use super::State;
pub use crate::device::accounts::AuditWanted;
use crate::device::{accounts, reads};
use crate::state::HttpTrouble;
use leptos::task::spawn_local;
use soglia_domain::{id::PersonId, record::Key};
use soglia_sync::wire::{
    AccountAs, AuditedLines, InvitationFor, Invited, KnownAccounts, KnownSessions, NewAccount, Readers,
};

impl State {
    /// A record was opened on this screen: the server is told now, or at the next contact.
    pub fn note_read(&self, key: Key) {
        reads::note(key);
        if self.sync.with_untracked(|sync| sync.online) {
            self.deliver_reads();
        }
    }

    /// Tells the server which records were opened.
    pub fn deliver_reads(&self) {
        spawn_local(reads::deliver());
    }

    /// Everybody who may sign in.
    ///
    /// # Errors
    /// [`HttpTrouble`].
    pub async fn accounts(&self) -> Result<KnownAccounts, HttpTrouble> {
        accounts::list().await
    }

    /// Lets somebody in.
    ///
    /// # Errors
    /// [`HttpTrouble`].
    pub async fn add_account(&self, new: &NewAccount) -> Result<Invited, HttpTrouble> {
        accounts::add(new).await
    }

    /// Says how an account stands from now on.
    ///
    /// # Errors
    /// [`HttpTrouble`].
    pub async fn change_account(
        &self,
        person: PersonId,
        account: &AccountAs,
    ) -> Result<KnownAccounts, HttpTrouble> {
        accounts::change(person, account).await
    }

    /// Invites somebody again.
    ///
    /// # Errors
    /// [`HttpTrouble`].
    pub async fn invite(&self, person: PersonId) -> Result<Invited, HttpTrouble> {
        accounts::invite(person).await
    }

    /// Ends the second factor of somebody who lost it.
    ///
    /// # Errors
    /// [`HttpTrouble`].
    pub async fn take_factor(&self, person: PersonId) -> Result<(), HttpTrouble> {
        accounts::end_factor(person).await
    }

    /// For whom an invitation is.
    ///
    /// # Errors
    /// [`HttpTrouble`].
    pub async fn invitation(&self, token: String) -> Result<InvitationFor, HttpTrouble> {
        accounts::invitation(token).await
    }

    /// Takes an invitation up.
    ///
    /// # Errors
    /// [`HttpTrouble`].
    pub async fn take_up(&self, token: String, password: String) -> Result<InvitationFor, HttpTrouble> {
        accounts::take_up(token, password).await
    }

    /// Sets another password of one's own.
    ///
    /// # Errors
    /// [`HttpTrouble`].
    pub async fn set_password(&self, old: String, new: String) -> Result<(), HttpTrouble> {
        accounts::set_password(old, new).await
    }

    /// One's own sessions.
    ///
    /// # Errors
    /// [`HttpTrouble`].
    pub async fn sessions(&self) -> Result<KnownSessions, HttpTrouble> {
        accounts::sessions().await
    }

    /// Ends a session of one's own.
    ///
    /// # Errors
    /// [`HttpTrouble`].
    pub async fn end_session(&self, session: &str) -> Result<(), HttpTrouble> {
        accounts::end_session(session).await
    }

    /// Who opened a record.
    ///
    /// # Errors
    /// [`HttpTrouble`].
    pub async fn readers(&self, key: Key) -> Result<Readers, HttpTrouble> {
        accounts::readers(key).await
    }

    /// Everything that is held about a household, as a file given to the browser to keep. Whether it took it.
    ///
    /// # Errors
    /// [`HttpTrouble`].
    pub async fn everything(&self, key: Key, language: &str, form: &str) -> Result<bool, HttpTrouble> {
        accounts::everything(key, language, form).await
    }

    /// What people did, for an auditor.
    ///
    /// # Errors
    /// [`HttpTrouble`].
    pub async fn audit(
        &self,
        wanted: &AuditWanted,
        before: Option<u64>,
    ) -> Result<AuditedLines, HttpTrouble> {
        accounts::audit(wanted, before).await
    }

    /// The same as a file, given to the browser to keep. Whether it took it.
    ///
    /// # Errors
    /// [`HttpTrouble`].
    pub async fn audit_file(&self, wanted: &AuditWanted, name: &str) -> Result<bool, HttpTrouble> {
        accounts::audit_file(wanted, name).await
    }
}
