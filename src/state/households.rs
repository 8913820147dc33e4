// SPDX-License-Identifier: AGPL-3.0-or-later
//! What rules need to know of every household on this device: read when a page asks about all of them at once.
use super::{Rows, State, StorageTrouble};
use crate::{device::clock, prelude::RwSignal};
use soglia_domain::{
    area::SurfaceKind,
    household::Household,
    id::HouseholdId,
    money::Money,
    placement::Placement,
    record::Identity as _,
    rent::RentTier,
    rooms::Room as _,
    rulebook::Rules,
    what_if::{Case, Consequences, DwellingSurfaces, what_if},
};

impl State {
    /// Reads every household in small steps, between which the page stays alive. `n_read` says how many were read; the
    /// reading ends when the page that holds it is gone.
    ///
    /// # Errors
    /// [`StorageTrouble`]; [`StorageTrouble::Closed`] also when the page is gone.
    pub async fn read_cases(
        &self,
        rules: &Rules,
        n_read: RwSignal<usize>,
    ) -> Result<Vec<(HouseholdId, Case)>, StorageTrouble> {
        let store = self.store().ok_or(StorageTrouble::Closed)?;
        let mut cases = Vec::new();
        let mut generation = None;
        let mut parts = Vec::new();
        loop {
            {
                let mut replica = store.lock().await;
                let now = replica.head().generation;
                if generation != Some(now) {
                    // Something was written in between, and records may rest elsewhere now: begin anew.
                    generation = Some(now);
                    parts = replica.parts();
                    cases.clear();
                }
                let Some(part) = parts.pop() else { return Ok(cases) };
                let stored = replica.records_in(part, HouseholdId::KIND).await?;
                let households = stored.iter().filter_map(|stored| Household::of(&stored.record));
                cases.extend(households.map(|household| {
                    let rent = self.rows.with_untracked(|rows| open_rent(rows, household.id));
                    (household.id, Case::of(household, rent, rules))
                }));
            }
            if n_read.try_set(cases.len()).is_some() {
                return Err(StorageTrouble::Closed);
            }
            clock::wait(0).await;
        }
    }

    /// What would change between two sets of rules of one day, over these cases and all dwellings on this device; places
    /// of dwellings are those in [`super::Rows::dwellings`]. Tracks the dwellings.
    pub fn what_if(&self, cases: &[Case], before: &Rules, after: &Rules) -> Consequences {
        let rows = self.rows.get();
        let surfaces: Vec<DwellingSurfaces> = rows
            .dwellings
            .iter()
            .map(|row| DwellingSurfaces {
                usable: row.surface(SurfaceKind::Usable),
                cadastral: row.surface(SurfaceKind::Cadastral),
                conventional: row.surface(SurfaceKind::Conventional),
            })
            .collect();
        clock::measured("what-if", || what_if(cases, &surfaces, before, after))
    }
}

/// Rent and tier of the last open offer to a household that has one.
fn open_rent(rows: &Rows, household: HouseholdId) -> Option<(Money, RentTier)> {
    let offers = rows.under::<Placement>(household.key()).filter(|row| row.is_open);
    let with_rent = offers.filter_map(|row| row.monthly_rent.map(|rent| (row.at, rent, row.tier)));
    with_rent
        .max_by_key(|(at, _, _)| *at)
        .map(|(_, rent, tier)| (rent, tier))
}
