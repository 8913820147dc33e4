// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is refused about an offer.
use crate::{dwelling::DwellingStateKind, id::HouseholdId, rent::RentTrouble};
use soglia_kernel::money::Money;

soglia_kernel::refusals! {
    /// Why something about an offer is refused.
    pub enum Refusal {
        /// The offer is not known here, or not to be seen by the author.
        unknown_offer Unknown,
        /// Another household holds the dwelling.
        dwelling_held DwellingHeld {
            /// The household, told only to who may see it.
            household: Option<HouseholdId>,
        },
        /// The dwelling is not ready to be offered.
        dwelling_not_ready DwellingNotReady {
            /// Its state.
            state: DwellingStateKind,
        },
        /// The offer was taken back before.
        offer_closed Closed,
        /// The rent passes the ceiling.
        rent_above_ceiling RentAboveCeiling {
            /// The monthly ceiling.
            ceiling: Money,
        },
        /// Rent or service charges are below zero.
        rent_negative RentNegative,
        /// A rent cannot be set before the surface is measured.
        surface_not_measured SurfaceNotMeasured,
    }
}

impl From<RentTrouble> for Refusal {
    fn from(trouble: RentTrouble) -> Self {
        match trouble {
            RentTrouble::NotMeasured => Self::SurfaceNotMeasured,
            RentTrouble::Negative => Self::RentNegative,
            RentTrouble::AboveCeiling { ceiling } => Self::RentAboveCeiling { ceiling },
        }
    }
}
