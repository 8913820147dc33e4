// SPDX-License-Identifier: AGPL-3.0-or-later
//! A visit that was held, given up or called off.
use super::{
    Asking,
    head::{head, state_key},
    seen::{row_of, whole},
    told::told,
};
use crate::prelude::*;
use soglia_domain::{id::VisitId, record::Identity as _};

/// One line of those that are over.
pub(super) fn line(id: VisitId) -> AnyView {
    let asking = Asking::about(id.key());
    let row = row_of(asking, id);
    let visit = whole(asking, id);
    let head =
        live(move || row.with(|row| row.as_ref().map(|row| head(row, asking.state.today())).into_any()));
    let told = live(move || visit.with(|visit| visit.as_ref().map(|visit| told(visit, true)).into_any()));
    let state = move || row.with(|row| row.as_ref().map(|row| state_key(row.state)));
    view! {
        <li class="path-line" data-test="visit" data-state=state>
            {head}
            {told}
        </li>
    }
}
