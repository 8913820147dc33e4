// SPDX-License-Identifier: AGPL-3.0-or-later
//! What people do with an offer of a dwelling.
use super::Placement;
use crate::{
    id::{DwellingId, HouseholdId},
    rent::RentTier,
};
use soglia_kernel::{access::Roles, calendar::Day, key::Identity, money::Money};

soglia_kernel::verbs! {
    /// What people do with an offer.
    pub enum Verb about Placement, said Anywhere {
        /// Offer a dwelling to a household.
        offer Offer {
            /// To whom.
            household: HouseholdId,
            /// What.
            dwelling: DwellingId,
            /// Under which ceiling.
            tier: RentTier,
            /// Monthly rent; none while the surface is still to be measured.
            monthly_rent: Option<Money>,
            /// Service charges a month, apart from the rent; none while they are not known.
            service_charges: Option<Money>,
            /// The last day of the contract offered; none while it is open.
            until: Option<Day>,
            /// Why this dwelling.
            note: String,
        } by Roles::TEAM, Anywhere, names [household.key(), dwelling.key()];
        /// Take an offer back.
        withdraw Withdraw {
            /// Why.
            reason: String,
        } by Roles::TEAM, Anywhere;
    }
}
