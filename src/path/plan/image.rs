// SPDX-License-Identifier: AGPL-3.0-or-later
//! The image of a signature, looked for again with each exchange until it is here: another tablet may be delivering it.
use super::place::Place;
use crate::prelude::*;
use crate::{state::State, text::path::plan as text};
use leptos::task::spawn_local;
use soglia_domain::{photo::PhotoId, record::Identity as _};

/// The image, or that it is not here.
pub(super) fn image(place: Place, id: PhotoId, described: String) -> AnyView {
    let state = place.subject.state;
    let address = RwSignal::new(None::<String>);
    let last_ms = Memo::new(move |_| state.sync.with(|sync| sync.last_ms));
    Effect::new(move |_| {
        last_ms.track();
        if address.with_untracked(Option::is_some) {
            return;
        }
        spawn_local(async move {
            // What is not here yet is asked for again.
            let Ok(found) = state.photo_address(place.id.key(), id).await else {
                return;
            };
            // Two exchanges may have asked at once: the first answer stays.
            let is_late = address.try_with_untracked(Option::is_some).unwrap_or(true);
            if is_late {
                State::forget_photo_address(&found);
            } else {
                address.set(Some(found));
            }
        });
    });
    on_cleanup(move || {
        if let Some(Some(address)) = address.try_get_untracked() {
            State::forget_photo_address(&address);
        }
    });
    live(move || match address.get() {
        Some(src) => {
            view! { <img class="signature" data-test="signature-image" src=src alt=described.clone()/> }
        }
        None => view! { <p class="muted">{text::image_missing()}</p> },
    })
}
