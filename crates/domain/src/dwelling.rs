// SPDX-License-Identifier: AGPL-3.0-or-later
//! Dwellings: what the stock consists of.
mod energy_class;

pub use energy_class::EnergyClass;

use crate::{
    area::{FloorArea, ListedSize},
    calendar::Day,
    facts::facts,
    household::AgreedRent,
    id::{DwellingId, HouseholdId, OfferId, OrganisationId},
    measure::MeasuredSpace,
    photo::Photo,
    title::Title,
};
use serde::{Deserialize, Serialize};

/// One dwelling of the stock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dwelling {
    /// Identity.
    pub id: DwellingId,
    /// Short code by which people call it, such as "C-0042".
    pub code: String,
    /// Where it comes from.
    pub origin: Origin,
    /// Invented for demonstration, not a real dwelling.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub demonstration: bool,
    /// What it is ready for, and who holds it. A state that only a newer version knows reads as taken, so that nobody
    /// proposes the dwelling meanwhile.
    #[serde(default = "DwellingState::taken")]
    pub state: DwellingState,
    /// What is known about it.
    #[serde(default)]
    pub facts: DwellingFacts,
    /// Photos, in the order in which they came.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<Photo>,
}

/// Where a dwelling comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Owned by the City, inside Milan.
    Municipal,
    /// Confiscated from the mafia and given to the City.
    Confiscated,
    /// Owned by the City, in a municipality around Milan.
    MetropolitanArea,
    /// Brought by a partner.
    ThirdSector,
}

impl Origin {
    /// All of them, in the order of the notice.
    pub const ALL: [Self; 4] = [
        Self::Municipal,
        Self::Confiscated,
        Self::MetropolitanArea,
        Self::ThirdSector,
    ];

    /// The name on the wire and on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Municipal => "municipal",
            Self::Confiscated => "confiscated",
            Self::MetropolitanArea => "metropolitan_area",
            Self::ThirdSector => "third_sector",
        }
    }
}

/// What a dwelling is ready for. A household inside the state is the one household that holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DwellingState {
    /// Nobody has looked at it yet.
    ToAssess,
    /// It needs works before anybody can live there.
    ToRefurbish,
    /// Works are going on.
    UnderWorks,
    /// Free and fit to live in.
    Ready,
    /// Proposed to a household.
    Reserved {
        /// The household to which it is proposed.
        household: HouseholdId,
        /// The proposal.
        offer: OfferId,
        /// The rent proposed; none while the surface is still to be measured.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rent: Option<AgreedRent>,
        /// The last day of the contract proposed; none while it is open.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Day>,
    },
    /// A household lives there.
    Occupied {
        /// The household that lives there; none when the list only says that somebody does.
        household: Option<HouseholdId>,
    },
    /// Taken out of the stock.
    OutOfStock {
        /// Why.
        reason: String,
    },
}

impl DwellingState {
    /// Somebody lives there, and nobody knows who.
    const fn taken() -> Self {
        Self::Occupied { household: None }
    }

    /// The name on the wire.
    pub const fn key(&self) -> &'static str {
        self.kind().key()
    }

    /// The state without what it carries.
    pub const fn kind(&self) -> DwellingStateKind {
        match self {
            Self::ToAssess => DwellingStateKind::ToAssess,
            Self::ToRefurbish => DwellingStateKind::ToRefurbish,
            Self::UnderWorks => DwellingStateKind::UnderWorks,
            Self::Ready => DwellingStateKind::Ready,
            Self::Reserved { .. } => DwellingStateKind::Reserved,
            Self::Occupied { .. } => DwellingStateKind::Occupied,
            Self::OutOfStock { .. } => DwellingStateKind::OutOfStock,
        }
    }

    /// The household that holds the dwelling.
    pub const fn household(&self) -> Option<HouseholdId> {
        match self {
            Self::Reserved { household, .. } => Some(*household),
            Self::Occupied { household } => *household,
            _ => None,
        }
    }
}

