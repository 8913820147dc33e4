// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is asked, and what is refused.
use super::*;

#[test]
fn a_task_keeps_who_asked_whom_for_what_by_when() {
    let mut known = world();
    let action = asked(Asked {
        what: TaskKind::FindOut,
        about: Some("members/7/works"),
        text: "  Chiedere dove lavora.\n".to_owned(),
        ..Asked::default()
    });
    assert_eq!(act(&mut known, WORKER, &action), 1);
    let made = task(&known);
    assert_eq!(
        (made.household, made.what, made.due),
        (FAMILY, TaskKind::FindOut, due())
    );
    assert_eq!(
        (made.text.as_str(), made.about.as_deref()),
        ("Chiedere dove lavora.", Some("members/7/works"))
    );
    assert_eq!(made.assignee, Assignee::Role(OFFICER));
    assert_eq!(
        (made.by_name.as_str(), made.role, made.at),
        ("Prova", WORKER, NOW)
    );
    assert_eq!(made.state, TaskState::Open);
    refused(&known, WORKER, &action, Common::AlreadyExists);
}

#[test]
fn everybody_who_works_with_a_household_asks() {
    for role in Role::OF_RECORDS {
        assert!(
            decided(&world(), role, &of_kind(TaskKind::Call)).is_ok(),
            "{role:?}"
        );
    }
}

#[test]
fn a_task_is_about_a_household_in_view_that_counts() {
    let mut known = world();
    let join = household::Verb::Join { into: OTHER_FAMILY };
    act(&mut known, WORKER, &Action::on(FAMILY, join));
    let call = of_kind(TaskKind::Call);
    refused(&known, WORKER, &call, household::Refusal::CaseJoined);
    known.remove(&FAMILY.key());
    refused(&known, WORKER, &call, household::Refusal::Unknown);
}

#[test]
fn a_task_has_words_and_not_too_many() {
    let with_text = |text: String| {
        asked(Asked {
            text,
            ..Asked::default()
        })
    };
    let known = world();
    for text in ["", " \n"] {
        refused(&known, WORKER, &with_text(text.to_owned()), Refusal::Empty);
    }
    let longest = "è".repeat(LONGEST_TASK as usize);
    assert!(decided(&known, WORKER, &with_text(longest.clone())).is_ok());
    let most = LONGEST_TASK;
    refused(
        &known,
        WORKER,
        &with_text(longest + "è"),
        Common::TextTooLong { most },
    );
}

#[test]
fn what_is_to_be_found_out_is_a_question_of_the_household() {
    let about = |what, about| {
        asked(Asked {
            what,
            about: Some(about),
            ..Asked::default()
        })
    };
    let known = world();
    for question in ["net_monthly_income", "members/7/birth_date"] {
        assert!(decided(&known, WORKER, &about(TaskKind::FindOut, question)).is_ok());
        refused(
            &known,
            WORKER,
            &about(TaskKind::Call, question),
            Refusal::NoQuestion,
        );
    }
    for nothing in [
        "",
        "state",
        "works",
        "members/7",
        "members/x/works",
        "members/7/net_monthly_income",
    ] {
        refused(
            &known,
            WORKER,
            &about(TaskKind::FindOut, nothing),
            Refusal::NoQuestion,
        );
    }
}

#[test]
fn a_task_is_due_from_today_to_five_years_ahead() {
    let known = world();
    let by = |due| {
        asked(Asked {
            due,
            ..Asked::default()
        })
    };
    let last = Day::constant(2031, 3, 20);
    for fine in [TODAY, last] {
        assert!(decided(&known, WORKER, &by(fine)).is_ok(), "{fine}");
    }
    for past in [TODAY.plus_days(-1), Day::constant(1926, 3, 20)] {
        refused(&known, WORKER, &by(past), Refusal::DuePast);
    }
    refused(
        &known,
        WORKER,
        &by(last.plus_days(1)),
        Refusal::DueTooFar { last },
    );
}

#[test]
fn a_person_is_named() {
    let nobody = Assignee::Person(Colleague {
        name: " ".to_owned(),
        ..Colleague::of(&author(OFFICER))
    });
    refused(
        &world(),
        WORKER,
        &for_whom(nobody.clone()),
        Common::LabelNotUsable,
    );
    let known = with(&of_kind(TaskKind::Other));
    refused(&known, WORKER, &handed_over(nobody), Common::LabelNotUsable);
}

#[test]
fn a_row_holds_how_a_task_begins_and_what_became_of_it() {
    let row = |made: &Task| {
        let stored = beginning(Record::Task(made.clone()), LogPosition(3));
        Row::of(made, &Around::of(&stored, false))
    };
    let (made, most) = (samples::record(), row::BEGINNING);
    let short = row(&made);
    assert_eq!(
        (short.beginning.as_str(), short.goes_on),
        (made.text.as_str(), false)
    );
    assert_eq!((short.due, short.state), (made.due, TaskStateKind::Open));
    let long = row(&Task {
        text: "è".repeat(most + 1),
        ..made
    });
    assert_eq!((long.beginning.chars().count(), long.goes_on), (most, true));
}

#[test]
fn a_sort_of_task_that_only_a_newer_version_knows_is_another_one() {
    let wire = serde_json::to_string(&samples::record()).expect("a task can be written");
    let newer = wire.replace("\"find_out\"", "\"paint\"");
    let read: Task = serde_json::from_str(&newer).expect("a newer task can be read");
    assert_eq!(read.what, TaskKind::Other);
}
