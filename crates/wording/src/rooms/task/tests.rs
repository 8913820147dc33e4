// SPDX-License-Identifier: AGPL-3.0-or-later
//! How tasks read.
use super::*;
use soglia_domain::{
    assignee::Colleague,
    author::Role,
    calendar::Day,
    samples::{BY_NAME, HOUSEHOLD, PERSON},
};
use std::collections::BTreeSet;

const BOTH: [Language; 2] = [Language::Italian, Language::English];

const DUE: Day = Day::constant(2026, 4, 10);

#[track_caller]
fn reads(said: &Verb, italian: &str, english: &str) {
    assert_eq!(verb(said, Language::Italian), italian);
    assert_eq!(verb(said, Language::English), english);
}

fn asked(about: Option<&str>) -> Verb {
    Verb::Ask {
        household: HOUSEHOLD,
        what: TaskKind::FindOut,
        about: about.map(str::to_owned),
        text: "Chiedere le buste paga.".to_owned(),
        due: DUE,
        assignee: Assignee::Role(Role::HousingOfficer),
    }
}

#[test]
fn kinds_and_states_have_names_of_their_own() {
    for language in BOTH {
        let kinds: BTreeSet<_> = TaskKind::ALL.map(|kind| task_kind(kind, language)).into();
        assert_eq!(kinds.len(), TaskKind::ALL.len());
        let states: BTreeSet<_> = TaskStateKind::ALL.map(|state| task_state(state, language)).into();
        assert_eq!(states.len(), TaskStateKind::ALL.len());
    }
}

#[test]
fn a_task_says_for_whom_by_when_and_about_which_question() {
    reads(
        &asked(Some("net_monthly_income")),
        "Compito per Ufficio casa, entro il 10 aprile 2026. Dato da trovare, Reddito netto mensile: Chiedere le buste paga.",
        "Task for Housing officer, by 10 April 2026. Fact to find out, Net monthly income: Chiedere le buste paga.",
    );
    // A question of a newer version has no name here.
    reads(
        &asked(Some("of_a_newer_version")),
        "Compito per Ufficio casa, entro il 10 aprile 2026. Dato da trovare: Chiedere le buste paga.",
        "Task for Housing officer, by 10 April 2026. Fact to find out: Chiedere le buste paga.",
    );
}

#[test]
fn handing_over_and_moving_say_where_to() {
    let to = Assignee::Person(Colleague {
        id: PERSON,
        name: BY_NAME.to_owned(),
        role: Role::SocialWorker,
    });
    reads(
        &Verb::Say(TaskFact::Assignee(to)),
        "A chi tocca: Bruna Ionescu (Assistente sociale)",
        "For whom: Bruna Ionescu (Social worker)",
    );
    reads(
        &Verb::Say(TaskFact::Due(DUE)),
        "Entro quando: 10 aprile 2026",
        "By when: 10 April 2026",
    );
    let reason = String::new();
    reads(
        &Verb::Postpone { due: DUE, reason },
        "Compito spostato al 10 aprile 2026",
        "Task moved to 10 April 2026",
    );
}

#[test]
fn a_task_done_without_words_leaves_no_colon_behind() {
    reads(&Verb::Finish { answer: None }, "Compito fatto", "Task done");
    let answer = Some("Reddito di 1.150 euro.\nBuste paga in archivio.".to_owned());
    reads(
        &Verb::Finish { answer },
        "Compito fatto: Reddito di 1.150 euro.…",
        "Task done: Reddito di 1.150 euro.…",
    );
}

#[test]
fn an_opinion_without_words_and_a_day_of_1926_are_refused_in_a_sentence() {
    let italian = |refused| refusal(&refused, Language::Italian);
    assert!(italian(Refusal::AnswerMissing).contains("un parere senza parole"));
    assert!(italian(Refusal::DuePast).contains("da oggi in poi"));
    let last = Day::constant(2031, 3, 20);
    assert!(italian(Refusal::DueTooFar { last }).contains("fino al 20 marzo 2031"));
}
