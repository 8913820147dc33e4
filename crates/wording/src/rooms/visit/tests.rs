// SPDX-License-Identifier: AGPL-3.0-or-later
//! How visits read.
use super::*;
use soglia_domain::{
    answer::Answer,
    calendar::Day,
    samples::{HOUSEHOLD, TODAY},
    visit::{AttemptId, AttemptReason, Purpose, Refusal, VisitStateKind},
};
use std::collections::BTreeSet;

const BOTH: [Language; 2] = [Language::Italian, Language::English];

#[track_caller]
fn reads(said: &Verb, italian: &str, english: &str) {
    assert_eq!(verb(said, Language::Italian), italian);
    assert_eq!(verb(said, Language::English), english);
}

/// Names of things that are told apart; each is its own in both languages.
#[track_caller]
fn check_names<T: Copy>(all: &[T], name: impl Fn(T, Language) -> &'static str) {
    for language in BOTH {
        let names: BTreeSet<_> = all.iter().map(|one| name(*one, language)).collect();
        assert_eq!(names.len(), all.len(), "{names:?}");
    }
}

fn at_half_past_nine(place: &str) -> Appointment {
    Appointment {
        day: Day::constant(2026, 3, 24),
        from: Some(570),
        to: Some(630),
        place: place.to_owned(),
    }
}

#[test]
fn purposes_states_reasons_and_lines_of_the_list_have_names_of_their_own() {
    check_names(&Purpose::ALL, visit_purpose);
    check_names(&VisitStateKind::ALL, visit_state);
    check_names(&AttemptReason::ALL, attempt_reason);
    check_names(&CheckItem::ALL, check_item);
}

#[test]
fn a_visit_is_planned_for_a_day_its_hours_and_a_place() {
    let verb = |appointment| Verb::Plan {
        household: HOUSEHOLD,
        dwelling: None,
        purpose: Purpose::Home,
        appointment,
        who: None,
    };
    reads(
        &verb(at_half_past_nine("via Padova 80")),
        "Visita in programma. Visita a casa: 24 marzo 2026, dalle 09:30 alle 10:30, via Padova 80",
        "Visit planned. Home visit: 24 March 2026, from 09:30 to 10:30, via Padova 80",
    );
    let any_time = Appointment {
        from: None,
        to: None,
        ..at_half_past_nine("")
    };
    reads(
        &verb(any_time),
        "Visita in programma. Visita a casa: 24 marzo 2026",
        "Visit planned. Home visit: 24 March 2026",
    );
}

#[test]
fn hours_read_with_either_end_open() {
    let check = |from, to, italian: Option<&str>, english: Option<&str>| {
        assert_eq!(visit_hours(from, to, Language::Italian).as_deref(), italian);
        assert_eq!(visit_hours(from, to, Language::English).as_deref(), english);
    };
    check(Some(0), None, Some("dalle 00:00"), Some("from 00:00"));
    check(None, Some(1_439), Some("fino alle 23:59"), Some("until 23:59"));
    check(None, None, None, None);
}

#[test]
fn an_attempt_says_when_and_why_it_did_not_come_about() {
    let attempt = |note: &str| Verb::Attempt {
        attempt: AttemptId(1),
        day: TODAY,
        reason: AttemptReason::NobodyHome,
        note: note.to_owned(),
    };
    reads(
        &attempt("citofono rotto"),
        "Tentativo di visita, 20 marzo 2026. Nessuno in casa: citofono rotto",
        "Attempt at a visit, 20 March 2026. Nobody at home: citofono rotto",
    );
    reads(
        &attempt(""),
        "Tentativo di visita, 20 marzo 2026. Nessuno in casa",
        "Attempt at a visit, 20 March 2026. Nobody at home",
    );
}

#[test]
fn a_tick_and_its_taking_away_name_the_line() {
    let item = CheckItem::HeatingAndDamp;
    reads(
        &Verb::Check { item, done: true },
        "Nella visita: Riscaldamento e umidità controllati",
        "At the visit: Heating and damp checked",
    );
    reads(
        &Verb::Check { item, done: false },
        "Tolto dalla lista della visita: Riscaldamento e umidità controllati",
        "Taken off the list of the visit: Heating and damp checked",
    );
}

#[test]
fn a_field_of_the_list_is_called_by_its_line_and_one_of_a_newer_version_by_none() {
    let italian = |path| field_name(path, Language::Italian);
    assert_eq!(
        italian("checks/attestation"),
        Some("Attestazione ISEE fotografata")
    );
    assert_eq!(italian("checks/of_a_newer_version"), None);
    assert_eq!(italian("attempts/7"), Some("Tentativo di visita"));
    assert_eq!(italian("photos/7"), Some("Foto della visita"));
    assert_eq!(italian("sketches/7"), None);
}

#[test]
fn a_safety_note_reads_as_written_or_as_not_known() {
    let known = VisitFact::Safety(Answer::Known("cane in cortile".to_owned()));
    reads(
        &Verb::Say(known),
        "Nota di sicurezza: cane in cortile",
        "Safety note: cane in cortile",
    );
    let unknown = VisitFact::Safety(Answer::NotKnownYet);
    assert_eq!(
        visit_fact(&unknown, Language::Italian),
        not_known_yet(Language::Italian)
    );
}

#[test]
fn a_visit_that_ends_before_it_began_is_refused_in_a_sentence() {
    assert_eq!(
        refusal(&Refusal::EndsBeforeItBegan, Language::Italian),
        "La visita finisce prima di cominciare: una delle due ore va corretta."
    );
}
