// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is refused says what is wrong and how to mend it, plainly.
use super::*;
use soglia_domain::{
    access::Roles,
    author::Role,
    case::{self, CaseStageKind},
    dwelling,
    id::ReferralId,
    referral::{self, ReferralStateKind},
    rooms::{Common, Refusal, table_of_verbs},
    tax_code::TaxCodeError,
};

/// Every refusal once, and once more where what it carries changes its sentence.
fn refusals() -> Vec<Refusal> {
    use DwellingStateKind::{Occupied, Ready, Reserved, UnderWorks};
    let mut all = samples::refusals();
    all.extend(Role::ALL.map(|role| Common::NotYourTask { role }.into()));
    let errors = [
        TaxCodeError::Length,
        TaxCodeError::Shape,
        TaxCodeError::BirthDate,
        TaxCodeError::CheckCharacter,
    ];
    all.extend(errors.map(|error| household::Refusal::TaxCode { error }.into()));
    let moves = [(Reserved, Ready), (Ready, Reserved), (Occupied, UnderWorks)];
    all.extend(moves.map(|(from, to)| dwelling::Refusal::StateNotReachable { from, to }.into()));
    all.push(commitment::Refusal::BeyondSource { left: Money::ZERO }.into());
    all.extend(CaseStageKind::ALL.map(|from| case::Refusal::StageNotReachable { from }.into()));
    all.extend(ReferralStateKind::ALL.map(|from| referral::Refusal::NotReachable { from }.into()));
    let mut once: Vec<Refusal> = Vec::new();
    for refused in all {
        if !once.contains(&refused) {
            once.push(refused);
        }
    }
    once
}

/// The sentences of a text: a stop, and then a space or the end.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(". ")
}

#[test]
fn every_refusal_has_a_sentence_of_its_own() {
    for language in BOTH {
        let mut told = BTreeSet::new();
        for refused in refusals() {
            let words = refusal(&refused, language);
            check_words(&words);
            assert!(words.ends_with('.') && words.len() > 25, "{words}");
            assert!(told.insert(words), "two refusals read the same: {refused:?}");
        }
    }
}

#[test]
fn a_refusal_is_said_in_short_sentences_to_nobody_in_particular() {
    let addressed = ["tu", "tuo", "tua", "tuoi", "puoi", "devi", "hai", "you", "your"];
    let blaming = [
        "errore",
        "sbagliato",
        "vietato",
        "invalid",
        "wrong",
        "forbidden",
        "error",
    ];
    for refused in refusals() {
        for language in BOTH {
            let text = refusal(&refused, language);
            for sentence in sentences(&text) {
                let n_words = sentence.split_whitespace().count();
                assert!(n_words <= 20, "{n_words} words: {sentence}");
            }
            let mut words = text.split(|letter: char| !letter.is_alphabetic());
            let found = words.find(|word| {
                let word = word.to_lowercase();
                addressed.contains(&word.as_str()) || blaming.contains(&word.as_str())
            });
            // A tax code is read again where a letter stands wrong: nobody wrote it so.
            let is_code = matches!(refused, Refusal::Household(household::Refusal::TaxCode { .. }));
            assert!(
                found.is_none() || is_code,
                "“{}” in: {text}",
                found.unwrap_or_default()
            );
        }
    }
}

#[test]
fn a_held_dwelling_keeps_the_draft() {
    let held = placement::Refusal::DwellingHeld { household: None };
    let sentence = refusal(&held.into(), Language::Italian);
    assert!(sentence.contains("resta fra le bozze"), "{sentence}");
    let ceiling = Money::from_cents(31_250);
    let above = placement::Refusal::RentAboveCeiling { ceiling };
    let sentence = refusal(&above.into(), Language::Italian);
    assert!(sentence.contains("312,50\u{a0}€"), "{sentence}");
}

#[test]
fn a_case_that_does_not_go_there_says_where_it_goes() {
    let sentence = |from, language| refusal(&case::Refusal::StageNotReachable { from }.into(), language);
    assert_eq!(
        sentence(CaseStageKind::Delivery, Language::Italian),
        "La presa in carico ora è in «Percorso in corso». Da lì si passa a «Conclusa», «Valutazione», «Non accolta» o «Ritirata»."
    );
    assert_eq!(
        sentence(CaseStageKind::Access, Language::English),
        "The case stands at “Access” now. From there it goes to “Assessment”, “Refused” or “Withdrawn”."
    );
    assert!(sentence(CaseStageKind::Refused, Language::Italian).ends_with("si passa solo a «In riesame»."));
    assert!(sentence(CaseStageKind::Concluded, Language::Italian).contains("aprire una nuova"));
}

#[test]
fn a_commitment_beyond_its_source_says_what_is_left() {
    let beyond = |left| {
        let beyond = commitment::Refusal::BeyondSource { left };
        refusal(&beyond.into(), Language::Italian)
    };
    assert_eq!(
        beyond(Money::from_euro(1_250)),
        "Alla fonte restano 1.250,00\u{a0}€: l’impegno non può superarli. Si può ridurre l’importo o scegliere un’altra fonte."
    );
    assert!(beyond(Money::ZERO).contains("già tutta impegnata"));
}

/// Whom the sentence names has to be able to do it.
#[test]
fn a_step_is_sent_on_to_somebody_who_may_take_it() {
    let named = |role, kind: Kind| match role {
        // Of all that partners do alone, the sentence names the answer to a referral.
        Role::SocialWorker | Role::HousingOfficer | Role::Coordinator if kind == ReferralId::KIND => {
            Roles::ALL
        }
        Role::SocialWorker => Roles::of(&[Role::HousingOfficer, Role::Coordinator]),
        Role::HousingOfficer => Roles::of(&[Role::Coordinator]),
        Role::ManagingPartner => Roles::CITY,
        Role::Coordinator => Roles::TEAM,
        Role::Auditor | Role::Administrator => Roles::ALL,
    };
    for (kind, verb, roles, _) in table_of_verbs() {
        for role in Role::ALL.into_iter().filter(|role| !roles.has(*role)) {
            assert_ne!(
                named(role, kind).and(roles),
                Roles::NONE,
                "{kind}.{verb} by {role:?}"
            );
        }
    }
}
