// SPDX-License-Identifier: AGPL-3.0-or-later
//! The checklist of a visit: each tick is saved at once, so that a tablet put away in a hurry loses none.
use super::Asking;
use crate::prelude::*;
use crate::text::{language, path::visits as text};
use soglia_domain::{
    action::Action,
    id::VisitId,
    record::Identity as _,
    visit::{CheckItem, Verb, Visit},
};
use soglia_wording as wording;

/// Its lines, those ticked that were done.
pub(super) fn checklist(id: VisitId, visit: Memo<Option<Visit>>) -> AnyView {
    // Its own: a tick closes no form that is open beside it.
    let asking = Asking::about(id.key());
    let done = Memo::new(move |_| {
        visit.with(|visit| {
            visit
                .as_ref()
                .map(|visit| visit.checks.clone())
                .unwrap_or_default()
        })
    });
    let line = |item: CheckItem| {
        let field = format!("visit-check-{id}-{item}");
        let tick = move |done| asking.act(Action::on(id, Verb::Check { item, done }));
        view! {
            <div class="form-check">
                <input
                    type="checkbox"
                    id=field.clone()
                    prop:checked=move || done.with(|done| done.contains(&item))
                    on:change:target=move |event| tick(event.target().checked())
                />
                <label for=field>{wording::check_item(item, language())}</label>
            </div>
        }
    };
    view! {
        <fieldset class="form-group" data-test="visit-checklist">
            <legend class="form-label">{text::checklist()}</legend>
            {asking.why()}
            <div class="choices">{CheckItem::ALL.map(line).into_iter().collect_view()}</div>
        </fieldset>
    }
}
