// SPDX-License-Identifier: AGPL-3.0-or-later
//! The sections of a household's situation: which questions each has, and how far it came.
use crate::text::households::situation as text;
use serde::{Deserialize, Serialize};
use soglia_domain::household::{Household, HouseholdQuestion as Q, Member, MemberQuestion};

/// A topic of the situation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(super) enum Section {
    /// Who lives together.
    Members,
    /// Where they live now, and how to reach them.
    Home,
    /// ISEE and patrimony.
    Isee,
    /// Net income.
    Income,
    /// Conditions of public housing.
    PublicHousing,
    /// Social services.
    SocialServices,
}

/// How far a section came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Progress {
    /// No question was asked.
    NotBegun,
    /// Some were.
    InPart,
    /// Every question has its value.
    Done,
    /// Every question was asked, and some values are not known yet.
    NotKnownYet,
}

/// What every member is asked so that the conditions and the fit can be told.
const MEMBER_ESSENTIALS: [MemberQuestion; 4] = [
    MemberQuestion::GivenName,
    MemberQuestion::FamilyName,
    MemberQuestion::BirthDate,
    MemberQuestion::Disability,
];

impl Section {
    pub(super) const ALL: [Self; 6] = [
        Self::Members,
        Self::Home,
        Self::Isee,
        Self::Income,
        Self::PublicHousing,
        Self::SocialServices,
    ];

    /// The title of the section.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Members => text::section_members(),
            Self::Home => text::section_home(),
            Self::Isee => text::section_isee(),
            Self::Income => text::section_income(),
            Self::PublicHousing => text::section_public_housing(),
            Self::SocialServices => text::section_social_services(),
        }
    }

    /// A short name that never changes, for addresses inside the page.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Members => "members",
            Self::Home => "home",
            Self::Isee => "isee",
            Self::Income => "income",
            Self::PublicHousing => "public-housing",
            Self::SocialServices => "social-services",
        }
    }

    /// Its questions about the household as a whole.
    pub(super) const fn questions(self) -> &'static [Q] {
        match self {
            Self::Members => &[],
            Self::Home => &[Q::Phone, Q::PresentHome, Q::Zone],
            Self::Isee => &[Q::Isee, Q::SapPatrimony, Q::EquivalenceScale],
            Self::Income => &[Q::NetMonthlyIncome],
            Self::PublicHousing => &[
                Q::Citizenship,
                Q::RegularWork,
                Q::ResidesInRegion,
                Q::WorksInRegion,
                Q::OwnsAdequateHome,
                Q::RevokedAssignmentLast5Years,
                Q::IllegalOccupationLast5Years,
            ],
            Self::SocialServices => &[
                Q::FollowedBySocialServices,
                Q::ManagesPrimaryNeeds,
                Q::TemporaryDifficulty,
                Q::NeedsAccompaniment,
            ],
        }
    }

    /// The section after this one.
    pub(super) fn next(self) -> Option<Self> {
        let at = Self::ALL.iter().position(|section| *section == self)?;
        Self::ALL.get(at + 1).copied()
    }

    /// The section that asks a question.
    pub(super) fn of(question: Q) -> Self {
        Self::ALL
            .into_iter()
            .find(|section| section.questions().contains(&question))
            .unwrap_or(Self::Members)
    }

    /// How far it came, as asked / known / all.
    pub(super) fn tally(self, household: &Household) -> Tally {
        let mut tally = Tally::default();
        if self == Self::Members {
            for member in &household.members {
                for question in MEMBER_ESSENTIALS {
                    tally.count(
                        !member.facts.is_not_asked(question),
                        member.facts.is_known(question),
                    );
                }
            }
        }
        for question in self.questions().iter().filter(|q| counts(household, **q)) {
            tally.count(
                !household.facts.is_not_asked(*question),
                household.facts.is_known(*question),
            );
        }
        tally
    }
}

/// Whether a question counts for the state of its section: some hold only in special cases.
fn counts(household: &Household, question: Q) -> bool {
    use soglia_domain::household::Citizenship;
    match question {
        Q::EquivalenceScale | Q::Zone => false,
        Q::RegularWork => household.facts.citizenship.known() == Some(&Citizenship::TwoYearPermit),
        Q::WorksInRegion => household.facts.resides_in_region.known() != Some(&true),
        _ => true,
    }
}

/// Questions of one section by how far they came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) asked: usize,
    pub(super) known: usize,
    pub(super) all: usize,
}

impl Tally {
    fn count(&mut self, asked: bool, known: bool) {
        self.all += 1;
        self.asked += usize::from(asked);
        self.known += usize::from(known);
    }

    pub(super) const fn progress(self) -> Progress {
        if self.asked == 0 {
            Progress::NotBegun
        } else if self.asked < self.all {
            Progress::InPart
        } else if self.known < self.all {
            Progress::NotKnownYet
        } else {
            Progress::Done
        }
    }
}

/// "Maria Rossi", or what is known of the name.
pub(super) fn member_name(member: &Member) -> String {
    let part = |answer: &soglia_domain::answer::Answer<String>| answer.known().cloned().unwrap_or_default();
    let name = format!(
        "{} {}",
        part(&member.facts.given_name),
        part(&member.facts.family_name)
    );
    let name = name.trim();
    if name.is_empty() {
        text::unnamed_member().to_owned()
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_about_a_household_has_its_section() {
        // The choice of a response is no question to the household: it stands beside the suggestion.
        for question in Q::ALL.iter().filter(|question| **question != Q::Response) {
            let n = Section::ALL
                .iter()
                .filter(|section| section.questions().contains(question))
                .count();
            assert_eq!(n, 1, "{question:?}");
        }
    }

    #[test]
    fn a_section_is_done_only_when_every_value_is_known() {
        let tally = |asked, known, all| Tally { asked, known, all }.progress();
        assert_eq!(tally(0, 0, 3), Progress::NotBegun);
        assert_eq!(tally(0, 0, 0), Progress::NotBegun);
        assert_eq!(tally(2, 2, 3), Progress::InPart);
        assert_eq!(tally(3, 2, 3), Progress::NotKnownYet);
        assert_eq!(tally(3, 3, 3), Progress::Done);
    }
}
