// SPDX-License-Identifier: AGPL-3.0-or-later
//! Every sample of every room has its words in both languages, and they read as they should.
mod facts;
mod letter;
mod refusals;
mod support;

use crate::{
    Language, asked, case_stage, circle, commitment_state, conclusion, dwelling_state, entry_topic,
    field_name, kind_name, origin, placement_state, referral_state, refusal, review::some_field, source_kind,
    source_state,
};
use soglia_domain::{
    action::Action,
    case::{self, CaseStageKind, Conclusion},
    city_rules, commitment,
    diary_entry::{self, Circle, EntryTopic},
    dwelling::{DwellingStateKind, Origin},
    funding_source::{self, SourceKind},
    household::{self, HousingSituation, Sender, doubts::Doubt},
    id::{CommitmentId, FundingSourceId, HouseholdId, PlacementId},
    money::Money,
    placement::{self, PlacementState},
    record::{FieldKey, Identity as _, Kind},
    referral::{self, ReferralStateKind},
    rooms::{KINDS, Verb},
    samples,
};
use std::collections::BTreeSet;

const BOTH: [Language; 2] = [Language::Italian, Language::English];

/// Words that a person can read: some, and none that only the program knows.
#[track_caller]
fn check_words(words: &str) {
    assert_eq!(words, words.trim());
    assert!(!words.is_empty());
    let of_the_program = ['_', '{', '}', '[', ']'];
    assert!(!words.contains(of_the_program), "{words}");
}

#[test]
fn every_action_has_its_line() {
    for action in samples::actions() {
        for language in BOTH {
            let line = crate::action(&action, language);
            check_words(&line);
            assert!(!line.ends_with([':', ',', ';']), "{line}");
            assert!(!line.contains('\n'), "{line}");
        }
    }
}

#[test]
fn what_was_left_empty_leaves_no_colon_behind() {
    let on = samples::actions()[0].on;
    let verbs: [Verb; 10] = [
        placement::Verb::Withdraw {
            reason: String::new(),
        }
        .into(),
        funding_source::Verb::Close { reason: " ".into() }.into(),
        commitment::Verb::Release {
            reason: String::new(),
        }
        .into(),
        commitment::Verb::Commit {
            source: samples::SOURCE,
            amount: Money::from_euro(100),
            purpose: String::new(),
            dwelling: None,
        }
        .into(),
        diary_entry::Verb::Correct {
            household: samples::HOUSEHOLD,
            corrects: samples::ENTRY,
            text: "\n".into(),
        }
        .into(),
        household::Verb::Open { label: String::new() }.into(),
        referral::Verb::End { reason: " ".into() }.into(),
        case::Verb::Advance {
            to: CaseStageKind::Project,
            reason: String::new(),
            due: None,
        }
        .into(),
        case::Verb::Conclude {
            conclusion: Conclusion::Autonomy,
            destination: String::new(),
            reason: " ".into(),
        }
        .into(),
        city_rules::Verb::SaveScenario {
            scenario: soglia_domain::id::ScenarioId(Default::default()),
            name: String::new(),
            changes: Vec::new(),
        }
        .into(),
    ];
    for verb in verbs {
        for language in BOTH {
            let line = crate::action(&Action::on_key(on, verb.clone()), language);
            check_words(&line);
            assert!(!line.ends_with(':'), "{line}");
        }
    }
}

#[test]
fn lines_read_as_people_speak() {
    let of = |name: &str, language| {
        let action = samples::actions()
            .into_iter()
            .find(|action| action.name() == name);
        crate::action(&action.expect("every verb has a sample"), language)
    };
    let check = |name: &str, italian: &str, english: &str| {
        assert_eq!(of(name, Language::Italian), italian);
        assert_eq!(of(name, Language::English), english);
    };
    check(
        "placement.offer",
        "Alloggio proposto: Canone calmierato ridotto, 200,00\u{a0}€ al mese, spese a parte 40,00\u{a0}€ al mese",
        "Dwelling offered: Reduced capped rent, €200.00 a month, service charges apart €40.00 a month",
    );
    check(
        "placement.withdraw",
        "Proposta di alloggio ritirata: Ionescu ha rinunciato",
        "Offer withdrawn: Ionescu ha rinunciato",
    );
    check(
        "commitment.commit",
        "Impegno di 40.000,00\u{a0}€: bagno accessibile per Ionescu",
        "Commitment of €40,000.00: bagno accessibile per Ionescu",
    );
    check(
        "funding_source.open",
        "Fonte di finanziamento: Lascito Ionescu, 2.000.000,00\u{a0}€, da impegnare entro il 31 dicembre 2026",
        "Funding source: Lascito Ionescu, €2,000,000.00, to be committed by 31 December 2026",
    );
    check(
        "diary_entry.write",
        "Diario, 20 marzo 2026. Colloquio o visita: Ionescu teme di perdere il lavoro.",
        "Diary, 20 March 2026. Meeting or visit: Ionescu teme di perdere il lavoro.",
    );
    check(
        "case.conclude",
        "Presa in carico conclusa, lo segue un altro servizio: comunità che segue Ionescu (Ionescu ha un posto dal primo maggio)",
        "Case concluded, another service follows it: comunità che segue Ionescu (Ionescu ha un posto dal primo maggio)",
    );
    check(
        "case.appeal",
        "Riesame chiesto il 20 marzo 2026: Ionescu ha perso il lavoro",
        "Appeal received on 20 March 2026: Ionescu ha perso il lavoro",
    );
    check(
        "referral.send",
        "Inviato a Cooperativa La Soglia, risposta entro il 3 aprile 2026: accompagnare Ionescu nella ricerca di un lavoro",
        "Referred to Cooperativa La Soglia, answer by 3 April 2026: accompagnare Ionescu nella ricerca di un lavoro",
    );
    check(
        "city_rules.amend",
        "Regola modificata, «Quota del reddito che un affitto può prendere»: chiesto da Ionescu in cabina di regia",
        "Rule amended, “Share of income that a rent may take”: chiesto da Ionescu in cabina di regia",
    );
}

