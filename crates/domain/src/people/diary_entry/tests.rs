// SPDX-License-Identifier: AGPL-3.0-or-later
//! Stories of the diary: who writes, who corrects, and what is refused. Who reads stands in `circles`.
mod circles;

use super::*;
use crate::{
    action::Action,
    author::Role,
    context::Known,
    household,
    record::{Around, LogPosition, beginning},
    rooms::Record,
    world::{FAMILY, NOW, OFFER, OTHER_FAMILY, TODAY, act, content, decided, offer, refused, world},
};
use soglia_kernel::refusal::Refusal as Common;
use uuid::Uuid;

const WORKER: Role = Role::SocialWorker;
const OFFICER: Role = Role::HousingOfficer;
const PARTNER: Role = Role::ManagingPartner;

const ENTRY: DiaryEntryId = DiaryEntryId(Uuid::from_u128(71));
const OTHER_ENTRY: DiaryEntryId = DiaryEntryId(Uuid::from_u128(72));

fn written(id: DiaryEntryId, text: &str, circle: Circle) -> Action {
    on_day(id, TODAY, text, circle)
}

fn on_day(id: DiaryEntryId, day: Day, text: &str, circle: Circle) -> Action {
    let (household, topic, text) = (FAMILY, EntryTopic::Meeting, text.to_owned());
    let verb = Verb::Write {
        household,
        day,
        topic,
        text,
        circle,
    };
    Action::on(id, verb)
}

fn corrected(id: DiaryEntryId, corrects: DiaryEntryId, household: HouseholdId) -> Action {
    let text = "Non il lunedì: il martedì.".to_owned();
    let verb = Verb::Correct {
        household,
        corrects,
        text,
    };
    Action::on(id, verb)
}

fn entry(known: &Known, id: DiaryEntryId) -> &DiaryEntry {
    content(known, id)
}

/// A world in which somebody has written an entry.
fn with_entry(role: Role, circle: Circle) -> Known {
    let mut known = world();
    act(&mut known, WORKER, &offer(OFFER, FAMILY));
    act(&mut known, role, &written(ENTRY, "Ci vediamo il lunedì.", circle));
    known
}

#[test]
fn an_entry_is_written_once_and_keeps_who_wrote_it_and_when() {
    let mut known = world();
    let yesterday = TODAY.plus_days(-1);
    let action = on_day(ENTRY, yesterday, "  Visita a casa.\n", Circle::Team);
    assert_eq!(act(&mut known, WORKER, &action), 1);
    let made = entry(&known, ENTRY);
    assert_eq!(
        (made.household, made.day, made.topic),
        (FAMILY, yesterday, EntryTopic::Meeting)
    );
    assert_eq!(
        (made.text.as_str(), made.circle),
        ("Visita a casa.", Circle::Team)
    );
    assert_eq!(
        (made.by_name.as_str(), made.role, made.at),
        ("Prova", WORKER, NOW)
    );
    assert_eq!(made.corrects, None);
    refused(&known, WORKER, &action, Common::AlreadyExists);
}

#[test]
fn whoever_works_with_a_household_writes_and_the_coordination_only_reads() {
    let known = world();
    for role in [WORKER, OFFICER, PARTNER] {
        assert!(decided(&known, role, &written(ENTRY, "Telefonata.", Circle::Partners)).is_ok());
    }
    let role = Role::Coordinator;
    refused(
        &known,
        role,
        &written(ENTRY, "Telefonata.", Circle::Team),
        Common::NotYourTask { role },
    );
    refused(
        &known,
        role,
        &corrected(OTHER_ENTRY, ENTRY, FAMILY),
        Common::NotYourTask { role },
    );
}

#[test]
fn an_entry_has_words_and_not_too_many() {
    let known = world();
    for text in ["", "  \n\t "] {
        refused(
            &known,
            WORKER,
            &written(ENTRY, text, Circle::Team),
            Refusal::Empty,
        );
    }
    let longest = "è".repeat(LONGEST_ENTRY as usize);
    assert!(decided(&known, WORKER, &written(ENTRY, &longest, Circle::Team)).is_ok());
    let most = LONGEST_ENTRY;
    refused(
        &known,
        WORKER,
        &written(ENTRY, &format!("{longest}è"), Circle::Team),
        Common::TextTooLong { most },
    );
}

#[test]
fn an_entry_is_about_a_day_that_has_come() {
    let known = world();
    let on = |day| on_day(ENTRY, day, "Incontro.", Circle::Team);
    refused(&known, WORKER, &on(TODAY.plus_days(2)), Common::DateInFuture);
    refused(
        &known,
        WORKER,
        &on(Day::constant(1905, 12, 31)),
        Common::DateTooOld,
    );
    // Around midnight the clocks of tablet and server may show two days.
    assert!(decided(&known, WORKER, &on(TODAY.plus_days(1))).is_ok());
}

