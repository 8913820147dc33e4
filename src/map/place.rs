// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where a visit is. Nobody guesses: a position is that of a dwelling which the visit names, whose address is written as its
//! place, or which is offered to the household; and the page says which. Otherwise it says why there is none.
use soglia_domain::{
    dwelling::{DwellingStateKind, Position, Row as DwellingRow},
    id::{DwellingId, HouseholdId},
    visit::{Purpose, Row as VisitRow},
};
use soglia_map::Spot;
use soglia_search::fold;
use std::sync::Arc;

/// Metres within which dwellings of one address are one place, as those of two staircases are.
const ONE_PLACE: f64 = 300.0;

/// Where a visit is, and how that is known.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    pub(super) spot: Spot,
    /// The dwelling whose position it is; none where the address is that of several.
    pub(super) dwelling: Option<String>,
}

/// Why the position of a visit is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unknown {
    /// Nobody wrote a place.
    NoPlace,
    /// What is written is no address of a dwelling.
    NoSuchAddress,
    /// Dwellings far from each other have that address.
    SeveralPlaces,
    /// Several dwellings are offered to the household.
    SeveralOffers,
    /// The dwelling has no position; its code.
    DwellingWithout(String),
    /// The dwelling that the visit names is not on this device.
    DwellingNotHere,
}

/// The dwellings of this device, with their addresses made ready for comparison.
pub(super) struct Places<'a> {
    dwellings: &'a [Arc<DwellingRow>],
    /// " via padova 80 " with the place of the dwelling in the list.
    addresses: Vec<(String, usize)>,
}

impl<'a> Places<'a> {
    pub(super) fn of(dwellings: &'a [Arc<DwellingRow>]) -> Self {
        let addresses = dwellings.iter().enumerate().filter_map(|(at, row)| {
            // A street without a number is no place.
            let has_number = row.place().is_some() && row.street.bytes().any(|byte| byte.is_ascii_digit());
            has_number.then(|| (words(&row.street), at))
        });
        Self {
            addresses: addresses.collect(),
            dwellings,
        }
    }

    /// The place of a visit; `offered` are the dwellings of open offers to its household.
    pub(super) fn of_visit(&self, visit: &VisitRow, offered: &[DwellingId]) -> Result<Found, Unknown> {
        if let Some(id) = visit.dwelling {
            return self.of_dwelling(id);
        }
        match self.of_address(&visit.place) {
            Err(Unknown::NoPlace | Unknown::NoSuchAddress) => {}
            known => return known,
        }
        let held = match visit.purpose {
            Purpose::Dwelling => self.held(visit.household, None),
            // Who is visited at home is where it lives, and not where it might live one day.
            Purpose::Home => self.held(visit.household, Some(DwellingStateKind::Occupied)),
            Purpose::Intake | Purpose::Plan | Purpose::Other => Vec::new(),
        };
        let offered = match visit.purpose {
            Purpose::Dwelling => offered,
            Purpose::Intake | Purpose::Home | Purpose::Plan | Purpose::Other => &[],
        };
        let mut named: Vec<DwellingId> = held;
        named.extend(
            offered
                .iter()
                .filter(|id| !named.contains(id))
                .collect::<Vec<_>>(),
        );
        match named[..] {
            [one] => self.of_dwelling(one),
            [] if visit.place.trim().is_empty() => Err(Unknown::NoPlace),
            [] => Err(Unknown::NoSuchAddress),
            _ => Err(Unknown::SeveralOffers),
        }
    }

    /// The dwellings that a household holds, in one state or in any.
    fn held(&self, household: HouseholdId, state: Option<DwellingStateKind>) -> Vec<DwellingId> {
        let held = self
            .dwellings
            .iter()
            .filter(|row| row.household == Some(household));
        held.filter(|row| state.is_none_or(|state| row.state == state))
            .map(|row| row.id)
            .collect()
    }

    fn of_dwelling(&self, id: DwellingId) -> Result<Found, Unknown> {
        let row = self.dwellings.iter().find(|row| row.id == id);
        let row = row.ok_or(Unknown::DwellingNotHere)?;
        let without = || Unknown::DwellingWithout(row.code.clone());
        Ok(Found {
            spot: spot(row.place().ok_or_else(without)?),
            dwelling: Some(row.code.clone()),
        })
    }

    /// The place of a text in which the address of a dwelling stands, with whatever around it. The longest one counts:
    /// "via Padova 80/A" is not "via Padova 80" where both exist.
    fn of_address(&self, text: &str) -> Result<Found, Unknown> {
        let text = words(text);
        if text.trim().is_empty() {
            return Err(Unknown::NoPlace);
        }
        let mut longest = 0;
        let mut those: Vec<&DwellingRow> = Vec::new();
        for (address, at) in &self.addresses {
            if address.len() < longest || !text.contains(address.as_str()) {
                continue;
            }
            if address.len() > longest {
                longest = address.len();
                those.clear();
            }
            those.push(&self.dwellings[*at]);
        }
        let is_named = |row: &&DwellingRow| text.contains(&words(&row.municipality));
        if those.iter().any(is_named) {
            those.retain(is_named);
        }
        let mut spots = those.iter().filter_map(|row| row.place().map(spot));
        let first = spots.next().ok_or(Unknown::NoSuchAddress)?;
        if spots.any(|other| other.metres_to(first) > ONE_PLACE) {
            return Err(Unknown::SeveralPlaces);
        }
        Ok(Found {
            spot: first,
            dwelling: None,
        })
    }
}

pub(super) fn spot(position: Position) -> Spot {
    Spot::of(position.latitude, position.longitude)
}

/// The words of a text without case, accents and signs, with a space around each.
fn words(text: &str) -> String {
    let mut words = String::from(" ");
    for word in fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        words += word;
        words.push(' ');
    }
    words
}

#[cfg(test)]
mod tests;
