// SPDX-License-Identifier: AGPL-3.0-or-later
//! What lists, search and matching need of a dwelling, held in memory on the device.
use super::{Dwelling, DwellingFacts, DwellingStateKind, Origin, Position};
use crate::{
    fit::DwellingShape,
    id::{DwellingId, HouseholdId, OrganisationId},
    rulebook::Rulebook,
};
use serde::{Deserialize, Serialize};
use soglia_kernel::{
    area::{FloorArea, ListedSize, SurfaceKind},
    calendar::Day,
    key::Key,
    stored::{Around, LogPosition},
};

/// What lists need of a dwelling. Areas in hundredths of a square metre.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Identity.
    pub id: DwellingId,
    /// Code.
    pub code: String,
    /// Where it comes from.
    pub origin: Origin,
    /// Invented for demonstration.
    pub demonstration: bool,
    /// State.
    pub state: DwellingStateKind,
    /// The household that holds it.
    pub household: Option<HouseholdId>,
    /// "via Padova 80".
    pub street: String,
    /// Municipality.
    pub municipality: String,
    /// Municipio of Milan.
    pub municipio: Option<u8>,
    /// Latitude in millionths of a degree. The map draws ten thousand dwellings at once; reading as many bodies takes a
    /// second. Numbers like those of surfaces, because their code is in every first load already.
    pub latitude: Option<u32>,
    /// Longitude in millionths of a degree.
    pub longitude: Option<u32>,
    /// Usable surface in hundredths of a square metre.
    pub usable_hundredths: Option<u32>,
    /// Cadastral surface in hundredths of a square metre.
    pub cadastral_hundredths: Option<u32>,
    /// Conventional surface in hundredths of a square metre.
    pub conventional_hundredths: Option<u32>,
    /// Square metres of a kind that the list does not name, in hundredths.
    pub listed_hundredths: Option<u32>,
    /// Size in rooms as the list states it, in tenths.
    pub listed_rooms: Option<u16>,
    /// Floor.
    pub floor: Option<i8>,
    /// Reached without steps.
    pub step_free: Option<bool>,
    /// The partner it is entrusted to.
    pub entrusted_to: Option<OrganisationId>,
    /// Place of the last change.
    pub position: LogPosition,
    /// Number of values waiting for a choice.
    pub n_reviews: u8,
    /// A newer version wrote something into it that this one cannot read.
    pub partly_unread: bool,
}

impl Row {
    /// The record under which lists look for it; none for one that stands by itself.
    pub const fn root(&self) -> Option<Key> {
        None
    }

    /// Number of values waiting for a choice.
    pub const fn n_reviews(&self) -> u8 {
        self.n_reviews
    }

    /// The row of a dwelling.
    pub fn of(dwelling: &Dwelling, around: &Around) -> Self {
        let facts = &dwelling.facts;
        let address = facts.address.known();
        let street = address
            .map(|a| format!("{} {}", a.street, a.number).trim().to_owned())
            .unwrap_or_default();
        let size = facts.listed_size.known();
        let surface = surfaces(facts);
        // Below nothing lies the other half of the world.
        let coordinate = |of: fn(&Position) -> i32| u32::try_from(facts.position.known().map(of)?).ok();
        Self {
            id: dwelling.id,
            code: dwelling.code.clone(),
            origin: dwelling.origin,
            demonstration: dwelling.demonstration,
            state: dwelling.state.kind(),
            household: dwelling.state.household(),
            street,
            municipality: address.map(|a| a.municipality.clone()).unwrap_or_default(),
            municipio: facts.municipio.known().copied(),
            latitude: coordinate(|position| position.latitude),
            longitude: coordinate(|position| position.longitude),
            usable_hundredths: surface(SurfaceKind::Usable),
            cadastral_hundredths: surface(SurfaceKind::Cadastral),
            conventional_hundredths: surface(SurfaceKind::Conventional),
            listed_hundredths: size.and_then(|size| match size {
                ListedSize::Area(area) => Some(area.hundredths()),
                ListedSize::Rooms(_) | ListedSize::Unread(_) => None,
            }),
            listed_rooms: size.and_then(|size| match size {
                ListedSize::Rooms(rooms) => Some(rooms.0),
                _ => None,
            }),
            floor: facts.floor.known().copied(),
            step_free: facts.step_free.known().copied(),
            entrusted_to: facts.entrusted_to.known().copied(),
            position: around.position,
            n_reviews: around.n_reviews,
            partly_unread: around.partly_unread,
        }
    }

    /// Where it stands, if that is known.
    pub fn place(&self) -> Option<Position> {
        Some(Position {
            latitude: self.latitude?.try_into().ok()?,
            longitude: self.longitude?.try_into().ok()?,
        })
    }

    /// Usable surface.
    pub fn usable_area(&self) -> Option<FloorArea> {
        self.usable_hundredths.and_then(FloorArea::from_hundredths)
    }

    /// The surface of one kind, where it is known.
    pub fn surface(&self, kind: SurfaceKind) -> Option<FloorArea> {
        let hundredths = match kind {
            SurfaceKind::Usable => self.usable_hundredths,
            SurfaceKind::Cadastral => self.cadastral_hundredths,
            SurfaceKind::Conventional => self.conventional_hundredths,
            SurfaceKind::Unstated => None,
        };
        hundredths.and_then(FloorArea::from_hundredths)
    }

    /// What matching needs; the caps refer to surfaces of one kind.
    pub fn shape(&self, cap_surface: SurfaceKind) -> DwellingShape {
        DwellingShape {
            state: self.state,
            usable_area: self.usable_area(),
            cap_area: self.surface(cap_surface),
            step_free: self.step_free,
        }
    }
}

/// The surfaces of a dwelling, in hundredths of a square metre. What follows from measured rooms follows by figures of law that
/// nobody amends, so the published rules of any day give the same. They are put together only for a measured dwelling.
fn surfaces(facts: &DwellingFacts) -> impl Fn(SurfaceKind) -> Option<u32> {
    let is_measured = facts.measured_spaces.is_known();
    let rules = is_measured.then(|| Rulebook::published().as_of(Day::constant(2026, 3, 10)));
    move |kind| {
        let surface = match &rules {
            Some(rules) => facts.surface(kind, rules),
            None => facts.stated_surface(kind),
        };
        surface.map(FloorArea::hundredths)
    }
}

#[cfg(test)]
mod tests;
