// SPDX-License-Identifier: AGPL-3.0-or-later
//! How the delivery of photos goes, in a line. They travel apart: a photo never holds up a text.
use crate::prelude::*;
use crate::{state::State, text::deliveries as text};

/// The line; nothing while no photo waits.
pub fn photo_queue() -> AnyView {
    let state = expect_context::<State>();
    let line = move || {
        let queue = state.photos.get();
        let n_waiting = queue.waiting.len();
        (n_waiting > 0).then(|| {
            let percent = queue.percent.map(text::photo_percent);
            let failed = (queue.n_failed > 0).then(|| text::photos_failed(queue.n_failed));
            view! {
                <div class="photo-queue" role="status" data-test="photo-queue">
                    <p>{text::photos_delivered(queue.n_delivered, queue.n_delivered + n_waiting)} " " {percent}</p>
                    <progress
                        max=queue.n_delivered + n_waiting
                        value=queue.n_delivered
                        aria-label=text::photos_title()
                    ></progress>
                    {failed.map(|failed| view! { <p class="form-text">{failed}</p> })}
                </div>
            }
        })
    };
    view! { {line} }
}
