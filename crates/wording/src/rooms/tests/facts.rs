// SPDX-License-Identifier: AGPL-3.0-or-later
//! Every question has its label, every answer its words.
use super::*;
use crate::{
    assessment_answer, assessment_help, assessment_question, dwelling_answer, dwelling_help,
    dwelling_question, funding_answer, funding_help, funding_question, goal_answer, goal_help, goal_question,
    household_answer, household_help, household_question, member_answer, member_help, member_question,
    need_domain, not_known_yet, plan_answer, plan_help, plan_question, said,
};
use soglia_domain::{
    answer::Answer,
    assessment::{self, AssessmentQuestion, NeedDomain},
    calendar::Day,
    dwelling::{self, DwellingAnswer as D, DwellingQuestion},
    funding_source::FundingQuestion,
    household::{HouseholdQuestion, MemberQuestion},
    plan::{self, GoalQuestion, PlanQuestion},
    said::Said,
    shape::Shape,
};

/// Labels and helps of one table, in both languages.
#[track_caller]
fn check_table<Q: Copy>(
    all: &[Q],
    label: impl Fn(Q, Language) -> &'static str,
    help: impl Fn(Q, Language) -> Option<&'static str>,
) {
    for language in BOTH {
        let labels: BTreeSet<_> = all.iter().map(|question| label(*question, language)).collect();
        assert_eq!(labels.len(), all.len(), "two questions have the same label");
        labels.iter().for_each(|label| check_words(label));
    }
    for question in all {
        let [italian, english] = BOTH.map(|language| help(*question, language));
        assert_eq!(italian.is_some(), english.is_some());
        if let (Some(italian), Some(english)) = (italian, english) {
            check_words(italian);
            check_words(english);
            assert_ne!(italian, english);
        }
    }
}

#[test]
fn every_question_has_a_label_of_its_own_in_both_languages() {
    check_table(HouseholdQuestion::ALL, household_question, household_help);
    check_table(MemberQuestion::ALL, member_question, member_help);
    check_table(DwellingQuestion::ALL, dwelling_question, dwelling_help);
    check_table(FundingQuestion::ALL, funding_question, funding_help);
    check_table(AssessmentQuestion::ALL, assessment_question, assessment_help);
    check_table(PlanQuestion::ALL, plan_question, plan_help);
    check_table(GoalQuestion::ALL, goal_question, goal_help);
}

#[test]
fn a_level_is_asked_by_the_name_of_its_domain() {
    for domain in NeedDomain::ALL {
        let question = AssessmentQuestion::of_key(domain.key()).expect("a domain has its level");
        for language in BOTH {
            assert_eq!(
                assessment_question(question, language),
                need_domain(domain, language)
            );
        }
    }
}

#[test]
fn a_question_that_needs_it_says_how_to_answer() {
    let italian = Language::Italian;
    assert_eq!(
        dwelling_help(DwellingQuestion::UsableArea, italian),
        Some("In metri quadrati, senza muri, balconi e cantine. Per esempio 63,75")
    );
    assert_eq!(
        household_help(HouseholdQuestion::Phone, italian),
        Some("Anche più di un numero, e di chi chiedere")
    );
    assert_eq!(
        member_help(MemberQuestion::TaxCode, italian),
        Some("16 caratteri, oppure 11 cifre se provvisorio")
    );
    assert_eq!(dwelling_help(DwellingQuestion::Lift, italian), None);
}

/// Every choice by its name on the wire, as a field that is drawn by its shape would write it.
macro_rules! check_choices {
    ($($question:ident $answer:ident;)*) => {$(
        for question in $question::ALL {
            let Shape::Choice(keys) = question.shape() else { continue };
            for language in BOTH {
                let names: BTreeSet<String> = keys.iter().map(|key| {
                    let answer = question.answer(&Answer::Known(Said::Choice(key)));
                    let name = $answer(&answer.expect("the name is one of the choices"), language);
                    check_words(&name);
                    assert_ne!(name, not_known_yet(language));
                    name
                }).collect();
                assert_eq!(names.len(), keys.len(), "{names:?}");
            }
        }
    )*};
}

