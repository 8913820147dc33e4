// SPDX-License-Identifier: AGPL-3.0-or-later
//! A visit as it is on this device: what lists know of it, and all of it.
use crate::prelude::*;
use crate::record::Asking;
use soglia_domain::{
    id::VisitId,
    record::Identity as _,
    rooms::Room as _,
    visit::{Row, Visit},
};

/// What lists know of a visit.
pub(super) fn row_of(asking: Asking, id: VisitId) -> Memo<Option<Row>> {
    Memo::new(move |_| {
        asking
            .state
            .rows
            .with(|rows| rows.row::<Visit>(id.key()).cloned())
    })
}

/// All of a visit, once it is read.
pub(super) fn whole(asking: Asking, id: VisitId) -> Memo<Option<Visit>> {
    let open = asking.state.record(move || id.key());
    Memo::new(move |_| {
        open.with(|open| {
            open.here()
                .and_then(|shown| Visit::of(&shown.stored.record).cloned())
        })
    })
}

/// Whether it is a visit of somebody else's organisation, of which only the day is told: that of ours names who goes.
pub(super) fn is_of_others(row: &Row) -> bool {
    row.who.name.is_empty()
}
