// SPDX-License-Identifier: AGPL-3.0-or-later
//! Every sentence exists in both languages, and the important ones read as they should.
use crate::*;
use soglia_domain::{
    answer::Answer,
    area::FloorArea,
    calendar::{Day, Timestamp},
    dwelling::DwellingStateKind,
    eligibility::{ResponseModel, Situation, SuggestionReason, VerdictKind, eligibility},
    finding::{Finding, Outcome, Requirement},
    fit::{DwellingShape, HouseholdNeed, fit},
    household::{Household, HouseholdFacts, Isee, IseeKind},
    id::{HouseholdId, PersonId},
    money::Money,
    rent::RentTier,
    rulebook::{ParameterName, Rulebook},
};

const BOTH: [Language; 2] = [Language::Italian, Language::English];

fn today() -> Day {
    Day::new(2026, 11, 22).expect("a day that exists")
}

fn household(facts: HouseholdFacts) -> Household {
    let (id, by) = (HouseholdId(Default::default()), PersonId(Default::default()));
    Household {
        facts,
        ..Household::opened(id, "", Timestamp::default(), by)
    }
}

fn told(facts: HouseholdFacts, requirement: Requirement) -> Finding {
    let rules = Rulebook::published().as_of(today());
    let told = eligibility(&Situation::of(&household(facts), &rules), &rules);
    let all = VerdictKind::ALL.map(|kind| told.verdict(kind).findings.clone());
    let found = all
        .into_iter()
        .flatten()
        .find(|finding| finding.requirement == requirement);
    found.expect("every requirement has its finding")
}

fn isee(euro: i64) -> HouseholdFacts {
    HouseholdFacts {
        isee: Answer::Known(Isee {
            kind: Some(IseeKind::Ordinary),
            value: Money::from_euro(euro),
            dsu_date: Some(today()),
            protocol: None,
        }),
        ..HouseholdFacts::default()
    }
}

#[test]
fn a_finding_says_what_was_found_and_against_what() {
    let say = |finding: &Finding| super::finding(finding, Language::Italian);
    let change = |finding: &Finding| finding_change(finding, Language::Italian);
    let missing = told(HouseholdFacts::default(), Requirement::IseeLimit);
    assert_eq!(say(&missing), "Manca l’ISEE.");
    assert_eq!(change(&missing).as_deref(), Some("Per decidere serve: ISEE."));
    let met = told(isee(12_300), Requirement::IseeLimit);
    assert_eq!(
        say(&met),
        "L’ISEE è 12.300,00\u{a0}€: non supera 16.000,00\u{a0}€."
    );
    let above = told(isee(16_500), Requirement::IseeLimit);
    assert_eq!(say(&above), "L’ISEE è 16.500,00\u{a0}€: supera 16.000,00\u{a0}€.");
    assert_eq!(
        change(&above).as_deref(),
        Some("La risposta cambierebbe con un ISEE più basso di 500,00\u{a0}€.")
    );
}

#[test]
fn every_parameter_tells_its_source_and_how_sure_it_is() {
    let rules = Rulebook::published().as_of(today());
    for parameter in rules.parameters() {
        let sources = BOTH.map(|language| source(parameter, language));
        assert!(sources[0].contains("In vigore dal"), "{}", sources[0]);
        assert!(sources[1].contains("In force since"), "{}", sources[1]);
    }
    let assumed = source(rules.parameter(ParameterName::CapSurfaceKind), Language::Italian);
    assert!(assumed.contains("ipotizzato"), "{assumed}");
}

#[test]
fn an_amended_parameter_names_who_decided_it_and_why() {
    let mut amended = Rulebook::published()
        .parameter(ParameterName::SustainableShare, today())
        .into_owned();
    amended.amendment = Some(soglia_domain::id::AmendmentId(Default::default()));
    amended.source = "Elena Sala".into();
    amended.note = "Delibera di giunta.".into();
    let told = source(&amended, Language::Italian);
    assert!(
        told.contains("Elena Sala") && told.contains("Delibera di giunta."),
        "{told}"
    );
    check(|language| source(&amended, language));
}

#[test]
fn every_response_and_every_reason_for_one_has_its_sentence() {
    for model in ResponseModel::ALL {
        check(|language| response(model, language).to_owned());
    }
    let (tier, rent, bearable) = (RentTier::Capped, Money::from_euro(175), Money::from_euro(180));
    for reason in [
        SuggestionReason::NeedsAccompaniment,
        SuggestionReason::Bears { tier, rent, bearable },
        SuggestionReason::DoesNotBear { tier, rent, bearable },
        SuggestionReason::InNoCategory,
        SuggestionReason::CategoriesOpen,
        SuggestionReason::IncomeUnknown,
        SuggestionReason::NoMembers,
    ] {
        check(|language| suggestion_reason(&reason, language));
    }
}

/// Sentences of both languages for one thing; they differ, and none is empty.
#[track_caller]
fn check(write: impl Fn(Language) -> String) {
    let [italian, english] = BOTH.map(write);
    assert!(!italian.is_empty() && !english.is_empty());
    assert_ne!(italian, english);
}

#[test]
fn every_verdict_has_a_sentence_for_every_answer() {
    for kind in VerdictKind::ALL {
        check(|language| verdict_title(kind, language).to_owned());
        for outcome in [Outcome::Met, Outcome::NotMet, Outcome::Unknown] {
            check(|language| verdict_sentence(kind, outcome, language).to_owned());
        }
    }
}

#[test]
fn a_fit_tells_each_reason_with_its_own_answer() {
    let dwelling = DwellingShape {
        state: DwellingStateKind::Ready,
        usable_area: FloorArea::from_hundredths(5_000),
        cap_area: FloorArea::from_hundredths(5_000),
        step_free: Some(false),
    };
    let need = HouseholdNeed {
        n_persons: 3,
        net_monthly_income: Some(Money::from_euro(1_000)),
        disability: Some(false),
    };
    let held = fit(&dwelling, &need, &Rulebook::published().as_of(today()));
    let reasons = fit_reasons(&held, Language::Italian);
    let rent = (
        Outcome::NotMet,
        "Canone calmierato: fino a 312,50\u{a0}€ al mese, il 31,25% del reddito. È oltre il 30%: serve attenzione.".to_owned(),
    );
    assert!(reasons.contains(&rent), "{reasons:?}");
    assert!(reasons.contains(&(Outcome::Met, "La superficie va bene per 3 persone.".to_owned())));
    assert_eq!(fit_sentence(&held, Language::Italian), "Adatto e libero");
}
