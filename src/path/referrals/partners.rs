// SPDX-License-Identifier: AGPL-3.0-or-later
//! The partners that this device knows. Dwellings say which partners there are, and referrals made before say what they
//! are called: there is no other list of them on a device.
use crate::prelude::*;
use crate::{
    state::{Open, State},
    text::path::referrals as text,
};
use soglia_domain::{
    id::{OrganisationId, ReferralId},
    record::Identity as _,
    referral::{Referral, Row},
    rooms::Room as _,
};

/// A partner.
#[derive(Clone, PartialEq)]
pub(super) struct Partner {
    pub(super) id: OrganisationId,
    /// What it is called; none while nobody wrote that down.
    pub(super) name: Option<String>,
    /// Dwellings entrusted to it.
    n_dwellings: usize,
    /// Where one of them is.
    place: String,
}

/// Partners, those with a name first.
pub(super) type Partners = Memo<Vec<Partner>>;

impl Partner {
    fn new(id: OrganisationId) -> Self {
        Self {
            id,
            name: None,
            n_dwellings: 0,
            place: String::new(),
        }
    }

    /// Its name; as long as nobody wrote it down, what is known of it.
    pub(super) fn label(&self) -> String {
        let nameless = || text::nameless(self.n_dwellings, &self.place);
        self.name.clone().unwrap_or_else(nameless)
    }
}

/// The partners that this device knows, kept up to date.
pub(super) fn partners(state: State) -> Partners {
    // One referral for each name is enough.
    let told = Memo::new(move |_| state.rows.with(|rows| one_for_each(rows.of_kind::<Referral>())));
    let opened = RwSignal::new(Vec::<Signal<Open>>::new());
    Effect::new(move |_| {
        let ids = told.get();
        opened.set(ids.into_iter().map(|id| state.record(move || id.key())).collect());
    });
    Memo::new(move |_| {
        let mut known = entrusted(state);
        for open in opened.get() {
            open.with(|open| {
                let referral = open.here().and_then(|here| Referral::of(&here.stored.record));
                if let Some(referral) = referral {
                    at(&mut known, referral.to).name = Some(referral.to_name.clone());
                }
            });
        }
        let order = |partner: &Partner| (partner.name.is_none(), partner.label());
        soglia_search::sorted(known, &mut |a, b| order(a).cmp(&order(b)))
    })
}

/// The newest referral for each name of a partner.
fn one_for_each<'a>(rows: impl Iterator<Item = &'a Row>) -> Vec<ReferralId> {
    let mut newest: Vec<&Row> = Vec::new();
    for row in rows {
        match newest.iter_mut().find(|known| known.to_name == row.to_name) {
            Some(known) if known.at < row.at => *known = row,
            Some(_) => {}
            None => newest.push(row),
        }
    }
    newest.into_iter().map(|row| row.id).collect()
}

/// Those to which dwellings are entrusted.
fn entrusted(state: State) -> Vec<Partner> {
    let mut known = Vec::new();
    state.rows.with(|rows| {
        for row in &rows.dwellings {
            let Some(id) = row.entrusted_to else { continue };
            let partner = at(&mut known, id);
            partner.n_dwellings += 1;
            if partner.place.is_empty() {
                partner.place.clone_from(&row.street);
            }
        }
    });
    known
}

/// The partner in the list, which has it from now on.
fn at(known: &mut Vec<Partner>, id: OrganisationId) -> &mut Partner {
    let place = known.iter().position(|partner| partner.id == id);
    let place = place.unwrap_or_else(|| {
        known.push(Partner::new(id));
        known.len() - 1
    });
    &mut known[place]
}
