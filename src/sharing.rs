// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is shared of a record with people without an account: the links that there are, and a new one. A link is made on this
//! device, with or without a network, and works once it is delivered.
mod line;
mod make;
mod preview;
mod qr;
mod slip;
mod terms;
mod token;
mod views;

use crate::prelude::*;
use crate::{record::Asking, session::may::may, text::sharing as text, ui::ButtonKind};
use soglia_domain::{
    id::SharedLinkId,
    record::Identity as _,
    shared_link::{SharedLink, SharedView},
};

/// The links to something, as a part of its page.
pub fn section(view: SharedView) -> AnyView {
    let asking = Asking::about(view.shows());
    let new = may(make::sample(view, asking.state.today()))
        .then(|| asking.buttons(ButtonKind::Primary, vec![(make::FORM, text::new(view))]));
    let ids = links(asking, view);
    view! {
        <section class="path-section" aria-labelledby="sharing-title" data-test="sharing">
            <div class="path-head">
                <h2 id="sharing-title">{text::title()}</h2>
                {new}
            </div>
            <p class="muted">{text::help(view)}</p>
            {asking.place(make::FORM, move || make::form(asking, view))}
            <Show when=move || ids.with(Vec::is_empty)>
                <p class="muted">{text::none()}</p>
            </Show>
            <ul class="path-list">
                <For each=move || ids.get() key=|id: &SharedLinkId| id.key() children=move |id| line::line(id, view)/>
            </ul>
        </section>
    }
}

/// The links to something, the last one first.
fn links(asking: Asking, view: SharedView) -> Memo<Vec<SharedLinkId>> {
    Memo::new(move |_| {
        asking.state.rows.with(|rows| {
            let mut found: Vec<_> = rows
                .under::<SharedLink>(view.of())
                .filter(|row| row.view == view)
                .map(|row| (row.at, row.id))
                .collect();
            found.sort_unstable();
            found.into_iter().rev().map(|(_, id)| id).collect()
        })
    })
}
