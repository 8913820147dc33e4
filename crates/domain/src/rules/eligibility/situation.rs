// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the rules need to know of a household, parsed once: small, copied without thought, and the same whether it came
//! from a case, a line of a file or a supposition.
use super::composition::{Composition, PersonFacts};
use crate::{
    calendar::Day,
    household::{Citizenship, Household, HouseholdQuestion, IseeKind},
    money::Money,
    rulebook::{Rules, ZoneIndex},
};

/// What the rules need to know of a household on a day. None is unknown.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Situation {
    /// Who lives together, as of the day of the rules it was read for.
    pub composition: Composition,
    /// Attested equivalence scale in hundredths.
    pub equivalence_scale: Option<u16>,
    /// Which ISEE was attested.
    pub isee_kind: Option<IseeKind>,
    /// Its value.
    pub isee_value: Option<Money>,
    /// Day on which its declaration was presented.
    pub dsu_date: Option<Day>,
    /// Patrimony as public housing counts it.
    pub sap_patrimony: Option<Money>,
    /// Net income of the household in a month.
    pub net_monthly_income: Option<Money>,
    /// Zone in which it looks for a home.
    pub zone: Option<ZoneIndex>,
    /// Citizenship or residence title.
    pub citizenship: Option<Citizenship>,
    /// Regular work.
    pub regular_work: Option<bool>,
    /// Resides in Lombardy.
    pub resides_in_region: Option<bool>,
    /// Works in Lombardy.
    pub works_in_region: Option<bool>,
    /// Owns an adequate home.
    pub owns_adequate_home: Option<bool>,
    /// Lost a public dwelling by revocation in the last years.
    pub revoked_assignment: Option<bool>,
    /// Occupied a dwelling without title in the last years.
    pub illegal_occupation: Option<bool>,
    /// Followed by social services.
    pub followed_by_social_services: Option<bool>,
    /// Manages primary needs.
    pub manages_primary_needs: Option<bool>,
    /// In a temporary difficulty.
    pub temporary_difficulty: Option<bool>,
    /// Needs accompaniment.
    pub needs_accompaniment: Option<bool>,
}

impl Situation {
    /// Reads a household for the day of the rules. A zone that the table of market rents does not have is unknown.
    pub fn of(household: &Household, rules: &Rules) -> Self {
        let facts = &household.facts;
        let isee = facts.isee.known();
        Self {
            composition: Composition::of(household.members.iter().map(PersonFacts::from), rules.day()),
            equivalence_scale: facts.equivalence_scale.known().copied(),
            isee_kind: isee.and_then(|isee| isee.kind),
            isee_value: isee.map(|isee| isee.value),
            dsu_date: isee.and_then(|isee| isee.dsu_date),
            sap_patrimony: facts.sap_patrimony.known().copied(),
            net_monthly_income: facts.net_monthly_income.known().copied(),
            zone: facts.zone.known().and_then(|zone| rules.zone(zone)),
            citizenship: facts.citizenship.known().copied(),
            regular_work: facts.regular_work.known().copied(),
            resides_in_region: facts.resides_in_region.known().copied(),
            works_in_region: facts.works_in_region.known().copied(),
            owns_adequate_home: facts.owns_adequate_home.known().copied(),
            revoked_assignment: facts.revoked_assignment_last_5_years.known().copied(),
            illegal_occupation: facts.illegal_occupation_last_5_years.known().copied(),
            followed_by_social_services: facts.followed_by_social_services.known().copied(),
            manages_primary_needs: facts.manages_primary_needs.known().copied(),
            temporary_difficulty: facts.temporary_difficulty.known().copied(),
            needs_accompaniment: facts.needs_accompaniment.known().copied(),
        }
    }

    /// The situation after the extreme answers to a question: one that speaks most for a home, one that speaks most
    /// against it. None for a question that no rule looks at.
    pub(super) fn supposing(&self, question: HouseholdQuestion, rules: &Rules) -> Option<[Self; 2]> {
        let (mut good, mut bad) = (*self, *self);
        let mut both = |place: fn(&mut Self) -> &mut Option<bool>| {
            *place(&mut good) = Some(true);
            *place(&mut bad) = Some(false);
        };
        match question {
            HouseholdQuestion::RegularWork => both(|s| &mut s.regular_work),
            HouseholdQuestion::ResidesInRegion => both(|s| &mut s.resides_in_region),
            HouseholdQuestion::WorksInRegion => both(|s| &mut s.works_in_region),
            HouseholdQuestion::OwnsAdequateHome => both(|s| &mut s.owns_adequate_home),
            HouseholdQuestion::RevokedAssignmentLast5Years => both(|s| &mut s.revoked_assignment),
            HouseholdQuestion::IllegalOccupationLast5Years => both(|s| &mut s.illegal_occupation),
            HouseholdQuestion::FollowedBySocialServices => both(|s| &mut s.followed_by_social_services),
            HouseholdQuestion::ManagesPrimaryNeeds => both(|s| &mut s.manages_primary_needs),
            HouseholdQuestion::TemporaryDifficulty => both(|s| &mut s.temporary_difficulty),
            HouseholdQuestion::NeedsAccompaniment => both(|s| &mut s.needs_accompaniment),
            HouseholdQuestion::Citizenship => {
                good.citizenship = Some(Citizenship::Italian);
                bad.citizenship = Some(Citizenship::Other);
            }
            HouseholdQuestion::Isee => {
                for (situation, value) in [(&mut good, Money::ZERO), (&mut bad, MUCH)] {
                    situation.isee_kind = Some(IseeKind::Ordinary);
                    situation.isee_value = Some(value);
                    situation.dsu_date = Some(rules.day());
                }
            }
            HouseholdQuestion::SapPatrimony => {
                good.sap_patrimony = Some(Money::ZERO);
                bad.sap_patrimony = Some(MUCH);
            }
            HouseholdQuestion::EquivalenceScale => {
                good.equivalence_scale = Some(u16::MAX);
                bad.equivalence_scale = Some(0);
            }
            HouseholdQuestion::NetMonthlyIncome => {
                good.net_monthly_income = Some(Money::ZERO);
                bad.net_monthly_income = Some(MUCH);
            }
            HouseholdQuestion::Zone => {
                let rents = || rules.market_rents().iter().enumerate();
                let code =
                    |at: Option<(usize, _)>| at.and_then(|(at, _)| rules.zone(rules.market_rents()[at].zone));
                good.zone = code(rents().max_by_key(|(_, zone)| zone.rent));
                bad.zone = code(rents().min_by_key(|(_, zone)| zone.rent));
            }
            HouseholdQuestion::Label
            | HouseholdQuestion::SentBy
            | HouseholdQuestion::Phone
            | HouseholdQuestion::Language
            | HouseholdQuestion::Housing
            | HouseholdQuestion::EvictionDate
            | HouseholdQuestion::PresentHome
            | HouseholdQuestion::Urgency
            | HouseholdQuestion::UrgencyReason
            | HouseholdQuestion::WantedAreas
            | HouseholdQuestion::Near
            | HouseholdQuestion::StepFree
            | HouseholdQuestion::Pets
            | HouseholdQuestion::Response => return None,
        }
        Some([good, bad])
    }
}

/// An amount that no threshold reaches.
const MUCH: Money = Money::from_euro(100_000_000);

impl std::fmt::Debug for Situation {
    /// The number of people; the rest is about them.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Situation({} members)", self.composition.n_members)
    }
}
