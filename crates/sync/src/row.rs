// SPDX-License-Identifier: AGPL-3.0-or-later
//! Compact rows: what lists, search and matching need of each record, held in memory on the device.
use serde::{Deserialize, Serialize};
use soglia_domain::{
    area::{FloorArea, ListedSize, SurfaceKind},
    calendar::{Day, Timestamp},
    dwelling::{Dwelling, DwellingFacts, DwellingStateKind, Origin},
    fit::DwellingShape,
    household::Household,
    id::{DwellingId, HouseholdId, OrganisationId},
    record::{LogPosition, Record, Stored},
    rulebook::Rulebook,
};

/// Layout of rows at rest; a device that finds another number builds its rows again from the bodies.
pub const ROW_VERSION: u16 = 4;

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// Of a dwelling.
    Dwelling(DwellingRow),
    /// Of a household.
    Household(HouseholdRow),
    /// Of the City's rules: no list shows them.
    CityRules,
}

impl Row {
    /// The row of a record, and whether a newer version wrote something into it that cannot be read here.
    pub fn of(stored: &Stored, partly_unread: bool) -> Self {
        match &stored.record {
            Record::Dwelling(dwelling) => Self::Dwelling(DwellingRow::of(dwelling, stored, partly_unread)),
            Record::Household(household) => {
                Self::Household(HouseholdRow::of(household, stored, partly_unread))
            }
            Record::CityRules(_) => Self::CityRules,
        }
    }
}

/// What lists need of a dwelling. Areas in hundredths of a square metre.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DwellingRow {
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

impl DwellingRow {
    fn of(dwelling: &Dwelling, stored: &Stored, partly_unread: bool) -> Self {
        let facts = &dwelling.facts;
        let address = facts.address.known();
        let street = address
            .map(|a| format!("{} {}", a.street, a.number).trim().to_owned())
            .unwrap_or_default();
        let size = facts.listed_size.known();
        let surface = surfaces(facts);
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
            usable_hundredths: surface(SurfaceKind::Usable),
            cadastral_hundredths: surface(SurfaceKind::Cadastral),
            conventional_hundredths: surface(SurfaceKind::Conventional),
            listed_hundredths: size.and_then(|size| match size {
                ListedSize::Area(area) => Some(area.hundredths()),
                _ => None,
            }),
            listed_rooms: size.and_then(|size| match size {
                ListedSize::Rooms(rooms) => Some(rooms.0),
                _ => None,
            }),
            floor: facts.floor.known().copied(),
            step_free: facts.step_free.known().copied(),
            entrusted_to: facts.entrusted_to.known().copied(),
            position: stored.position,
            n_reviews: u8::try_from(stored.reviews.len()).unwrap_or(u8::MAX),
            partly_unread,
        }
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

/// What lists need of a household.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HouseholdRow {
    /// Identity.
    pub id: HouseholdId,
    /// Name by which colleagues call it.
    pub label: String,
    /// Invented for demonstration.
    pub demonstration: bool,
    /// Names and tax codes of the members: for search.
    pub names: String,
    /// Number of members.
    pub n_members: u8,
    /// Number of open proposals.
    pub n_open_offers: u8,
    /// When the case was opened.
    pub opened_at: Timestamp,
    /// When it last changed.
    pub last_at: Timestamp,
    /// Place of the last change.
    pub position: LogPosition,
    /// Number of values waiting for a choice.
    pub n_reviews: u8,
    /// The case that counts in its place.
    pub joined: Option<HouseholdId>,
    /// What two cases of one household have in common: see [`crate::alike`].
    pub marks: Vec<u64>,
    /// A newer version wrote something into it that this one cannot read.
    pub partly_unread: bool,
}

impl HouseholdRow {
    fn of(household: &Household, stored: &Stored, partly_unread: bool) -> Self {
        let mut names = String::new();
        for member in &household.members {
            let facts = &member.facts;
            let code = facts.tax_code.known().map(|code| code.as_str());
            let given = facts.given_name.known().map(String::as_str);
            let family = facts.family_name.known().map(String::as_str);
            for part in [given, family, code].into_iter().flatten() {
                if !names.is_empty() {
                    names.push(' ');
                }
                names.push_str(part);
            }
        }
        Self {
            id: household.id,
            label: household.label.clone(),
            demonstration: household.demonstration,
            names,
            n_members: u8::try_from(household.members.len()).unwrap_or(u8::MAX),
            n_open_offers: u8::try_from(household.open_offers().count()).unwrap_or(u8::MAX),
            opened_at: household.opened_at,
            last_at: stored.last_at,
            position: stored.position,
            n_reviews: u8::try_from(stored.reviews.len()).unwrap_or(u8::MAX),
            joined: household.joined,
            marks: crate::alike::marks(household),
            partly_unread,
        }
    }
}

impl std::fmt::Debug for HouseholdRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "HouseholdRow({})", self.id)
    }
}

#[cfg(test)]
mod tests;
