// SPDX-License-Identifier: AGPL-3.0-or-later
//! The whole stock held against one household in one pass, in the order in which a worker wants to read it.
use soglia_domain::dwelling::Row as DwellingRow;
use soglia_domain::{
    adequacy::Adequacy,
    finding::Outcome,
    fit::{Fit, HouseholdNeed, fit},
    id::HouseholdId,
    rent::RentTier,
    rulebook::Rules,
};
use soglia_search::sorted;
use std::sync::Arc;

/// A dwelling, by its place among the rows, with how it fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Compared {
    pub(super) at: usize,
    pub(super) fit: Fit,
}

/// What the worker wants to see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) only_ready: bool,
    pub(super) hide_unfit: bool,
    pub(super) municipality: Option<String>,
    pub(super) municipio: Option<u8>,
    pub(super) tier: Option<RentTier>,
}

impl Default for Wanted {
    fn default() -> Self {
        Self {
            only_ready: true,
            hide_unfit: true,
            municipality: None,
            municipio: None,
            tier: None,
        }
    }
}

impl Wanted {
    /// Everything there is.
    pub(super) const fn everything() -> Self {
        Self {
            only_ready: false,
            hide_unfit: false,
            municipality: None,
            municipio: None,
            tier: None,
        }
    }

    fn takes(&self, row: &DwellingRow, fit: &Fit) -> bool {
        (!self.only_ready || fit.available)
            && (!self.hide_unfit || fit.outcome != Outcome::NotMet)
            && self
                .municipality
                .as_ref()
                .is_none_or(|name| *name == row.municipality)
            && self.municipio.is_none_or(|number| row.municipio == Some(number))
            && self.tier.is_none_or(|tier| within_means(fit, tier))
    }
}

fn within_means(fit: &Fit, tier: RentTier) -> bool {
    fit.rents
        .iter()
        .flatten()
        .any(|rent| rent.tier == tier && rent.outcome == Outcome::Met)
}

/// Every wanted dwelling with how it fits: what was proposed to this household first, then what fits, then what is not
/// decided, the lightest rent first.
pub(super) fn compare(
    rows: &[Arc<DwellingRow>],
    own: HouseholdId,
    need: &HouseholdNeed,
    wanted: &Wanted,
    rules: &Rules,
) -> Vec<Compared> {
    let is_own = |compared: &Compared| rows[compared.at].household == Some(own);
    let surface = rules.cap_surface_kind();
    let compared = rows
        .iter()
        .enumerate()
        .map(|(at, row)| Compared {
            at,
            fit: fit(&row.shape(surface), need, rules),
        })
        .filter(|compared| is_own(compared) || wanted.takes(&rows[compared.at], &compared.fit))
        .map(|compared| ((!is_own(&compared), order(&compared.fit)), compared))
        .collect();
    let compared = sorted(compared, &mut |a: &(_, Compared), b| a.0.cmp(&b.0));
    compared.into_iter().map(|(_, compared)| compared).collect()
}

/// The order of the list. Sorting is stable, so that equal dwellings stay in the order of the stock.
fn order(fit: &Fit) -> (u8, bool, u8, u32) {
    let outcome = match fit.outcome {
        Outcome::Met => 0,
        Outcome::Unknown => 1,
        Outcome::NotMet => 2,
    };
    let size = match fit.adequacy {
        Some(Adequacy::Adequate) => 0,
        Some(Adequacy::TooLarge) => 1,
        None => 2,
        Some(Adequacy::TooSmall) => 3,
    };
    let lightest = fit
        .rents
        .iter()
        .flatten()
        .map(|rent| rent.burden.unwrap_or(u32::MAX))
        .min()
        .unwrap_or(u32::MAX);
    (outcome, !fit.available, size, lightest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use soglia_domain::{
        calendar::Day,
        dwelling::{DwellingStateKind, Origin},
        id::DwellingId,
        money::Money,
        record::LogPosition,
        rulebook::Rulebook,
    };

    fn row(n: u128, state: DwellingStateKind, usable_hundredths: Option<u32>) -> Arc<DwellingRow> {
        Arc::new(DwellingRow {
            id: DwellingId(uuid::Uuid::from_u128(n)),
            code: format!("C-{n}"),
            origin: Origin::Municipal,
            demonstration: true,
            state,
            household: None,
            street: "via di Prova".to_owned(),
            municipality: "Milano".to_owned(),
            municipio: Some(3),
            latitude: None,
            longitude: None,
            usable_hundredths,
            cadastral_hundredths: None,
            conventional_hundredths: None,
            listed_hundredths: None,
            listed_rooms: None,
            floor: None,
            step_free: None,
            entrusted_to: None,
            position: LogPosition(1),
            n_reviews: 0,
            partly_unread: false,
        })
    }

    fn found(rows: &[Arc<DwellingRow>], own: HouseholdId, wanted: &Wanted) -> Vec<usize> {
        let need = HouseholdNeed {
            n_persons: 2,
            net_monthly_income: Some(Money::from_euro(2_000)),
            disability: Some(false),
        };
        let rules = Rulebook::published().as_of(Day::constant(2026, 11, 22));
        let compared = compare(rows, own, &need, wanted, &rules);
        compared.iter().map(|compared| compared.at).collect()
    }

    #[test]
    fn what_fits_comes_first_and_what_must_be_measured_stays_on_the_list() {
        let rows = [
            row(1, DwellingStateKind::Ready, None),
            row(2, DwellingStateKind::Ready, Some(4_500)),
            row(3, DwellingStateKind::ToRefurbish, Some(4_500)),
            row(4, DwellingStateKind::Ready, Some(900)),
        ];
        let nobody = HouseholdId(uuid::Uuid::nil());
        assert_eq!(found(&rows, nobody, &Wanted::default()), [1, 0]);
        assert_eq!(found(&rows, nobody, &Wanted::everything()).len(), rows.len());
    }

    #[test]
    fn what_was_proposed_to_the_household_is_never_filtered_away() {
        let own = HouseholdId(uuid::Uuid::from_u128(9));
        let held = DwellingRow {
            household: Some(own),
            ..row(2, DwellingStateKind::Reserved, Some(4_500)).as_ref().clone()
        };
        let rows = [row(1, DwellingStateKind::Ready, Some(4_500)), Arc::new(held)];
        assert_eq!(found(&rows, own, &Wanted::default()), [1, 0]);
    }
}
