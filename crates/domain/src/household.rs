// SPDX-License-Identifier: AGPL-3.0-or-later
//! Households: who is followed, what is known, what was proposed.
mod citizenship;
mod offer;
mod response;

pub use citizenship::Citizenship;
pub use offer::{AgreedRent, Offer, OfferState, RentTier};
pub use response::ChosenResponse;

use crate::{
    calendar::{Day, Timestamp},
    facts::facts,
    id::{HouseholdId, MemberId, OfferId, PersonId},
    money::Money,
    tax_code::TaxCode,
};
use serde::{Deserialize, Serialize};

/// More people than this under one roof is a slip of the finger.
pub const MOST_MEMBERS: usize = 30;

/// A household and its case.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Household {
    /// Identity.
    pub id: HouseholdId,
    /// Name by which colleagues call it, such as "Famiglia Ionescu".
    pub label: String,
    /// Invented for demonstration.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub demonstration: bool,
    /// When the case was opened.
    pub opened_at: Timestamp,
    /// Who opened it.
    pub opened_by: PersonId,
    /// Who lives together, in the order in which they were named; the first is the head of household.
    #[serde(default)]
    pub members: Vec<Member>,
    /// What is known about the household.
    #[serde(default)]
    pub facts: HouseholdFacts,
    /// Dwellings proposed to it, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offers: Vec<Offer>,
    /// The case that counts in the place of this one, where the household was taken in twice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joined: Option<HouseholdId>,
    /// Households that look alike and are others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub distinct: Vec<HouseholdId>,
}

impl Household {
    /// The member who answers for the household: the first one named.
    pub fn head_of_household(&self) -> Option<&Member> {
        self.members.first()
    }

    /// A proposal by its identity.
    pub fn offer(&self, id: OfferId) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.id == id)
    }

    /// Proposals that are still open.
    pub fn open_offers(&self) -> impl Iterator<Item = &Offer> {
        self.offers
            .iter()
            .filter(|offer| matches!(offer.state, OfferState::Proposed))
    }
}

impl std::fmt::Debug for Household {
    /// Counts only: everything else is personal.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "Household({}, {} members, {} offers)",
            self.id,
            self.members.len(),
            self.offers.len()
        )
    }
}

/// One person of a household.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Number inside the household.
    pub id: MemberId,
    /// What is known about the person.
    #[serde(default)]
    pub facts: MemberFacts,
}

impl std::fmt::Debug for Member {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Member({})", self.id)
    }
}

/// How a member is related to the head of household.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The head of household.
    Head,
    /// Spouse, civil partner or cohabitant.
    Partner,
    /// Child of either.
    Child,
    /// Parent or parent-in-law.
    Parent,
    /// Any other relative.
    OtherRelative,
    /// Not related.
    NotRelated,
}

impl Relation {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Head,
        Self::Partner,
        Self::Child,
        Self::Parent,
        Self::OtherRelative,
        Self::NotRelated,
    ];

    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Partner => "partner",
            Self::Child => "child",
            Self::Parent => "parent",
            Self::OtherRelative => "other_relative",
            Self::NotRelated => "not_related",
        }
    }
}

facts! {
    /// What is known about a member.
    facts MemberFacts;
    /// One fact about a member.
    answer MemberAnswer;
    /// Which fact about a member.
    question MemberQuestion;

    /// Given name.
    given_name GivenName: String;
    /// Family name.
    family_name FamilyName: String;
    /// Day of birth.
    birth_date BirthDate: Day;
    /// Tax code; people in an emergency often have none.
    tax_code TaxCode: TaxCode;
    /// Relation to the head of household.
    relation Relation: Relation;
    /// A recognised disability.
    disability Disability: bool;
    /// Works now.
    works Works: bool;
}

/// Which ISEE an attestation carries. Only the ordinary one and the current one count for housing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IseeKind {
    /// Ordinario.
    Ordinary,
    /// Corrente.
    Current,
    /// Minorenni.
    Minors,
    /// Socio-sanitario.
    SocialHealth,
    /// Università.
    University,
    /// The 2026 value for family benefits and inclusion only.
    #[serde(rename = "family_2026")]
    Family2026,
}

impl IseeKind {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Ordinary,
        Self::Current,
        Self::Minors,
        Self::SocialHealth,
        Self::University,
        Self::Family2026,
    ];

    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Ordinary => "ordinary",
            Self::Current => "current",
            Self::Minors => "minors",
            Self::SocialHealth => "social_health",
            Self::University => "university",
            Self::Family2026 => "family_2026",
        }
    }
}

/// An attested ISEE.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Isee {
    /// Which one; none while nobody has read it on the attestation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<IseeKind>,
    /// The attested value.
    pub value: Money,
    /// Day on which the declaration (DSU) was presented; none when not at hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dsu_date: Option<Day>,
}

impl std::fmt::Debug for Isee {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Isee(…)")
    }
}

facts! {
    /// What is known about a household, apart from its members.
    facts HouseholdFacts;
    /// One fact about a household.
    answer HouseholdAnswer;
    /// Which fact about a household.
    question HouseholdQuestion;

    /// How to reach the household.
    phone Phone: String;
    /// Where it lives now, in words.
    present_home PresentHome: String;
    /// Attested ISEE.
    isee Isee: Isee;
    /// Patrimony as public housing counts it, from the attestation.
    sap_patrimony SapPatrimony: Money;
    /// Equivalence scale of the attestation, in hundredths, where it differs from the composition.
    equivalence_scale EquivalenceScale: u16;
    /// Net income of the household in a month.
    net_monthly_income NetMonthlyIncome: Money;
    /// Citizenship or residence title.
    citizenship Citizenship: Citizenship;
    /// Regular employed or self-employed work (asked with a two-year permit).
    regular_work RegularWork: bool;
    /// Resides in Lombardy.
    resides_in_region ResidesInRegion: bool;
    /// Works in Lombardy.
    works_in_region WorksInRegion: bool;
    /// Owns a home adequate to the household, in Italy or abroad.
    owns_adequate_home OwnsAdequateHome: bool;
    /// Lost a public dwelling by revocation in the last five years.
    #[serde(rename = "revoked_assignment_last_5_years")]
    revoked_assignment_last_5_years RevokedAssignmentLast5Years: bool;
    /// Occupied a dwelling without title in the last five years.
    #[serde(rename = "illegal_occupation_last_5_years")]
    illegal_occupation_last_5_years IllegalOccupationLast5Years: bool;
    /// OMI zone in which it looks for a home.
    zone Zone: String;
    /// Followed by social services.
    followed_by_social_services FollowedBySocialServices: bool;
    /// Manages primary needs by itself.
    manages_primary_needs ManagesPrimaryNeeds: bool;
    /// In a temporary social and economic difficulty.
    temporary_difficulty TemporaryDifficulty: bool;
    /// Needs accompaniment towards independent living.
    needs_accompaniment NeedsAccompaniment: bool;
    /// Which response was chosen for it.
    response Response: ChosenResponse;
}