#[test]
fn every_choice_has_words_of_its_own() {
    check_choices! {
        HouseholdQuestion household_answer;
        MemberQuestion member_answer;
        DwellingQuestion dwelling_answer;
        FundingQuestion funding_answer;
        AssessmentQuestion assessment_answer;
        PlanQuestion plan_answer;
        GoalQuestion goal_answer;
    }
}

#[test]
fn every_answer_has_its_words() {
    for language in BOTH {
        let missing = not_known_yet(language);
        for fact in household::samples::facts() {
            let is_known = !matches!(fact.said(), Some(Answer::NotKnownYet | Answer::NotAsked));
            assert_eq!(household_answer(&fact, language) != missing, is_known, "{fact:?}");
        }
        for fact in household::samples::member_facts() {
            assert_ne!(member_answer(&fact, language), missing, "{fact:?}");
        }
        for fact in dwelling::samples::facts() {
            assert_ne!(dwelling_answer(&fact, language), missing, "{fact:?}");
        }
        for fact in funding_source::samples::facts() {
            assert_ne!(funding_answer(&fact, language), missing, "{fact:?}");
        }
        for fact in assessment::samples::facts() {
            let is_known = !matches!(fact.said(), Some(Answer::NotKnownYet | Answer::NotAsked));
            assert_eq!(
                assessment_answer(&fact, language) != missing,
                is_known,
                "{fact:?}"
            );
        }
        for fact in plan::samples::facts() {
            assert_ne!(plan_answer(&fact, language), missing, "{fact:?}");
        }
        for fact in plan::samples::goal_facts() {
            assert_ne!(goal_answer(&fact, language), missing, "{fact:?}");
        }
    }
}

#[test]
fn a_value_reads_by_its_shape() {
    let check = |value: Said, italian: &str, english: &str| {
        assert_eq!(said(&value, Language::Italian), italian);
        assert_eq!(said(&value, Language::English), english);
    };
    let area = soglia_domain::area::FloorArea::from_hundredths(5_550).expect("a surface in range");
    check(Said::YesNo(true), "Sì", "Yes");
    check(Said::Text("ospite".to_owned()), "ospite", "ospite");
    check(
        Said::Amount(Money::from_cents(115_050)),
        "1.150,50\u{a0}€",
        "€1,150.50",
    );
    check(Said::Whole(-3), "-3", "-3");
    check(Said::Whole(12_000), "12.000", "12,000");
    check(Said::Area(area), "55,50 m²", "55.50 m²");
    check(
        Said::Day(Day::constant(2026, 11, 2)),
        "2 novembre 2026",
        "2 November 2026",
    );
    // The name on the wire is for programs: without its room a choice is only that.
    check(
        Said::Choice("two_year_permit"),
        "Una delle scelte",
        "One of the choices",
    );
    check(
        Said::Reference(Default::default()),
        "Un’altra scheda",
        "Another record",
    );
}

#[test]
fn answers_read_as_people_speak() {
    let of = |answer: D| dwelling_answer(&answer, Language::Italian);
    assert_eq!(of(D::Floor(Answer::Known(0))), "Piano terra");
    assert_eq!(of(D::Floor(Answer::Known(-1))), "-1");
    assert_eq!(of(D::Lift(Answer::Known(true))), "Sì");
    assert_eq!(of(D::Lift(Answer::NotKnownYet)), "Non si sa ancora");
    assert_eq!(of(D::HabitableRooms(Answer::Known(3))), "3");
    let household = |question| {
        let facts = household::samples::record().facts;
        household_answer(&facts.get(question), Language::Italian)
    };
    assert_eq!(
        household(HouseholdQuestion::Isee),
        "9.123,45\u{a0}€, ISEE ordinario, DSU del 15 gennaio 2026, INPS-ISEE-2026-0A1B2C3D4-00"
    );
    assert_eq!(
        household(HouseholdQuestion::Citizenship),
        "Permesso di soggiorno di almeno due anni"
    );
    assert_eq!(household(HouseholdQuestion::EquivalenceScale), "1,57");
    assert_eq!(
        household(HouseholdQuestion::IllegalOccupationLast5Years),
        "Non si sa ancora"
    );
    assert_eq!(
        household(HouseholdQuestion::Response),
        "Alloggio con accompagnamento (la signora Ionescu non è pronta)"
    );
}