#[test]
fn an_entry_is_about_a_household_in_view() {
    let mut known = with_entry(WORKER, Circle::Team);
    known.remove(&soglia_kernel::key::Identity::key(FAMILY));
    let unknown = household::Refusal::Unknown;
    refused(
        &known,
        WORKER,
        &written(OTHER_ENTRY, "Incontro.", Circle::Team),
        unknown.clone(),
    );
    refused(&known, WORKER, &corrected(OTHER_ENTRY, ENTRY, FAMILY), unknown);
}

#[test]
fn a_partner_writes_only_what_partners_read() {
    let known = world();
    for circle in Circle::ALL {
        let action = written(ENTRY, "Chiavi consegnate.", circle);
        if circle == Circle::Partners {
            assert!(decided(&known, PARTNER, &action).is_ok());
        } else {
            refused(&known, PARTNER, &action, Refusal::CircleNotYours);
        }
    }
}

#[test]
fn a_correction_is_another_entry_about_the_same_and_for_the_same() {
    for circle in [Circle::Team, Circle::Partners] {
        let mut known = with_entry(WORKER, circle);
        assert_eq!(
            act(&mut known, OFFICER, &corrected(OTHER_ENTRY, ENTRY, FAMILY)),
            1
        );
        let (before, after) = (entry(&known, ENTRY), entry(&known, OTHER_ENTRY));
        assert_eq!(before.text, "Ci vediamo il lunedì.");
        assert_eq!(
            (after.corrects, after.text.as_str()),
            (Some(ENTRY), "Non il lunedì: il martedì.")
        );
        assert_eq!((after.household, after.day), (before.household, before.day));
        assert_eq!((after.topic, after.circle), (before.topic, before.circle));
        assert_eq!(after.role, OFFICER);
        refused(
            &known,
            OFFICER,
            &corrected(OTHER_ENTRY, ENTRY, FAMILY),
            Common::AlreadyExists,
        );
    }
}

#[test]
fn a_correction_of_another_case_is_refused() {
    let known = with_entry(WORKER, Circle::Team);
    refused(
        &known,
        WORKER,
        &corrected(OTHER_ENTRY, ENTRY, OTHER_FAMILY),
        Refusal::OfAnotherCase,
    );
}

#[test]
fn what_is_corrected_is_in_view() {
    refused(
        &world(),
        WORKER,
        &corrected(OTHER_ENTRY, ENTRY, FAMILY),
        Refusal::Unknown,
    );
}

#[test]
fn what_a_department_keeps_to_itself_it_corrects_itself() {
    let known = with_entry(WORKER, Circle::Department);
    assert!(decided(&known, WORKER, &corrected(OTHER_ENTRY, ENTRY, FAMILY)).is_ok());
    refused(
        &known,
        OFFICER,
        &corrected(OTHER_ENTRY, ENTRY, FAMILY),
        Refusal::CorrectionNarrower,
    );
}

#[test]
fn a_partner_corrects_what_it_reads_and_nothing_else() {
    let known = with_entry(WORKER, Circle::Partners);
    assert!(decided(&known, PARTNER, &corrected(OTHER_ENTRY, ENTRY, FAMILY)).is_ok());
    for circle in [Circle::Team, Circle::Department] {
        let known = with_entry(WORKER, circle);
        refused(
            &known,
            PARTNER,
            &corrected(OTHER_ENTRY, ENTRY, FAMILY),
            Refusal::CircleNotYours,
        );
    }
}

#[test]
fn a_row_holds_how_an_entry_begins() {
    let row = |text: &str| {
        let made = DiaryEntry {
            text: text.to_owned(),
            ..samples::record()
        };
        let stored = beginning(Record::DiaryEntry(made.clone()), LogPosition(3));
        Row::of(&made, &Around::of(&stored, false))
    };
    let (short, long) = (row("Chiamare domani."), row(&"è".repeat(row::BEGINNING + 1)));
    assert_eq!(
        (short.beginning.as_str(), short.goes_on),
        ("Chiamare domani.", false)
    );
    assert_eq!(
        (long.beginning.chars().count(), long.goes_on),
        (row::BEGINNING, true)
    );
    assert!(!row(&"è".repeat(row::BEGINNING)).goes_on);
}

#[test]
fn a_circle_and_a_topic_of_a_newer_version_read_as_the_narrowest_and_the_plainest() {
    let wire = serde_json::to_string(&samples::record()).expect("an entry can be written");
    let newer = wire
        .replace("\"partners\"", "\"neighbourhood\"")
        .replace("\"call\"", "\"video\"");
    let read: DiaryEntry = serde_json::from_str(&newer).expect("a newer entry can be read");
    assert_eq!((read.circle, read.topic), (Circle::Department, EntryTopic::Note));
}