/// The state of a dwelling without what it carries: for filters and rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DwellingStateKind {
    /// Nobody has looked at it yet.
    ToAssess,
    /// It needs works.
    ToRefurbish,
    /// Works are going on.
    UnderWorks,
    /// Free and fit to live in.
    Ready,
    /// Proposed to a household.
    Reserved,
    /// A household lives there.
    Occupied,
    /// Taken out of the stock.
    OutOfStock,
}

impl DwellingStateKind {
    /// All of them, in the order in which a dwelling goes through them.
    pub const ALL: [Self; 7] = [
        Self::ToAssess,
        Self::ToRefurbish,
        Self::UnderWorks,
        Self::Ready,
        Self::Reserved,
        Self::Occupied,
        Self::OutOfStock,
    ];

    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::ToAssess => "to_assess",
            Self::ToRefurbish => "to_refurbish",
            Self::UnderWorks => "under_works",
            Self::Ready => "ready",
            Self::Reserved => "reserved",
            Self::Occupied => "occupied",
            Self::OutOfStock => "out_of_stock",
        }
    }
}

/// Where a dwelling stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// Street with its kind: "via Padova".
    pub street: String,
    /// House number as written: "80", "12/A"; empty where the list has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// Name of the municipality, as ISTAT writes it.
    pub municipality: String,
}

/// Degrees of latitude and longitude (WGS84), in millionths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// Latitude in millionths of a degree.
    pub latitude: i32,
    /// Longitude in millionths of a degree.
    pub longitude: i32,
}

/// The cadastral key inside one municipality.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CadastralKey {
    /// Foglio.
    pub sheet: String,
    /// Mappale or particella.
    pub parcel: String,
    /// Subalterno; empty where there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
}

/// The row of a published list from which a dwelling came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceRow {
    /// Name of the list (the file as it was given).
    pub list: String,
    /// The key of the row inside that kind of list, stable across editions.
    pub key: String,
    /// Edition as the list states it: "marzo 2026"; empty where it does not.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub edition: String,
}

facts! {
    /// What is known about a dwelling.
    facts DwellingFacts;
    /// One fact about a dwelling.
    answer DwellingAnswer;
    /// Which fact about a dwelling.
    question DwellingQuestion;

    /// Where it stands.
    address Address: Address;
    /// What the list calls it: "appart.", "fabbricato".
    listed_kind ListedKind: String;
    /// The size as the list states it.
    listed_size ListedSize: ListedSize;
    /// Usable surface, measured: net of walls, without balconies, cellars and accessories.
    usable_area UsableArea: FloorArea;
    /// Cadastral surface, walls included.
    cadastral_area CadastralArea: FloorArea;
    /// Conventional surface of L. 392/1978, article 13.
    conventional_area ConventionalArea: FloorArea;
    /// Rooms and other spaces as measured, one by one: the surfaces follow from them.
    measured_spaces MeasuredSpaces: Vec<MeasuredSpace>;
    /// Whether its state of repair is poor by L. 392/1978, which lowers the conventional surface of a small dwelling.
    poor_state PoorState: bool;
    /// Number of habitable rooms.
    habitable_rooms HabitableRooms: u8;
    /// Floor: 0 is the ground floor, negative lies below ground.
    floor Floor: i8;
    /// Whether the building has a lift.
    lift Lift: bool;
    /// Whether a wheelchair reaches and enters it.
    step_free StepFree: bool;
    /// Energy class of a valid certificate.
    energy_class EnergyClass: EnergyClass;
    /// Cadastral key.
    cadastral_key CadastralKey: CadastralKey;
    /// Municipio of Milan, 1 to 9.
    municipio Municipio: u8;
    /// Neighbourhood (NIL), 1 to 88.
    nil Nil: u8;
    /// Coordinates.
    position Position: Position;
    /// Declared use in the list.
    listed_use ListedUse: String;
    /// Term of the present contract in the list, as written.
    listed_contract ListedContract: String;
    /// The partner to which it is entrusted.
    entrusted_to EntrustedTo: OrganisationId;
    /// The title under which its holder has it.
    title Title: Title;
    /// The row of the list it came from.
    source Source: SourceRow;
    /// Anything worth knowing on site.
    note Note: String;
}
