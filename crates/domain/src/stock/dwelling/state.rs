// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where a dwelling comes from, what it is ready for, and which state leads to which.
use crate::{
    id::{HouseholdId, PlacementId},
    rent::AgreedRent,
};
use serde::{Deserialize, Serialize};
use soglia_kernel::calendar::Day;

/// Where a dwelling comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// Offered to a household.
    Reserved {
        /// The household to which it is offered.
        household: HouseholdId,
        /// The offer.
        placement: PlacementId,
        /// The rent offered; none while the surface is still to be measured.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rent: Option<AgreedRent>,
        /// The last day of the contract offered; none while it is open.
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
    pub(super) const fn taken() -> Self {
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
            Self::ToAssess | Self::ToRefurbish | Self::UnderWorks | Self::Ready | Self::OutOfStock { .. } => {
                None
            }
        }
    }
}

impl std::fmt::Debug for DwellingState {
    /// The state and who holds the dwelling, without a reason, which may speak of people.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}({:?})", self.kind(), self.household())
    }
}

/// The state of a dwelling without what it carries: for filters and rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// Offered to a household.
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

    /// The states that a housing officer may choose from here.
    pub const fn leads_to(self) -> &'static [Self] {
        match self {
            Self::ToAssess => &[Self::ToRefurbish, Self::Ready, Self::Occupied, Self::OutOfStock],
            Self::ToRefurbish => &[Self::UnderWorks, Self::ToAssess, Self::OutOfStock],
            Self::UnderWorks => &[Self::Ready, Self::ToRefurbish],
            Self::Ready => &[Self::ToRefurbish, Self::ToAssess, Self::OutOfStock],
            Self::Occupied => &[Self::ToAssess, Self::ToRefurbish, Self::Ready],
            // Out of stock again is another reason.
            Self::OutOfStock => &[Self::ToAssess, Self::OutOfStock],
            // A reserved dwelling becomes free by withdrawing the offer, so that its household is told.
            Self::Reserved => &[],
        }
    }

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
