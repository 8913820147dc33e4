// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is known about a dwelling, as a table.
use super::{EnergyClass, measure::MeasuredSpace, title::Title};
use crate::id::OrganisationId;
use serde::{Deserialize, Serialize};
use soglia_kernel::{
    access::Roles,
    area::{FloorArea, ListedSize},
    author::Role,
    shape::Shape,
};

/// Where a dwelling stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Position {
    /// Latitude in millionths of a degree.
    pub latitude: i32,
    /// Longitude in millionths of a degree.
    pub longitude: i32,
}

/// The cadastral key inside one municipality.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SourceRow {
    /// Name of the list (the file as it was given).
    pub list: String,
    /// The key of the row inside that kind of list, stable across editions.
    pub key: String,
    /// Edition as the list states it: "marzo 2026"; empty where it does not.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub edition: String,
}

soglia_kernel::own_forms!(Address, Position, CadastralKey, SourceRow, Title);
soglia_kernel::choices!(EnergyClass);

/// The classes by their names, best first.
const CLASSES: &[&str] = &["A4", "A3", "A2", "A1", "B", "C", "D", "E", "F", "G"];

/// Who writes on site: the departments, and the partner to whom the dwelling is entrusted.
const ON_SITE: Roles = Roles::TEAM_AND_PARTNER;

soglia_kernel::facts! {
    /// What is known about a dwelling.
    facts DwellingFacts;
    /// One fact about a dwelling.
    answer DwellingAnswer;
    /// Which fact about a dwelling.
    question DwellingQuestion;
    /// What is asked about a dwelling.
    topic DwellingTopic;

    /// Where it stands.
    Place {
        /// Where it stands.
        address Address: Address, Shape::Own, told Roles::ALL, by ON_SITE;
        /// Cadastral key.
        cadastral_key CadastralKey: CadastralKey, Shape::Own, told Roles::ALL, by ON_SITE;
        /// Municipio of Milan, 1 to 9.
        municipio Municipio: u8, Shape::Whole { least: 1, most: 9 }, told Roles::ALL, by ON_SITE;
        /// Neighbourhood (NIL), 1 to 88.
        nil Nil: u8, Shape::Whole { least: 1, most: 88 }, told Roles::ALL, by ON_SITE;
        /// Coordinates.
        position Position: Position, Shape::Own, told Roles::ALL, by ON_SITE;
    }

    /// How large it is.
    Size {
        /// Usable surface, measured: net of walls, without balconies, cellars and accessories.
        usable_area UsableArea: FloorArea, Shape::Area, told Roles::ALL, by ON_SITE;
        /// Cadastral surface, walls included.
        cadastral_area CadastralArea: FloorArea, Shape::Area, told Roles::ALL, by ON_SITE;
        /// Conventional surface of L. 392/1978, article 13.
        conventional_area ConventionalArea: FloorArea, Shape::Area, told Roles::ALL, by ON_SITE;
        /// Rooms and other spaces as measured, one by one: the surfaces follow from them.
        measured_spaces MeasuredSpaces: Vec<MeasuredSpace>, Shape::Own, told Roles::ALL, by ON_SITE;
        /// Whether its state of repair is poor by L. 392/1978, which lowers the conventional surface of a small dwelling.
        poor_state PoorState: bool, Shape::YesNo, told Roles::ALL, by ON_SITE;
        /// Number of habitable rooms.
        habitable_rooms HabitableRooms: u8, Shape::Whole { least: 1, most: 30 }, told Roles::ALL, by ON_SITE;
    }

    /// What is seen on site.
    OnSite {
        /// Floor: 0 is the ground floor, negative lies below ground.
        floor Floor: i8, Shape::Whole { least: -3, most: 60 }, told Roles::ALL, by ON_SITE;
        /// Whether the building has a lift.
        lift Lift: bool, Shape::YesNo, told Roles::ALL, by ON_SITE;
        /// Whether a wheelchair reaches and enters it.
        step_free StepFree: bool, Shape::YesNo, told Roles::ALL, by ON_SITE;
        /// Energy class of a valid certificate.
        energy_class EnergyClass: EnergyClass, Shape::Choice(CLASSES), told Roles::ALL, by ON_SITE;
        /// Anything worth knowing on site.
        note Note: String, Shape::TEXT, told Roles::ALL, by ON_SITE;
    }

    /// Who holds it, and how.
    Holder {
        /// The partner to which it is entrusted.
        entrusted_to EntrustedTo: OrganisationId, Shape::Reference, told Roles::ALL, by Roles::of(&[Role::HousingOfficer]);
        /// The title under which its holder has it.
        title Title: Title, Shape::Own, told Roles::ALL, by ON_SITE;
    }

    /// What a list says about it.
    Listed {
        /// What the list calls it: "appart.", "fabbricato".
        listed_kind ListedKind: String, Shape::LINE, told Roles::ALL, by ON_SITE;
        /// The size as the list states it.
        listed_size ListedSize: ListedSize, Shape::Own, told Roles::ALL, by ON_SITE;
        /// Declared use in the list.
        listed_use ListedUse: String, Shape::LINE, told Roles::ALL, by ON_SITE;
        /// Term of the present contract in the list, as written.
        listed_contract ListedContract: String, Shape::LINE, told Roles::ALL, by ON_SITE;
        /// The row of the list it came from.
        source Source: SourceRow, Shape::Own, told Roles::ALL, by ON_SITE;
    }
}
