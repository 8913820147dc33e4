// SPDX-License-Identifier: AGPL-3.0-or-later
//! A letter about a refusal: plain sentences, nobody addressed or blamed, and every way out with its last day.
use super::*;
use crate::{LetterWords, letter as written};
use soglia_domain::{
    answer::Answer,
    case::{Case, CaseStage, letter},
    finding::Requirement,
    household::{Household, HouseholdAnswer},
    rulebook::Rulebook,
};

/// The family of the samples with an income that bears any market, refused on two grounds.
fn refused(household: &mut Household) -> Case {
    let income = HouseholdAnswer::NetMonthlyIncome(Answer::Known(Money::from_euro(9_000)));
    household.facts.set(income);
    let followed = HouseholdAnswer::FollowedBySocialServices(Answer::Known(false));
    household.facts.set(followed);
    let mut case = case::samples::record();
    case.steps.truncate(3);
    case.steps[2].stage = CaseStage::Refused {
        grounds: vec![
            Requirement::MarketNotAffordable,
            Requirement::FollowedBySocialServices,
        ],
    };
    case
}

fn words(case: &Case, household: &Household, language: Language) -> LetterWords {
    let letter = letter(case, household, &Rulebook::published()).expect("somebody refused");
    written(&letter, language)
}

fn all(words: &LetterWords) -> Vec<&str> {
    let mut all = vec![words.title, &words.opening, &words.reason];
    all.extend(words.grounds_title);
    all.extend(words.grounds.iter().flatten().map(String::as_str));
    all.extend(words.remedies.iter().map(String::as_str));
    all
}

#[test]
fn a_letter_says_what_was_found_where_it_is_written_and_what_can_be_done() {
    let mut household = household::samples::record();
    let case = refused(&mut household);
    let italian = words(&case, &household, Language::Italian);
    assert_eq!(italian.title, "Domanda non accolta");
    assert_eq!(
        italian.opening,
        "Il Comune ha esaminato la domanda. Il 20 marzo 2026 ha deciso che non può accoglierla."
    );
    let [market, followed] = &italian.grounds[..] else {
        panic!("two grounds");
    };
    assert!(
        market[0].starts_with("Un affitto di mercato costa circa"),
        "{}",
        market[0]
    );
    assert!(market[1].starts_with("Prima categoria"), "{}", market[1]);
    assert_eq!(followed[0], "Il nucleo non è in carico ai Servizi sociali.");
    assert!(followed[1].ends_with("10 marzo 2026."), "{}", followed[1]);
    assert_eq!(
        italian.reason,
        "Motivo: Ionescu può sostenere un affitto di mercato."
    );
    let [appeal, how, answer, court] = &italian.remedies[..] else {
        panic!("four paragraphs");
    };
    assert!(
        appeal.contains("entro il 20 aprile 2026. (D.P.R. 1199/1971, art. 2)"),
        "{appeal}"
    );
    assert!(how.contains("per iscritto"), "{how}");
    assert!(answer.contains("entro 90 giorni"), "{answer}");
    assert!(
        court.contains("TAR") && court.contains("entro 60 giorni"),
        "{court}"
    );
}

#[test]
fn a_letter_names_what_was_missing_where_the_facts_say_something_else_by_now() {
    let mut household = household::samples::record();
    let case = refused(&mut household);
    let income = HouseholdAnswer::NetMonthlyIncome(Answer::Known(Money::from_euro(900)));
    household.facts.set(income);
    let italian = words(&case, &household, Language::Italian);
    assert_eq!(
        italian.grounds[0][0],
        "Il giorno della decisione mancava: Affitto di mercato non sostenibile."
    );
}

#[test]
fn a_letter_after_an_appeal_leaves_the_court() {
    let mut household = household::samples::record();
    let mut case = refused(&mut household);
    case.steps[2].due = None;
    let italian = words(&case, &household, Language::Italian);
    assert_eq!(italian.title, "Riesame non accolto");
    assert_eq!(italian.remedies.len(), 1);
    assert!(italian.remedies[0].contains("TAR"));
}

#[test]
fn a_letter_is_written_in_both_languages_in_short_sentences() {
    let mut household = household::samples::record();
    let case = refused(&mut household);
    for language in BOTH {
        let words = words(&case, &household, language);
        for text in all(&words) {
            check_words(text);
            for sentence in text.split_inclusive(['.', ':', '(']) {
                let n_words = sentence.split_whitespace().count();
                assert!(n_words <= 22, "{n_words} words: {sentence}");
            }
        }
    }
}
