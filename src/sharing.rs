// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is shared of a record with people without an account: the links that there are, and a new one. A link is made on this
//! device, with or without a network, and works once it is delivered.
mod line;
mod make;
mod qr;
mod token;
mod views;

use crate::prelude::*;
use crate::{
    record::{Asking, Subject},
    session::may::may,
    text::sharing as text,
    ui::ButtonKind,
};
use soglia_domain::{
    dwelling::Dwelling,
    id::{DwellingId, SharedLinkId},
    record::{Identity as _, Key},
    shared_link::SharedLink,
};

/// The links to a dwelling, as a part of its page.
pub fn of_dwelling(subject: Subject<Dwelling>, id: DwellingId) -> AnyView {
    let asking = Asking::about(id.key());
    let may_share = may(make::verb(id, String::new(), String::new(), asking.state.today()));
    let new = may_share.then(|| asking.buttons(ButtonKind::Primary, vec![(make::FORM, text::new())]));
    let ids = links(asking, id.key());
    view! {
        <div class="path" data-test="sharing">
            <div class="path-head">
                <h2>{text::title()}</h2>
                {new}
            </div>
            <p class="muted">{text::help()}</p>
            {asking.place(make::FORM, move || make::form(asking, subject, id))}
            <Show when=move || ids.with(Vec::is_empty)>
                <p class="muted">{text::none()}</p>
            </Show>
            <ul class="path-list">
                <For each=move || ids.get() key=|id: &SharedLinkId| id.key() children=line::line/>
            </ul>
        </div>
    }
}

/// The links to a record, the last one first.
fn links(asking: Asking, key: Key) -> Memo<Vec<SharedLinkId>> {
    Memo::new(move |_| {
        asking.state.rows.with(|rows| {
            let mut found: Vec<_> = rows
                .under::<SharedLink>(key)
                .map(|row| (row.at, row.id))
                .collect();
            found.sort_unstable();
            found.into_iter().rev().map(|(_, id)| id).collect()
        })
    })
}
