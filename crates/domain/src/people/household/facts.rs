// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is known about a household and its members, as tables.
use super::{Citizenship, HousingSituation, Isee, Relation, Sender, response::ChosenResponse};
use crate::{assessment::Urgency, tax_code::TaxCode};
use soglia_kernel::{
    access::Roles,
    calendar::Day,
    money::Money,
    shape::{Days, Shape},
};

soglia_kernel::own_forms!(TaxCode, Isee, ChosenResponse);
soglia_kernel::choices!(Citizenship, HousingSituation, Relation, Sender);

/// The relations by their names.
const RELATIONS: &[&str] = &[
    "head",
    "partner",
    "child",
    "parent",
    "other_relative",
    "not_related",
];

/// The citizenships by their names.
const CITIZENSHIPS: &[&str] = &["italian", "eu", "long_term_permit", "two_year_permit", "other"];

/// Those who send households, by their names.
const SENDERS: &[&str] = &["welfare", "housing", "partner", "self"];

/// How soon, by its names.
const URGENCIES: &[&str] = &["none", "within_90_days", "within_30_days", "now"];

/// The housing situations by their names.
const HOUSINGS: &[&str] = &[
    "rough",
    "night_shelter",
    "hostel",
    "womens_shelter",
    "migrants",
    "institution",
    "support",
    "insecure",
    "eviction",
    "violence",
    "non_conventional",
    "unfit",
    "overcrowded",
    "adequate",
];

soglia_kernel::facts! {
    /// What is known about a member.
    facts MemberFacts;
    /// One fact about a member.
    answer MemberAnswer;
    /// Which fact about a member.
    question MemberQuestion;
    /// What is asked about a member.
    topic MemberTopic;

    /// Who it is.
    Person {
        /// Given name.
        given_name GivenName: String, Shape::NAME, told Roles::ALL, by Roles::TEAM;
        /// Family name.
        family_name FamilyName: String, Shape::NAME, told Roles::ALL, by Roles::TEAM;
        /// Day of birth.
        birth_date BirthDate: Day, Shape::Day(Days::Past), told Roles::ALL, by Roles::TEAM;
        /// Tax code; people in an emergency often have none.
        tax_code TaxCode: TaxCode, Shape::Own, told Roles::CITY, by Roles::TEAM;
        /// Relation to the head of household.
        relation Relation: Relation, Shape::Choice(RELATIONS), told Roles::ALL, by Roles::TEAM;
    }

    /// What the conditions and the fit depend on.
    Condition {
        /// A recognised disability.
        disability Disability: bool, Shape::YesNo, told Roles::ALL, by Roles::TEAM;
        /// Works now.
        works Works: bool, Shape::YesNo, told Roles::CITY, by Roles::TEAM;
    }
}

