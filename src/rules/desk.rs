// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the parts of the page of suppositions share: what is supposed, and what would follow.
use crate::prelude::*;
use crate::state::State;
use soglia_domain::{
    id::HouseholdId,
    rulebook::{NewValue, ParameterName, Rules},
    what_if::{Case, Consequences},
};
use std::sync::Arc;

/// One parameter, supposed otherwise.
pub(super) type Supposed = (ParameterName, NewValue);

/// The households on this device, as the rules need them.
#[derive(Default)]
pub(super) struct Cases {
    pub(super) ids: Vec<HouseholdId>,
    pub(super) cases: Vec<Case>,
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) state: State,
    pub(super) changes: RwSignal<Vec<Supposed>>,
    /// None while they are being read.
    pub(super) cases: RwSignal<Option<Arc<Cases>>>,
}

impl Desk {
    /// The rules as they are.
    pub(super) fn rules(self) -> Arc<Rules> {
        self.state.rules()
    }

    /// Sets one figure otherwise, in the place of what was supposed of it before.
    pub(super) fn suppose(self, change: Supposed) {
        self.changes.update(|changes| {
            changes.retain(|known| !is_about_the_same(known, &change));
            changes.push(change);
        });
    }

    /// What changes; none while nothing is supposed, or while the households are being read.
    pub(super) fn consequences(self) -> Option<Consequences> {
        let changes = self.changes.get();
        let cases = self.cases.get().filter(|_| !changes.is_empty())?;
        let before = self.rules();
        let mut after = (*before).clone();
        for (name, value) in &changes {
            after = after.supposing(*name, value);
        }
        Some(self.state.what_if(&cases.cases, &before, &after))
    }
}

/// Whether two suppositions are about one figure: market rents are supposed zone by zone.
fn is_about_the_same(one: &Supposed, other: &Supposed) -> bool {
    match (&one.1, &other.1) {
        (NewValue::ZoneRent { zone, .. }, NewValue::ZoneRent { zone: other, .. }) => zone == other,
        _ => one.0 == other.0,
    }
}
