// SPDX-License-Identifier: AGPL-3.0-or-later
//! What only the server has: asked for when a page needs it, never waited for by anything else.
use super::{State, deciding::deciding};
use crate::device::{
    calendars, clock,
    devices::{self, OwnDevice},
    factors, http, shared,
};
use crate::fetched::NotFetched;
pub use http::{HistoryEntry, HttpTrouble, ImportParameters, Problem};
use soglia_domain::{
    calendar::Timestamp,
    id::{DeviceId, SharedLinkId},
    record::Key,
};
use soglia_sync::wire::{Calendar, FactorKey, RecoveryCodes, SecondFactor, SharedViews};

impl State {
    /// The history of a record, newest first.
    ///
    /// # Errors
    /// [`HttpTrouble`]: the history is only at the server.
    pub async fn history(&self, key: Key) -> Result<Vec<HistoryEntry>, HttpTrouble> {
        // It is told in words of the part that decides; the same network brings both.
        deciding().await.map_err(|NotFetched| HttpTrouble::NoNetwork)?;
        http::history(key).await
    }

    /// Sends a list of dwellings. The answer is the import report.
    ///
    /// # Errors
    /// [`HttpTrouble`], with the server's own sentence where the file is at fault.
    pub async fn import_dwellings(
        &self,
        bytes: Vec<u8>,
        parameters: &ImportParameters,
    ) -> Result<String, HttpTrouble> {
        http::import_dwellings(bytes, parameters).await
    }

    /// The devices of the person who signed in.
    ///
    /// # Errors
    /// [`HttpTrouble`]: the list is only at the server.
    pub async fn devices(&self) -> Result<Vec<OwnDevice>, HttpTrouble> {
        devices::list().await
    }

    /// Revokes a device of one's own: it is refused from now on, and wiped at its next contact.
    ///
    /// # Errors
    /// [`HttpTrouble`]: the server decides.
    pub async fn revoke_device(&self, device: DeviceId) -> Result<(), HttpTrouble> {
        devices::revoke(device).await
    }

    /// Whether whoever signed in has a second factor.
    ///
    /// # Errors
    /// [`HttpTrouble`]: only the server knows.
    pub async fn second_factor(&self) -> Result<SecondFactor, HttpTrouble> {
        factors::told().await
    }

    /// Begins a second factor; its key is told once.
    ///
    /// # Errors
    /// [`HttpTrouble`]: the password is wrong, or there is one already.
    pub async fn begin_factor(&self, password: String) -> Result<FactorKey, HttpTrouble> {
        factors::begin(password).await
    }

    /// Confirms it with its first code. The spare codes are told once.
    ///
    /// # Errors
    /// [`HttpTrouble`]: the code is wrong.
    pub async fn confirm_factor(&self, code: String) -> Result<RecoveryCodes, HttpTrouble> {
        factors::confirm(code).await
    }

    /// Ends it with a code of it.
    ///
    /// # Errors
    /// [`HttpTrouble`]: the code is wrong.
    pub async fn end_factor(&self, code: String) -> Result<SecondFactor, HttpTrouble> {
        factors::end(code).await
    }

    /// Since when a calendar may fetch from an address of one's own.
    ///
    /// # Errors
    /// [`HttpTrouble`]: only the server knows.
    pub async fn calendar(&self) -> Result<Calendar, HttpTrouble> {
        calendars::since().await
    }

    /// A new address for one's calendar; the one before is over.
    ///
    /// # Errors
    /// [`HttpTrouble`]: the server makes it.
    pub async fn open_calendar(&self) -> Result<Calendar, HttpTrouble> {
        calendars::open().await
    }

    /// Takes the address of one's calendar away.
    ///
    /// # Errors
    /// [`HttpTrouble`]: the server forgets it.
    pub async fn close_calendar(&self) -> Result<(), HttpTrouble> {
        calendars::close().await
    }

    /// Who opened a shared link.
    ///
    /// # Errors
    /// [`HttpTrouble`]: only the server knows.
    pub async fn shared_views(&self, link: SharedLinkId) -> Result<SharedViews, HttpTrouble> {
        shared::views(link).await
    }

    /// A moment in local time, as milliseconds: what the wording crate turns into a sentence.
    pub fn local_ms(&self, at: Timestamp) -> i64 {
        clock::local_ms(at.ms)
    }
}