soglia_kernel::facts! {
    /// What is known about a household, apart from its members.
    facts HouseholdFacts;
    /// One fact about a household.
    answer HouseholdAnswer;
    /// Which fact about a household.
    question HouseholdQuestion;
    /// What is asked about a household.
    topic HouseholdTopic;

    /// How colleagues call it.
    Name {
        /// Name by which colleagues call it, such as "Famiglia Ionescu".
        label Label: String, Shape::NAME, told Roles::ALL, by Roles::TEAM;
    }

    /// Who sends them, and how to reach them.
    Contact {
        /// Who sends the household.
        sent_by SentBy: Sender, Shape::Choice(SENDERS), told Roles::CITY, by Roles::TEAM;
        /// How to reach the household.
        phone Phone: String, Shape::TEXT, told Roles::ALL, by Roles::TEAM;
        /// Language of the interpreter, where one is needed.
        language Language: String, Shape::NAME, told Roles::ALL, by Roles::TEAM;
    }

    /// Where they live now, and how much it presses.
    Home {
        /// How it is housed.
        housing Housing: HousingSituation, Shape::Choice(HOUSINGS), told Roles::CITY, by Roles::TEAM;
        /// Day on which it has to leave.
        eviction_date EvictionDate: Day, Shape::Day(Days::Any), told Roles::CITY, by Roles::TEAM,
            asked |facts| facts.housing.known() == Some(&HousingSituation::Eviction);
        /// Where it lives now, in words.
        present_home PresentHome: String, Shape::TEXT, told Roles::CITY, by Roles::TEAM;
        /// How soon something has to happen.
        urgency Urgency: Urgency, Shape::Choice(URGENCIES), told Roles::CITY, by Roles::TEAM;
        /// Why.
        urgency_reason UrgencyReason: String, Shape::TEXT, told Roles::CITY, by Roles::TEAM,
            asked |facts| facts.urgency.known().is_some_and(|urgency| urgency.presses());
    }

    /// Which home it looks for.
    Wishes {
        /// Where, in words: districts, Municipi.
        wanted_areas WantedAreas: String, Shape::TEXT, told Roles::CITY, by Roles::TEAM;
        /// OMI zone in which it looks for a home.
        zone Zone: String, Shape::Own, told Roles::CITY, by Roles::TEAM,
            asked |_| false;
        /// School and work that have to stay within reach.
        near Near: String, Shape::TEXT, told Roles::CITY, by Roles::TEAM;
        /// Whether the way in has to be without steps.
        step_free StepFree: bool, Shape::YesNo, told Roles::ALL, by Roles::TEAM;
        /// Whether animals come along.
        pets Pets: bool, Shape::YesNo, told Roles::ALL, by Roles::TEAM;
    }

    /// ISEE and patrimony.
    Isee {
        /// Attested ISEE.
        isee Isee: Isee, Shape::Own, told Roles::CITY, by Roles::TEAM;
        /// Patrimony as public housing counts it, from the attestation.
        sap_patrimony SapPatrimony: Money, Shape::Amount, told Roles::CITY, by Roles::TEAM;
        /// Equivalence scale of the attestation, in hundredths, where it differs from the composition.
        equivalence_scale EquivalenceScale: u16, Shape::Own, told Roles::CITY, by Roles::TEAM,
            asked |_| false;
    }

    /// Net income.
    Income {
        /// Net income of the household in a month.
        net_monthly_income NetMonthlyIncome: Money, Shape::Amount, told Roles::CITY, by Roles::TEAM;
    }

    /// Conditions of public housing.
    PublicHousing {
        /// Citizenship or residence title.
        citizenship Citizenship: Citizenship, Shape::Choice(CITIZENSHIPS), told Roles::CITY, by Roles::TEAM;
        /// Regular employed or self-employed work (asked with a two-year permit).
        regular_work RegularWork: bool, Shape::YesNo, told Roles::CITY, by Roles::TEAM,
            asked |facts| facts.citizenship.known() == Some(&Citizenship::TwoYearPermit);
        /// Resides in Lombardy.
        resides_in_region ResidesInRegion: bool, Shape::YesNo, told Roles::CITY, by Roles::TEAM;
        /// Works in Lombardy.
        works_in_region WorksInRegion: bool, Shape::YesNo, told Roles::CITY, by Roles::TEAM,
            asked |facts| facts.resides_in_region.known() != Some(&true);
        /// Owns a home adequate to the household, in Italy or abroad.
        owns_adequate_home OwnsAdequateHome: bool, Shape::YesNo, told Roles::CITY, by Roles::TEAM;
        /// Lost a public dwelling by revocation in the last five years.
        #[serde(rename = "revoked_assignment_last_5_years")]
        revoked_assignment_last_5_years RevokedAssignmentLast5Years: bool, Shape::YesNo, told Roles::CITY, by Roles::TEAM;
        /// Occupied a dwelling without title in the last five years.
        #[serde(rename = "illegal_occupation_last_5_years")]
        illegal_occupation_last_5_years IllegalOccupationLast5Years: bool, Shape::YesNo, told Roles::CITY, by Roles::TEAM;
    }

    /// Social services.
    SocialServices {
        /// Followed by social services.
        followed_by_social_services FollowedBySocialServices: bool, Shape::YesNo, told Roles::CITY, by Roles::TEAM;
        /// Manages primary needs by itself.
        manages_primary_needs ManagesPrimaryNeeds: bool, Shape::YesNo, told Roles::CITY, by Roles::TEAM;
        /// In a temporary social and economic difficulty.
        temporary_difficulty TemporaryDifficulty: bool, Shape::YesNo, told Roles::CITY, by Roles::TEAM;
        /// Needs accompaniment towards independent living.
        needs_accompaniment NeedsAccompaniment: bool, Shape::YesNo, told Roles::ALL, by Roles::TEAM;
    }

    /// What the City answers: it stands beside the suggestion.
    Answer {
        /// Which response was chosen for it.
        response Response: ChosenResponse, Shape::Own, told Roles::CITY, by Roles::TEAM;
    }
}
