// SPDX-License-Identifier: AGPL-3.0-or-later
//! The round of the day: the visits of the person at work, by hour, each with its place where that is known.
use super::place::{Found, Places, Unknown};
use crate::state::Rows;
use soglia_domain::{
    author::Author,
    calendar::Day,
    id::DwellingId,
    placement::Placement,
    record::Identity as _,
    visit::{Row as VisitRow, Visit, VisitStateKind},
};

/// One visit of the round.
#[derive(Clone, PartialEq)]
pub(super) struct Stop {
    /// Counted from one, in the order of the day.
    pub(super) number: usize,
    pub(super) visit: VisitRow,
    pub(super) place: Result<Found, Unknown>,
    /// The last stop before it that has a place, and the metres from there.
    pub(super) from: Option<(usize, u32)>,
}

impl Stop {
    pub(super) fn is_over(&self) -> bool {
        self.visit.state == VisitStateKind::Done
    }
}

/// The round of a person on a day.
pub(super) fn stops(rows: &Rows, author: &Author, today: Day) -> Vec<Stop> {
    let is_of_today = |row: &&VisitRow| {
        let counts = matches!(row.state, VisitStateKind::Planned | VisitStateKind::Done);
        counts && row.day == today && row.who.id == author.person
    };
    let visits: Vec<VisitRow> = rows.of_kind::<Visit>().filter(is_of_today).cloned().collect();
    if visits.is_empty() {
        return Vec::new();
    }
    let places = Places::of(&rows.dwellings);
    let placed = in_order(visits).into_iter().map(|visit| {
        let offers = rows.under::<Placement>(visit.household.key());
        let offered: Vec<DwellingId> = offers
            .filter(|offer| offer.is_open)
            .map(|offer| offer.dwelling)
            .collect();
        let place = places.of_visit(&visit, &offered);
        (visit, place)
    });
    along(placed)
}

/// By hour; those without one come last.
fn in_order(visits: Vec<VisitRow>) -> Vec<VisitRow> {
    let hour = |row: &VisitRow| (row.from.or(row.to).unwrap_or(u16::MAX), row.id);
    soglia_search::sorted(visits, &mut |one, other| hour(one).cmp(&hour(other)))
}

/// Numbers, and how far each is from the one before that has a place.
fn along(placed: impl Iterator<Item = (VisitRow, Result<Found, Unknown>)>) -> Vec<Stop> {
    let mut last: Option<(usize, soglia_map::Spot)> = None;
    let mut stops = Vec::new();
    for (visit, place) in placed {
        let number = stops.len() + 1;
        let spot = place.as_ref().ok().map(|found| found.spot);
        let from = spot
            .zip(last)
            .map(|(spot, (before, there))| (before, spot.metres_to(there) as u32));
        if let Some(spot) = spot {
            last = Some((number, spot));
        }
        stops.push(Stop {
            number,
            visit,
            place,
            from,
        });
    }
    stops
}
