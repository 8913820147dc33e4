// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;
use soglia_domain::{
    calendar::Day,
    identifier::{
        CadastralDoubt as D, CadastralError as K, CertificateValidity as V, CigError as C, CupError as P,
        IseeProtocolError as I, OrganisationCodeError as O,
    },
};
use std::collections::BTreeSet;

const DAY: Day = Day::constant(2026, 4, 30);

#[test]
fn every_mistake_in_a_code_has_a_sentence_of_its_own() {
    let mut sentences = BTreeSet::new();
    let mut told = |write: &dyn Fn(Language) -> String| {
        let [sentence, english] = [Language::Italian, Language::English].map(write);
        assert!(
            sentence.ends_with('.') && english.ends_with('.'),
            "{sentence} {english}"
        );
        assert_ne!(sentence, english);
        assert!(
            sentences.insert(sentence.clone()),
            "two read the same: {sentence}"
        );
    };
    for error in [O::Length, O::Shape, O::Zeros, O::CheckDigit] {
        told(&|language| organisation_code_error(error, language).to_owned());
    }
    for error in [C::Length, C::Shape, C::Zeros, C::Exclusion, C::CheckCharacters] {
        told(&|language| cig_error(error, language).to_owned());
    }
    for error in [P::Length, P::Shape] {
        told(&|language| cup_error(error, language).to_owned());
    }
    for error in [I::Start, I::Length, I::Shape] {
        told(&|language| isee_protocol_error(error, language).to_owned());
    }
    for error in [K::Sheet, K::Parcel, K::Shape] {
        told(&|language| cadastral_error(error, language).to_owned());
    }
    for doubt in [D::SheetWidth, D::ParcelWidth, D::UnitWidth, D::SheetNotANumber] {
        told(&|language| cadastral_doubt(doubt, language).to_owned());
    }
    for validity in [
        V::NotYetIssued,
        V::Valid { until: DAY },
        V::Expired { since: DAY },
    ] {
        told(&|language| certificate_validity(validity, language));
    }
    told(&|language| {
        cig_doubt(CigCheck::NotVerifiable, language)
            .unwrap_or_default()
            .to_owned()
    });
    told(&|language| {
        cup_doubt(CupCheck::Unusual, language)
            .unwrap_or_default()
            .to_owned()
    });
    assert_eq!(cig_doubt(CigCheck::Verified, Language::Italian), None);
    assert_eq!(cup_doubt(CupCheck::Usual, Language::Italian), None);
}

#[test]
fn a_certificate_says_until_when_it_holds() {
    let valid = certificate_validity(V::Valid { until: DAY }, Language::Italian);
    assert_eq!(valid, "L’attestato vale fino al 30 aprile 2026.");
}
