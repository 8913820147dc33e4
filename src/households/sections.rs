// SPDX-License-Identifier: AGPL-3.0-or-later
//! The sections of a household's situation: its members, then the topics of its table of facts.
use crate::{record::Tally, text::households::situation as text};
use serde::{Deserialize, Serialize};
use soglia_domain::household::{Household, HouseholdTopic, Member, MemberQuestion};

/// A section of the situation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(super) enum Section {
    /// Who lives together.
    Members,
    /// A topic of the household as a whole.
    Of(HouseholdTopic),
}

/// What every member is asked so that the conditions and the fit can be told.
const MEMBER_ESSENTIALS: [MemberQuestion; 4] = [
    MemberQuestion::GivenName,
    MemberQuestion::FamilyName,
    MemberQuestion::BirthDate,
    MemberQuestion::Disability,
];

impl Section {
    /// All of them, in the order of the page.
    pub(super) fn all() -> Vec<Self> {
        let topics = HouseholdTopic::ALL.iter().map(|topic| Self::Of(*topic));
        let mut all = vec![Self::Members];
        all.extend(topics.filter(|section| section.words().is_some()));
        all
    }

    /// A short name that never changes, for addresses inside the page, and the title. None for what stands elsewhere: the
    /// name in the head of the page, the response beside its suggestion.
    pub(super) fn words(self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Self::Members => ("members", text::section_members()),
            Self::Of(HouseholdTopic::Home) => ("home", text::section_home()),
            Self::Of(HouseholdTopic::Isee) => ("isee", text::section_isee()),
            Self::Of(HouseholdTopic::Income) => ("income", text::section_income()),
            Self::Of(HouseholdTopic::PublicHousing) => ("public-housing", text::section_public_housing()),
            Self::Of(HouseholdTopic::SocialServices) => ("social-services", text::section_social_services()),
            Self::Of(HouseholdTopic::Name | HouseholdTopic::Answer) => return None,
        })
    }

    /// How far it came.
    pub(super) fn tally(self, household: &Household) -> Tally {
        match self {
            Self::Members => household.members.iter().fold(Tally::default(), |tally, member| {
                tally.with(Tally::of(&MEMBER_ESSENTIALS, &member.facts))
            }),
            Self::Of(topic) => Tally::of(topic.questions(), &household.facts),
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
    fn every_topic_has_its_section_but_those_that_stand_elsewhere() {
        let elsewhere = HouseholdTopic::ALL
            .iter()
            .filter(|topic| !Section::all().contains(&Section::Of(**topic)));
        assert_eq!(
            elsewhere.collect::<Vec<_>>(),
            [&HouseholdTopic::Name, &HouseholdTopic::Answer]
        );
    }
}
