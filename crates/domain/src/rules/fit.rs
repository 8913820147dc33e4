// SPDX-License-Identifier: AGPL-3.0-or-later
//! Whether a dwelling fits a household: people, surface, rent at each tier against income, each with its reason.
use crate::{
    adequacy::{Adequacy, hygienic_most_persons, least_adequate_area},
    area::FloorArea,
    dwelling::DwellingStateKind,
    finding::Outcome,
    household::Household,
    money::Money,
    rent::RentTier,
    rent::{burden, rent_ceiling},
    rulebook::{ParameterName, Rules},
};
use serde::Serialize;

/// What the comparison needs to know of a dwelling; a compact row has all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DwellingShape {
    /// What it is ready for.
    pub state: DwellingStateKind,
    /// Usable surface, if measured: people and adequacy are judged by it.
    pub usable_area: Option<FloorArea>,
    /// The surface to which the rent caps refer, if known.
    pub cap_area: Option<FloorArea>,
    /// Whether a wheelchair reaches and enters it, if known.
    pub step_free: Option<bool>,
}

/// What the comparison needs to know of a household.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct HouseholdNeed {
    /// Number of members named so far.
    pub n_persons: u8,
    /// Net monthly income, if known.
    pub net_monthly_income: Option<Money>,
    /// Whether a member has a recognised disability; unknown when not asked of everybody.
    pub disability: Option<bool>,
}

impl std::fmt::Debug for HouseholdNeed {
    /// The number of people; income and disability are nobody's business in a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "HouseholdNeed({} persons)", self.n_persons)
    }
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
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
pub struct RentFit {
    /// Which tier.
    pub tier: RentTier,
    /// Monthly ceiling.
    pub monthly: Money,
    /// Share of the income, in hundredths of a per cent; none without an income.
    pub burden: Option<u32>,
    /// The sustainable share it is held against, in hundredths of a per cent.
    pub sustainable_share: u32,
    /// The share above which it is an overburden, in hundredths of a per cent.
    pub overburden_share: u32,
    /// Met within the sustainable share, not met above it, unknown without an income.
    pub outcome: Outcome,
    /// Above the share that counts as overburden.
    pub overburdened: bool,
}

impl std::fmt::Debug for RentFit {
    /// The answer without the share, from which the income could be told.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RentFit({:?}, {:?})", self.tier, self.outcome)
    }
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
    /// How far the surface is from the least adequate one, in hundredths of a square metre; none without surface or members.
    pub surface_distance: Option<u32>,
    /// Rent at both tiers; none without surface.
    pub rents: Option<[RentFit; 2]>,
    /// Reachable without steps for a household that needs it: not met, met, or unknown; met when nobody needs it.
    pub access: Outcome,
}

/// Holds a dwelling against a household.
///
/// A dwelling does not fit when it is too small by the adequacy table, holds fewer people than the household has by the
/// hygienic minimum, would overburden the income even at the lower ceiling, or has steps that a member cannot climb. A
/// rent above the sustainable share is a warning, and a large surface a hint. Whether it is free is told apart, because
/// that changes from day to day.
pub fn fit(dwelling: &DwellingShape, need: &HouseholdNeed, rules: &Rules) -> Fit {
    let n_persons = need.n_persons;
    let area = dwelling.usable_area;
    let adequacy = area
        .filter(|_| n_persons > 0)
        .map(|area| crate::adequacy::adequacy(area, n_persons, rules));
    let hygienic_most_persons = area.map(|area| hygienic_most_persons(area, rules));
    let rents = dwelling
        .cap_area
        .map(|area| RentTier::ALL.map(|tier| rent_fit(area, tier, need, rules)));
    let access = access(dwelling.step_free, need.disability);
    let size = match (adequacy, hygienic_most_persons) {
        (Some(adequacy), Some(most)) => Outcome::of(adequacy != Adequacy::TooSmall && n_persons <= most),
        _ => Outcome::Unknown,
    };
    let rent = rents.as_ref().map_or(Outcome::Unknown, rent_outcome);
    Fit {
        outcome: Outcome::all([size, rent, access]),
        available: dwelling.state == DwellingStateKind::Ready,
        adequacy,
        hygienic_most_persons,
        n_persons,
        surface_distance: area
            .filter(|_| n_persons > 0)
            .map(|area| (least_adequate_area(n_persons, rules) * 100).abs_diff(area.hundredths())),
        rents,
        access,
    }
}

fn rent_fit(area: FloorArea, tier: RentTier, need: &HouseholdNeed, rules: &Rules) -> RentFit {
    let monthly = rent_ceiling(area, tier, rules).monthly;
    let sustainable_share = rules.number(ParameterName::SustainableShare);
    let overburden_share = rules.number(ParameterName::OverburdenShare);
    let burden = need.net_monthly_income.and_then(|income| burden(monthly, income));
    // No income at all bears no rent; it has no share to show.
    let nothing = need.net_monthly_income.is_some_and(|income| income.cents() <= 0);
    let outcome = match burden {
        Some(burden) => Outcome::of(burden <= sustainable_share),
        None if nothing => Outcome::NotMet,
        None => Outcome::Unknown,
    };
    RentFit {
        tier,
        monthly,
        burden,
        sustainable_share,
        overburden_share,
        outcome,
        overburdened: nothing || burden.is_some_and(|burden| burden > overburden_share),
    }
}

/// The lower ceiling decides: a household that it overburdens cannot bear the dwelling at all.
fn rent_outcome(rents: &[RentFit; 2]) -> Outcome {
    if rents.iter().all(|rent| rent.outcome == Outcome::Unknown) {
        return Outcome::Unknown;
    }
    Outcome::of(!rents.iter().all(|rent| rent.overburdened))
}

/// Unknown only while a missing answer can still make the steps matter.
const fn access(step_free: Option<bool>, disability: Option<bool>) -> Outcome {
    match (step_free, disability) {
        (Some(true), _) | (_, Some(false)) => Outcome::Met,
        (Some(false), Some(true)) => Outcome::NotMet,
        _ => Outcome::Unknown,
    }
}

/// A key that puts the best dwelling first: free ones that fit, then free ones to be verified, then those that are not
/// free, then those that do not fit; among equals the lower burden, then the surface closest to what is needed.
pub fn fit_order(fit: &Fit) -> (u8, u32, u32) {
    let rank = match (fit.outcome, fit.available) {
        (Outcome::Met, true) => 0,
        (Outcome::Unknown, true) => 1,
        (Outcome::Met, false) => 2,
        (Outcome::Unknown, false) => 3,
        (Outcome::NotMet, true) => 4,
        (Outcome::NotMet, false) => 5,
    };
    let lowest = fit.rents.iter().flatten().filter_map(|rent| rent.burden).min();
    (
        rank,
        lowest.unwrap_or(u32::MAX),
        fit.surface_distance.unwrap_or(u32::MAX),
    )
}

#[cfg(test)]
mod tests;
