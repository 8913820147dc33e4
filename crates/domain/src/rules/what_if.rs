// SPDX-License-Identifier: AGPL-3.0-or-later
//! What would follow from other rules: which verdicts, ceilings, burdens and suggested responses change, over all
//! dwellings and cases at once. Nothing is decided and nothing is stored.
use crate::{
    adequacy::least_adequate_area,
    area::{FloorArea, SurfaceKind},
    eligibility::{ResponseModel, Situation, outcomes, suggestion},
    finding::Outcome,
    household::Household,
    money::Money,
    rent::{RentTier, burden, cap_parameter, ceiling_of},
    rulebook::{ParameterName, Rules},
};

#[cfg(test)]
mod tests;

/// What a supposition needs to know of one case.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Case {
    /// The household, read for the day of the rules.
    pub situation: Situation,
    /// Monthly rent and tier of its open offer; none without one, or where its rent is still open.
    pub rent: Option<(Money, RentTier)>,
}

impl Case {
    /// Reads a household for the day of the rules. Of several open offers the last one with a rent counts.
    pub fn of(household: &Household, rent: Option<(Money, RentTier)>, rules: &Rules) -> Self {
        Self {
            situation: Situation::of(household, rules),
            rent,
        }
    }
}

impl std::fmt::Debug for Case {
    /// The household as it shows itself: amounts are about people.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Case({:?})", self.situation)
    }
}

/// The surfaces of one dwelling, as far as they are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DwellingSurfaces {
    /// Usable.
    pub usable: Option<FloorArea>,
    /// Cadastral.
    pub cadastral: Option<FloorArea>,
    /// Conventional.
    pub conventional: Option<FloorArea>,
}

impl DwellingSurfaces {
    const fn of(&self, kind: SurfaceKind) -> Option<FloorArea> {
        match kind {
            SurfaceKind::Usable => self.usable,
            SurfaceKind::Cadastral => self.cadastral,
            SurfaceKind::Conventional => self.conventional,
            SurfaceKind::Unstated => None,
        }
    }
}

/// One thing that is different under other rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Changed<T> {
    /// Its place among the cases or the dwellings that were given.
    pub at: usize,
    /// Under the first rules.
    pub before: T,
    /// Under the other ones.
    pub after: T,
}

/// Where a rent stands against what a household can bear.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BurdenBand {
    /// Up to the sustainable share.
    Sustainable,
    /// Above it.
    Above,
    /// Above the share that counts as overburden.
    Overburden,
}

/// What a rent takes of an income.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Burden {
    /// Share in hundredths of a per cent, rounded up.
    pub share: u32,
    /// Where that stands.
    pub band: BurdenBand,
}

/// By tier, the higher first: of the proposed rent where there is one, else of the ceiling of the smallest adequate home.
pub type Burdens = [Option<Burden>; 2];

/// The verdicts on the three questions, in the order of [`crate::eligibility::VerdictKind::ALL`].
pub type Verdicts = [Outcome; 3];

/// Monthly ceilings by tier, the higher first; none where the surface that the caps refer to is not known.
pub type Ceilings = [Option<Money>; 2];

/// What changes. Each list is in the order of what was given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Consequences {
    /// Cases of which one verdict at least is another one.
    pub verdicts: Vec<Changed<Verdicts>>,
    /// Cases for which another response is suggested.
    pub responses: Vec<Changed<Option<ResponseModel>>>,
    /// Cases for which the rent weighs otherwise.
    pub burdens: Vec<Changed<Burdens>>,
    /// Dwellings of which one ceiling at least is another one.
    pub ceilings: Vec<Changed<Ceilings>>,
}

/// What changes between two sets of rules of the same day. Both must know the same zones in the same order, as rules do
/// that differ only by [`Rules::supposing`], because a [`Situation`] holds the place of its zone.
pub fn what_if(
    cases: &[Case],
    dwellings: &[DwellingSurfaces],
    before: &Rules,
    after: &Rules,
) -> Consequences {
    let mut found = Consequences::default();
    let (was, is) = (Thresholds::of(before), Thresholds::of(after));
    for (at, case) in cases.iter().enumerate() {
        let of = |rules| {
            let verdicts = outcomes(&case.situation, rules);
            (verdicts, suggestion(&case.situation, verdicts, rules).response)
        };
        let ((verdicts_before, response_before), (verdicts_after, response_after)) = (of(before), of(after));
        note(&mut found.verdicts, at, verdicts_before, verdicts_after);
        note(&mut found.responses, at, response_before, response_after);
        note(
            &mut found.burdens,
            at,
            was.burdens(case, before),
            is.burdens(case, after),
        );
    }
    for (at, dwelling) in dwellings.iter().enumerate() {
        note(
            &mut found.ceilings,
            at,
            was.ceilings(dwelling),
            is.ceilings(dwelling),
        );
    }
    found
}

fn note<T: PartialEq>(list: &mut Vec<Changed<T>>, at: usize, before: T, after: T) {
    if before != after {
        list.push(Changed { at, before, after });
    }
}

/// What every dwelling and every rent is held against, read once.
struct Thresholds {
    caps: [Money; 2],
    kind: SurfaceKind,
    sustainable: u32,
    overburden: u32,
}

impl Thresholds {
    fn of(rules: &Rules) -> Self {
        Self {
            caps: RentTier::ALL.map(|tier| rules.money(cap_parameter(tier))),
            kind: rules.cap_surface_kind(),
            sustainable: rules.number(ParameterName::SustainableShare),
            overburden: rules.number(ParameterName::OverburdenShare),
        }
    }

    fn ceilings(&self, dwelling: &DwellingSurfaces) -> Ceilings {
        let area = dwelling.of(self.kind);
        self.caps.map(|cap| area.map(|area| ceiling_of(area, cap).1))
    }

    fn burdens(&self, case: &Case, rules: &Rules) -> Burdens {
        let Some(income) = case.situation.net_monthly_income else {
            return [None, None];
        };
        let weigh = |rent| {
            let share = burden(rent, income)?;
            Some(Burden {
                share,
                band: self.band(share),
            })
        };
        if let Some((rent, tier)) = case.rent {
            return RentTier::ALL.map(|each| if each == tier { weigh(rent) } else { None });
        }
        let n_persons = case.situation.composition.n_members;
        if n_persons == 0 {
            return [None, None];
        }
        let area = FloorArea::from_hundredths(least_adequate_area(n_persons, rules) * 100);
        self.caps
            .map(|cap| area.and_then(|area| weigh(ceiling_of(area, cap).1)))
    }

    /// The share is rounded up, so it is above a threshold exactly when the rent is.
    const fn band(&self, share: u32) -> BurdenBand {
        if share > self.overburden {
            BurdenBand::Overburden
        } else if share > self.sustainable {
            BurdenBand::Above
        } else {
            BurdenBand::Sustainable
        }
    }
}
