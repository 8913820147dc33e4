// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is planned, moved and noted, and what is refused.
use super::*;

#[test]
fn a_visit_keeps_who_goes_when_and_where() {
    let mut known = world();
    let appointment = Appointment {
        place: "  via Padova 80 ".to_owned(),
        ..tomorrow()
    };
    assert_eq!(act(&mut known, WORKER, &planned(appointment.clone())), 1);
    let made = visit(&known);
    assert_eq!(
        (made.household, made.dwelling, made.purpose),
        (FAMILY, Some(HOME), Purpose::Home)
    );
    assert_eq!(made.appointment, tomorrow());
    assert_eq!(
        made.who,
        Colleague::of(&author(WORKER)),
        "the author, where nobody is named"
    );
    assert_eq!(
        (made.by_name.as_str(), made.role, made.at),
        ("Prova", WORKER, NOW)
    );
    assert_eq!((&made.state, made.partner), (&VisitState::Planned, None));
    refused(&known, WORKER, &planned(appointment), Common::AlreadyExists);
}

#[test]
fn the_departments_and_partners_plan_and_the_coordination_only_reads() {
    for role in [WORKER, OFFICER, PARTNER] {
        assert!(decided(&world(), role, &planned(tomorrow())).is_ok(), "{role:?}");
    }
    let role = COORDINATOR;
    for action in [
        planned(tomorrow()),
        moved(tomorrow()),
        safety("cane"),
        tried(1),
        ticked(CheckItem::Condition, true),
        held(""),
        given_up(""),
        cancelled("x"),
    ] {
        refused(&with(WORKER), role, &action, Common::NotYourTask { role });
    }
}

#[test]
fn a_visit_is_to_a_household_in_view_that_counts() {
    let mut known = world();
    let join = household::Verb::Join { into: OTHER_FAMILY };
    act(&mut known, WORKER, &Action::on(FAMILY, join));
    refused(
        &known,
        WORKER,
        &planned(tomorrow()),
        household::Refusal::CaseJoined,
    );
    known.remove(&FAMILY.key());
    refused(&known, WORKER, &planned(tomorrow()), household::Refusal::Unknown);
}

#[test]
fn the_dwelling_that_is_seen_is_in_view() {
    let mut known = world();
    known.remove(&HOME.key());
    refused(&known, WORKER, &planned(tomorrow()), dwelling::Refusal::Unknown);
    let without = Verb::Plan {
        household: FAMILY,
        dwelling: None,
        purpose: Purpose::Dwelling,
        appointment: tomorrow(),
        who: None,
    };
    assert!(decided(&known, WORKER, &Action::on(VISIT, without)).is_ok());
}

/// Each of them when a visit is planned, and when it is moved.
#[track_caller]
fn refused_both_ways(appointment: &Appointment, expected: impl Into<crate::rooms::Refusal>) {
    let expected = expected.into();
    refused(&world(), WORKER, &planned(appointment.clone()), expected.clone());
    refused(&with(WORKER), WORKER, &moved(appointment.clone()), expected);
}

#[test]
fn a_visit_is_planned_from_thirty_days_back_to_a_year_ahead() {
    let (first, last) = (TODAY.plus_days(-30), Day::constant(2027, 3, 20));
    for fine in [first, TODAY, last] {
        assert!(decided(&world(), WORKER, &planned(on(fine))).is_ok(), "{fine}");
        assert!(decided(&with(WORKER), WORKER, &moved(on(fine))).is_ok(), "{fine}");
    }
    refused_both_ways(&on(first.plus_days(-1)), Refusal::TooFarBack { first });
    refused_both_ways(&on(Day::constant(1926, 3, 20)), Refusal::TooFarBack { first });
    refused_both_ways(&on(last.plus_days(1)), Refusal::TooFarAhead { last });
}

#[test]
fn a_visit_does_not_end_before_it_began() {
    let at = |from, to| Appointment {
        from,
        to,
        ..tomorrow()
    };
    for fine in [
        at(None, None),
        at(Some(0), None),
        at(None, Some(0)),
        at(Some(0), Some(1)),
        at(None, Some(DAY_MINUTES - 1)),
    ] {
        assert!(
            decided(&world(), WORKER, &planned(fine.clone())).is_ok(),
            "{fine:?}"
        );
    }
    refused_both_ways(&at(Some(600), Some(599)), Refusal::EndsBeforeItBegan);
    refused_both_ways(&at(Some(600), Some(600)), Refusal::EndsBeforeItBegan);
    refused_both_ways(&at(Some(DAY_MINUTES), None), Refusal::NoSuchHour);
    refused_both_ways(&at(Some(0), Some(DAY_MINUTES)), Refusal::NoSuchHour);
}

#[test]
fn a_place_is_a_line_and_no_more() {
    let place = "è".repeat(LONGEST_PLACE as usize + 1);
    let most = LONGEST_PLACE;
    refused_both_ways(&Appointment { place, ..tomorrow() }, Common::TextTooLong { most });
}

#[test]
fn a_visit_is_moved_and_what_stands_already_changes_nothing() {
    let mut known = with(WORKER);
    let later = on(TODAY.plus_days(5));
    assert_eq!(act(&mut known, OFFICER, &moved(later.clone())), 1);
    assert_eq!(act(&mut known, OFFICER, &moved(later.clone())), 0);
    assert_eq!(visit(&known).appointment, later);
}

#[test]
fn a_safety_note_is_short() {
    let mut known = with(WORKER);
    act(&mut known, OFFICER, &safety("il cane va legato prima"));
    assert_eq!(
        visit(&known).safety.known().map(String::as_str),
        Some("il cane va legato prima")
    );
    let most = LONGEST_SAFETY;
    refused(
        &known,
        WORKER,
        &safety(&"è".repeat(501)),
        Common::TextTooLong { most },
    );
    assert!(decided(&known, WORKER, &said(VisitFact::Safety(Answer::NotKnownYet))).is_ok());
}

#[test]
fn a_row_tells_the_day_and_whether_there_is_something_to_know_before() {
    let row = |made: &Visit| {
        let stored = beginning(Record::Visit(made.clone()), LogPosition(3));
        Row::of(made, &Around::of(&stored, false))
    };
    let mut known = after(&[tried(1), tried(2)]);
    let before = row(visit(&known));
    assert_eq!(
        (before.day, before.from, before.to),
        (tomorrow().day, HOURS.0, HOURS.1)
    );
    assert_eq!((before.n_attempts, before.has_safety), (2, false));
    assert_eq!(before.state, VisitStateKind::Planned);
    act(&mut known, WORKER, &safety("cane"));
    act(&mut known, WORKER, &held(""));
    let after = row(visit(&known));
    assert_eq!(
        (after.day, after.state),
        (TODAY, VisitStateKind::Done),
        "the day it was held"
    );
    assert!(after.has_safety);
}

#[test]
fn a_purpose_and_a_reason_that_only_a_newer_version_knows_are_others() {
    let wire = serde_json::to_string(&samples::record()).expect("a visit can be written");
    let newer = wire
        .replace("\"home\"", "\"garden\"")
        .replace("\"nobody_home\"", "\"flood\"");
    let read: Visit = serde_json::from_str(&newer).expect("a newer visit can be read");
    assert_eq!(read.purpose, Purpose::Other);
    assert_eq!(read.attempts[0].reason, AttemptReason::Other);
}
