// SPDX-License-Identifier: AGPL-3.0-or-later
//! Opening again what the page before this one had open. A store that does not open is never taken for an empty one: a
//! tablet that was switched off in the middle may need a moment, and whoever is asked to sign in as a newcomer would think
//! that their work is gone.
use super::{Entering, Session, Step, Who, sign_in::card};
use crate::prelude::*;
use crate::{
    device::{clock, profile::Profile},
    state::StorageTrouble,
    text::session as text,
    ui::{Button, ButtonKind},
};
use leptos::task::spawn_local;

/// What is waited between the tries, in milliseconds.
const WAITS_MS: [i32; 4] = [100, 400, 1_000, 2_000];

impl Session {
    pub(super) async fn reopen(&self) {
        let state = self.state.get_value();
        let Ok(profile) = read_patiently().await else {
            self.who.set(Who::Unreadable);
            return;
        };
        if profile.is_lost() {
            state.storage.update(|storage| storage.lost = true);
        }
        self.show_people(&profile);
        if profile.accounts.is_empty() {
            let who = match profile.person.clone() {
                // An earlier version left a store that is not sealed yet.
                Some(signed_in) => Who::Entering(Entering {
                    name: profile.name_of(signed_in.device).unwrap_or_default().to_owned(),
                    signed_in,
                    step: Step::Choose,
                }),
                None => Who::SignedOut,
            };
            self.who.set(who);
            return;
        }
        if let Some((vault, key)) = Self::key_at_hand().await
            && self.open_again(&profile, vault, key).await
        {
            return;
        }
        self.who.set(Who::Locked);
        self.look_for_revocation().await;
    }
}

async fn read_patiently() -> Result<Profile, StorageTrouble> {
    for wait in WAITS_MS {
        if let Ok(profile) = Profile::read().await {
            return Ok(profile);
        }
        clock::wait(wait).await;
    }
    Ok(Profile::read().await?)
}

/// What is in the way, that nothing is lost by it, and what to do.
pub(crate) fn unreadable_page() -> AnyView {
    let session = expect_context::<Session>();
    let again = move |()| {
        session.who.set(Who::Opening);
        spawn_local(async move { session.reopen().await });
    };
    card(
        text::unreadable_title(),
        view! {
            <p>{text::unreadable_what()}</p>
            <p>{text::unreadable_then()}</p>
            <Button kind=ButtonKind::Primary on_click=again>{text::try_again()}</Button>
        }
        .into_any(),
    )
}
