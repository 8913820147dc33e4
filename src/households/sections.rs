// SPDX-License-Identifier: AGPL-3.0-or-later
//! The sections of a household's situation: its members, the topics of its table of facts, and the look at all answers.
use crate::{record::Tally, text::households::situation as text};
use serde::{Deserialize, Serialize};
use soglia_domain::{
    household::{Household, HouseholdQuestion as Q, HouseholdTopic, Member, MemberQuestion},
    shape::is_blank,
};

/// A section of the situation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(super) enum Section {
    /// Who lives together.
    Members,
    /// A topic of the household as a whole.
    Of(HouseholdTopic),
    /// All answers, to look at once more.
    Check,
}

/// What every member is asked so that the conditions and the fit can be told.
pub(super) const MEMBER_ESSENTIALS: [MemberQuestion; 5] = [
    MemberQuestion::GivenName,
    MemberQuestion::FamilyName,
    MemberQuestion::BirthDate,
    MemberQuestion::Relation,
    MemberQuestion::Disability,
];

/// What the short path leaves for later: none of it decides whether a home may be offered.
const FOR_LATER: [Q; 8] = [
    Q::Language,
    Q::PresentHome,
    Q::WantedAreas,
    Q::Zone,
    Q::Near,
    Q::StepFree,
    Q::Pets,
    Q::EquivalenceScale,
];

impl Section {
    /// Those with something to ask, in the order of the page. The short path leaves some of them out.
    pub(super) fn all(is_brief: bool) -> Vec<Self> {
        let topics = HouseholdTopic::ALL.iter().map(|topic| Self::Of(*topic));
        let mut all = vec![Self::Members];
        all.extend(
            topics.filter(|section| section.words().is_some() && !section.questions(is_brief).is_empty()),
        );
        all
    }

    /// A short name that never changes, for addresses inside the page, and the title. None for what stands elsewhere: the
    /// name in the head of the page, the response beside its suggestion.
    pub(super) fn words(self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Self::Members => ("members", text::section_members()),
            Self::Of(HouseholdTopic::Contact) => ("contact", text::section_contact()),
            Self::Of(HouseholdTopic::Home) => ("home", text::section_home()),
            Self::Of(HouseholdTopic::Wishes) => ("wishes", text::section_wishes()),
            Self::Of(HouseholdTopic::Isee) => ("isee", text::section_isee()),
            Self::Of(HouseholdTopic::Income) => ("income", text::section_income()),
            Self::Of(HouseholdTopic::PublicHousing) => ("public-housing", text::section_public_housing()),
            Self::Of(HouseholdTopic::SocialServices) => ("social-services", text::section_social_services()),
            Self::Check => ("check", text::check()),
            Self::Of(HouseholdTopic::Name | HouseholdTopic::Answer) => return None,
        })
    }

    /// The one that a short name stands for.
    pub(super) fn of_key(key: &str) -> Option<Self> {
        let all = Self::all(false).into_iter().chain([Self::Check]);
        all.into_iter()
            .find(|section| section.words().is_some_and(|(own, _)| own == key))
    }

    /// Its questions about the household as a whole.
    pub(super) fn questions(self, is_brief: bool) -> Vec<Q> {
        let Self::Of(topic) = self else {
            return Vec::new();
        };
        let questions = topic.questions().iter().copied();
        questions
            .filter(|question| !is_brief || !FOR_LATER.contains(question))
            .collect()
    }

    /// How far it came.
    pub(super) fn tally(self, household: &Household, is_brief: bool) -> Tally {
        match self {
            Self::Members => household.members.iter().fold(Tally::default(), |tally, member| {
                tally.with(Tally::of(&MEMBER_ESSENTIALS, &member.facts))
            }),
            Self::Of(_) => Tally::of(&self.questions(is_brief), &household.facts),
            Self::Check => {
                let all = Self::all(is_brief).into_iter();
                all.fold(Tally::default(), |tally, section| {
                    tally.with(section.tally(household, is_brief))
                })
            }
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
    if is_blank(&name) {
        text::unnamed_member().to_owned()
    } else {
        isolated(name.trim())
    }
}

/// A name that is written from right to left, fenced off: what stands beside it in a sentence keeps its order.
fn isolated(name: &str) -> String {
    let is_rightward = |sign: char| matches!(sign, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    if name.chars().any(is_rightward) {
        format!("\u{2068}{name}\u{2069}")
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
            .filter(|topic| !Section::all(false).contains(&Section::Of(**topic)));
        assert_eq!(
            elsewhere.collect::<Vec<_>>(),
            [&HouseholdTopic::Name, &HouseholdTopic::Answer]
        );
    }

    #[test]
    fn a_name_from_right_to_left_is_fenced_off_and_others_are_left_alone() {
        assert_eq!(isolated("Amal Benali"), "Amal Benali");
        assert_eq!(isolated("נועה"), "\u{2068}נועה\u{2069}");
    }

    #[test]
    fn the_short_path_leaves_out_the_wishes_and_asks_everything_that_rules_read() {
        let brief = Section::all(true);
        assert!(!brief.contains(&Section::Of(HouseholdTopic::Wishes)));
        assert_eq!(brief.len(), Section::all(false).len() - 1);
        let asked: Vec<_> = brief.iter().flat_map(|section| section.questions(true)).collect();
        for question in [
            Q::Isee,
            Q::SapPatrimony,
            Q::NetMonthlyIncome,
            Q::Citizenship,
            Q::NeedsAccompaniment,
        ] {
            assert!(asked.contains(&question), "{question:?}");
        }
    }
}
