// SPDX-License-Identifier: AGPL-3.0-or-later
//! What lists need of an offer, held in memory on the device.
use super::{Placement, PlacementState};
use crate::{
    id::{DwellingId, HouseholdId, PlacementId},
    rent::RentTier,
};
use serde::{Deserialize, Serialize};
use soglia_kernel::{
    calendar::Timestamp,
    key::{Identity as _, Key},
    money::Money,
    stored::{Around, LogPosition},
};

/// What lists need of an offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Identity.
    pub id: PlacementId,
    /// To whom.
    pub household: HouseholdId,
    /// What.
    pub dwelling: DwellingId,
    /// Code of the dwelling.
    pub dwelling_code: String,
    /// Under which ceiling.
    pub tier: RentTier,
    /// Monthly rent.
    pub monthly_rent: Option<Money>,
    /// Whether the offer still holds the dwelling.
    pub is_open: bool,
    /// When it was made.
    pub at: Timestamp,
    /// Place of the last change.
    pub position: LogPosition,
}

impl Row {
    /// The record under which lists look for it; none for one that stands by itself.
    pub fn root(&self) -> Option<Key> {
        Some(self.household.key())
    }

    /// Number of values waiting for a choice.
    pub const fn n_reviews(&self) -> u8 {
        0
    }

    /// The row of an offer.
    pub fn of(placement: &Placement, around: &Around) -> Self {
        Self {
            id: placement.id,
            household: placement.household,
            dwelling: placement.dwelling,
            dwelling_code: placement.dwelling_code.clone(),
            tier: placement.tier,
            monthly_rent: placement.monthly_rent,
            is_open: matches!(placement.state, PlacementState::Offered),
            at: placement.at,
            position: around.position,
        }
    }
}
