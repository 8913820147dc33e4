// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the list of dwellings shows: the search, the filters and the order, without any page.
use crate::{
    state::{Hit, Rows},
    text::dwellings as text,
};
use soglia_domain::dwelling::Row as DwellingRow;
use soglia_domain::dwelling::{DwellingStateKind, Origin};
use soglia_search::sorted;
use std::collections::BTreeMap;

/// Where a dwelling stands, as the filter offers it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// A municipio of Milan.
    Municipio(u8),
    /// A whole municipality.
    Municipality(String),
}

impl Place {
    /// The places of one row: a dwelling in Milan stands in its municipality and in its municipio.
    fn of(row: &DwellingRow) -> impl Iterator<Item = Self> {
        let municipality =
            (!row.municipality.is_empty()).then(|| Self::Municipality(row.municipality.clone()));
        row.municipio.map(Self::Municipio).into_iter().chain(municipality)
    }

    fn holds(&self, row: &DwellingRow) -> bool {
        match self {
            Self::Municipio(number) => row.municipio == Some(*number),
            Self::Municipality(name) => row.municipality == *name,
        }
    }

    /// As people call it.
    pub(super) fn label(&self) -> String {
        match self {
            Self::Municipio(number) => text::municipio(*number),
            Self::Municipality(name) => name.clone(),
        }
    }
}

/// The order of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Order {
    /// By code; while something is searched for, the best match first.
    #[default]
    Code,
    /// By municipality, then by address.
    Place,
    /// By surface, measured or listed, the largest first.
    Largest,
    /// By surface, the smallest first.
    Smallest,
}

impl Order {
    pub(super) const ALL: [Self; 4] = [Self::Code, Self::Place, Self::Largest, Self::Smallest];

    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Code => text::sort_code(),
            Self::Place => text::sort_place(),
            Self::Largest => text::sort_largest(),
            Self::Smallest => text::sort_smallest(),
        }
    }
}

/// What the list shows. The default shows everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Filter {
    pub(super) state: Option<DwellingStateKind>,
    pub(super) origin: Option<Origin>,
    pub(super) place: Option<Place>,
    pub(super) measured: bool,
    pub(super) step_free: bool,
    pub(super) order: Order,
}

impl Filter {
    /// Whether it lets everything through, whatever the order.
    pub(super) fn is_open(&self) -> bool {
        *self
            == Self {
                order: self.order,
                ..Self::default()
            }
    }

    fn keeps(&self, row: &DwellingRow) -> bool {
        self.state.is_none_or(|state| row.state == state)
            && self.origin.is_none_or(|origin| row.origin == origin)
            && self.place.as_ref().is_none_or(|place| place.holds(row))
            && (!self.measured || row.usable_hundredths.is_some())
            && (!self.step_free || row.step_free == Some(true))
    }

    /// The hits that pass, in the order asked for.
    pub(super) fn apply(&self, rows: &Rows, hits: Vec<Hit>) -> Vec<Hit> {
        let mut kept = hits;
        if !self.is_open() {
            kept.retain(|hit| rows.dwellings.get(hit.row).is_some_and(|row| self.keeps(row)));
        }
        let row = |hit: &Hit| rows.dwellings.get(hit.row).map(AsRef::as_ref);
        let size = |hit: &Hit| row(hit).and_then(size_key);
        match self.order {
            Order::Code => kept,
            Order::Place => sorted(kept, &mut |a, b| {
                row(a).map(place_key).cmp(&row(b).map(place_key))
            }),
            // What has no surface stands last in both directions: nobody looks for it there.
            Order::Largest => sorted(kept, &mut |a, b| size(b).cmp(&size(a))),
            Order::Smallest => sorted(kept, &mut |a, b| {
                size(a).unwrap_or(u32::MAX).cmp(&size(b).unwrap_or(u32::MAX))
            }),
        }
    }
}

fn place_key(row: &DwellingRow) -> (&str, &str, &str) {
    (&row.municipality, &row.street, &row.code)
}

fn size_key(row: &DwellingRow) -> Option<u32> {
    row.usable_hundredths.or(row.listed_hundredths)
}

/// Every place of the stock with the number of its dwellings: municipi first, then municipalities by name.
pub(super) fn places(rows: &Rows) -> Vec<(Place, usize)> {
    let mut counted: BTreeMap<Place, usize> = BTreeMap::new();
    for row in &rows.dwellings {
        for place in Place::of(row) {
            *counted.entry(place).or_default() += 1;
        }
    }
    counted.into_iter().collect()
}