#[test]
fn what_only_the_server_decides_is_asked() {
    for action in samples::actions() {
        let server = [FundingSourceId::KIND, CommitmentId::KIND].contains(&action.on.kind);
        for language in BOTH {
            assert_eq!(asked(&action, language).is_some(), server, "{action:?}");
        }
    }
}

#[test]
fn every_kind_has_a_name_of_its_own() {
    for language in BOTH {
        let names: BTreeSet<_> = KINDS.iter().map(|kind| kind_name(*kind, language)).collect();
        assert_eq!(names.len(), KINDS.len());
        names.iter().for_each(|name| check_words(name));
        let newer = kind_name(Kind::new("kind_of_tomorrow"), language);
        check_words(newer);
        assert!(!names.contains(newer));
    }
}

#[test]
fn every_field_that_a_room_writes_has_a_name() {
    for edit in samples::edits() {
        for language in BOTH {
            let name = field_name(edit.record.kind, &edit.op.field(), language);
            check_words(name);
            assert_ne!(name, some_field(language), "{edit:?}");
        }
    }
}

#[test]
fn a_field_is_called_by_its_question() {
    let name = |kind, key: &str| field_name(kind, &FieldKey(key.to_owned()), Language::Italian);
    let household = |key: &str| name(HouseholdId::KIND, key);
    assert_eq!(household("net_monthly_income"), "Reddito netto mensile");
    assert_eq!(household("members/7/birth_date"), "Data di nascita");
    assert_eq!(household("members/7"), "Un componente");
    assert_eq!(household("label"), "Nome del nucleo");
    assert_eq!(household("of_a_newer_version"), "Un dato");
    assert_eq!(household("members/7/of_a_newer_version"), "Un dato");
    assert_eq!(name(Kind::new("kind_of_tomorrow"), "state"), "Un dato");
    assert_eq!(name(FundingSourceId::KIND, "committed_by"), "Da impegnare entro");
}

/// Names of things that are told apart; each is its own in both languages.
#[track_caller]
fn check_names<T: Copy>(all: &[T], name: impl Fn(T, Language) -> &'static str) {
    for language in BOTH {
        let names: BTreeSet<_> = all.iter().map(|one| name(*one, language)).collect();
        assert_eq!(names.len(), all.len(), "{names:?}");
        names.iter().for_each(|name| check_words(name));
    }
}

#[test]
fn states_topics_and_circles_have_names_of_their_own() {
    check_names(&DwellingStateKind::ALL, dwelling_state);
    check_names(&Origin::ALL, origin);
    check_names(&EntryTopic::ALL, entry_topic);
    check_names(&Circle::ALL, circle);
    check_names(&SourceKind::ALL, source_kind);
    check_names(&CaseStageKind::ALL, case_stage);
    check_names(&Conclusion::ALL, conclusion);
    check_names(&ReferralStateKind::ALL, referral_state);
    check_names(&Sender::ALL, crate::sender);
    check_names(&HousingSituation::ALL, crate::housing_situation);
    check_names(&Doubt::ALL, crate::doubt);
    for language in BOTH {
        let withdrawn = PlacementState::Withdrawn {
            reason: String::new(),
        };
        assert_ne!(
            placement_state(&PlacementState::Offered, language),
            placement_state(&withdrawn, language)
        );
        let closed = funding_source::SourceState::Closed {
            reason: String::new(),
        };
        assert_ne!(
            source_state(&funding_source::SourceState::Open, language),
            source_state(&closed, language)
        );
        let released = commitment::CommitmentState::Released {
            reason: String::new(),
        };
        assert_ne!(
            commitment_state(&commitment::CommitmentState::Committed, language),
            commitment_state(&released, language)
        );
    }
}

#[test]
fn a_dwelling_is_offered_and_never_proposed() {
    let english = Language::English;
    let refusals = samples::refusals()
        .into_iter()
        .map(|refused| refusal(&refused, english));
    let kinds = KINDS.iter().map(|kind| kind_name(*kind, english).to_owned());
    let states = DwellingStateKind::ALL.map(|state| dwelling_state(state, english).to_owned());
    let about_offers = samples::actions()
        .into_iter()
        .filter(|action| action.on.kind == PlacementId::KIND);
    let lines = about_offers.map(|action| crate::action(&action, english));
    for words in refusals.chain(kinds).chain(states).chain(lines) {
        assert!(!words.to_lowercase().contains("propos"), "{words}");
    }
}
