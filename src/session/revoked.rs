// SPDX-License-Identifier: AGPL-3.0-or-later
//! A device that was revoked: what it had to send goes to the server first, then what it received is deleted, also while
//! it is locked. What could not be sent stays sealed until its author opens it and it is sent.
use super::{Session, Who, sign_in::card};
use crate::prelude::*;
use crate::{
    device::{devices, handover, http, indexeddb::IndexedDb, profile::Profile, tabs},
    text::session as text,
    ui::{Button, ButtonKind},
};
use leptos::task::spawn_local;
use soglia_domain::id::DeviceId;

impl Session {
    /// The store that is open was emptied, because its device was revoked.
    pub(super) fn was_revoked(&self, n_left: usize) {
        let Who::In(signed_in) = self.who.get_untracked() else {
            return;
        };
        handover::release();
        tabs::set_open(false);
        tabs::tell(&tabs::Told::Lock);
        self.who.set(Who::Revoked { n_left });
        let session = *self;
        spawn_local(async move {
            session.state.get_value().close_gently().await;
            session.leave(signed_in.device, n_left).await;
        });
    }

    /// While the stores are locked the server is asked whether this device still counts.
    pub(super) async fn look_for_revocation(&self) {
        if !matches!(self.who.get_untracked(), Who::Locked) {
            return;
        }
        let Ok(mut profile) = Profile::read().await else {
            return;
        };
        let Some(device) = profile.session_device else {
            return;
        };
        match http::session().await {
            Ok(session) if session.revoked => {}
            Err(http::HttpTrouble::SignedOut) => {
                profile.session_device = None;
                // If this cannot be noted, the server is asked once more.
                profile.write().await.ok();
                return;
            }
            _ => return,
        }
        let Some(vault) = profile.vault_of(device) else {
            return;
        };
        let Ok(n_left) = IndexedDb::wipe_locked(vault).await else {
            return;
        };
        self.who.set(Who::Revoked { n_left });
        self.leave(device, n_left).await;
    }

    /// Where nothing is left to send the store goes, and the server hears of it. A later sign-in begins with another
    /// device identity.
    async fn leave(&self, device: DeviceId, n_left: usize) {
        if n_left > 0 {
            return;
        }
        // A server that does not hear it shows the device as not yet emptied, which is the safe side.
        devices::tell_wiped(device).await.ok();
        let Ok(mut profile) = Profile::read().await else {
            return;
        };
        profile.session_device = None;
        if let Some(vault) = profile.remove_device(device)
            && profile.write().await.is_ok()
        {
            // What stays behind here is empty.
            IndexedDb::delete_vault(vault).await.ok();
        }
        self.show_people(&profile);
    }
}

/// What happened, and what to do.
pub(crate) fn revoked_page(n_left: usize) -> AnyView {
    let session = expect_context::<Session>();
    let go_on = move |()| {
        if session.people.with_untracked(Vec::is_empty) {
            session.to_sign_in();
        } else {
            session.to_unlock();
        }
    };
    card(
        text::revoked_title(),
        view! {
            <p>{text::revoked_what()}</p>
            <p>{text::revoked_work(n_left)}</p>
            <p>{text::revoked_then()}</p>
            <Button kind=ButtonKind::Primary test="after-revocation" on_click=go_on>{text::go_on()}</Button>
        },
    )
}
