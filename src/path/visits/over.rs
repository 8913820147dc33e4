// SPDX-License-Identifier: AGPL-3.0-or-later
//! A visit that was held, given up or called off.
use super::{
    Asking,
    head::{head, state_key},
    photos::photos,
    seen::{is_of_others, row_of, whole},
    told::told,
};
use crate::prelude::*;
use crate::session::may::may;
use soglia_domain::{
    id::VisitId,
    record::Identity as _,
    visit::{Verb, VisitStateKind},
};

/// One line of those that are over.
pub(super) fn line(id: VisitId) -> AnyView {
    let asking = Asking::about(id.key());
    let row = row_of(asking, id);
    let visit = whole(asking, id);
    let head =
        live(move || row.with(|row| row.as_ref().map(|row| head(row, asking.state.today())).into_any()));
    let told = live(move || visit.with(|visit| visit.as_ref().map(|visit| told(visit, true)).into_any()));
    // Whoever may end a visit writes about what came of it; of one that was called off there is nothing more to see.
    let (is_ours, is_off) = row.with_untracked(|row| {
        let row = row.as_ref();
        (
            row.is_some_and(|row| !is_of_others(row)),
            row.is_some_and(|row| row.state == VisitStateKind::Cancelled),
        )
    });
    let may_write = is_ours
        && may(Verb::Cancel {
            reason: String::new(),
        });
    let state = move || row.with(|row| row.as_ref().map(|row| state_key(row.state)));
    view! {
        <li class="path-line" data-test="visit" data-state=state>
            {head}
            {told}
            {photos(id, visit, may_write && !is_off, may_write)}
        </li>
    }
}
