// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who sees a visit and what of it, and what a partner does with its own.
use super::*;
use crate::{
    author::Author,
    record::{FieldKey, Key, Review, Stored},
    samples::OTHER_PARTNER,
    scope::{sees, told},
    world::withdrawal,
};
use soglia_kernel::{
    access::Roles,
    content::Content as _,
    edit::Edit,
    id::{ChangeId, DeviceId},
};

const CITY: [Role; 3] = [WORKER, OFFICER, COORDINATOR];

fn readers(known: &Known) -> Vec<Role> {
    let made = known.get(&VISIT.key()).expect("it was planned");
    let sees = |role: &Role| sees(&author(*role), made, |key: Key| known.get(&key));
    Role::OF_RECORDS.into_iter().filter(sees).collect()
}

/// Somebody of another partner to which a dwelling is offered too.
fn stranger() -> Author {
    Author {
        organisation: OTHER_PARTNER,
        ..author(PARTNER)
    }
}

/// A visit with something in every field.
fn full(role: Role) -> Known {
    let mut known = with(role);
    for action in [
        safety("il cane va legato prima"),
        tried_on(1, TODAY, "citofono rotto"),
        ticked(CheckItem::Condition, true),
        photographed(1),
        held("Tutto bene."),
    ] {
        act(&mut known, role, &action);
    }
    known
}

fn stored(known: &Known) -> Stored {
    beginning(Record::Visit(visit(known).clone()), LogPosition(1))
}

fn handed_to(known: &Known, author: &Author) -> Visit {
    match told(author, &stored(known)).record {
        Record::Visit(visit) => visit,
        other => panic!("{other:?} is no visit"),
    }
}

#[test]
fn a_visit_of_the_city_no_partner_sees() {
    for role in [WORKER, OFFICER] {
        assert_eq!(readers(&with(role)), CITY);
    }
}

#[test]
fn a_partner_sees_its_visit_only_while_it_sees_the_household() {
    let mut known = with(PARTNER);
    assert_eq!(readers(&known), Role::OF_RECORDS);
    act(&mut known, WORKER, &withdrawal(OFFER));
    assert_eq!(readers(&known), CITY);
    known.remove(&FAMILY.key());
    assert_eq!(readers(&known), []);
}

#[test]
fn what_is_needed_for_safety_is_told_to_the_departments_and_to_the_partner_that_goes() {
    for role in [WORKER, PARTNER] {
        let known = full(role);
        for reader in [WORKER, OFFICER] {
            assert_eq!(&handed_to(&known, &author(reader)), visit(&known), "{reader:?}");
        }
        let coordinator = handed_to(&known, &author(COORDINATOR));
        assert!(coordinator.safety.is_not_asked());
        let without = Visit {
            safety: Answer::NotAsked,
            ..visit(&known).clone()
        };
        assert_eq!(coordinator, without, "and the rest of it");
    }
    let known = full(PARTNER);
    assert_eq!(&handed_to(&known, &author(PARTNER)), visit(&known));
}

#[test]
fn another_partner_learns_the_day_and_no_word() {
    let known = full(PARTNER);
    let handed = handed_to(&known, &stranger());
    assert_eq!(handed.appointment.day, visit(&known).appointment.day);
    assert_eq!(handed.state.kind(), VisitStateKind::Done);
    let wire = serde_json::to_string(&handed).expect("it can be written");
    for word in [
        "cane",
        "citofono",
        "Padova",
        "Maria",
        "Tutto bene",
        "Prova",
        "condition",
        "muffa",
        "photos",
    ] {
        assert!(!wire.contains(word), "{word} in {wire}");
    }
}

#[test]
fn neither_revision_nor_waiting_note_tells_of_safety_to_who_is_not_told() {
    let known = full(PARTNER);
    let waiting = Edit::<Visit>::Say(VisitFact::Safety(Answer::Known("scala buia".to_owned())));
    let by = author(WORKER);
    let mut record = stored(&known);
    record.reviews.push(Review {
        field: waiting.field(),
        change: ChangeId(Uuid::nil()),
        op: crate::rooms::EditOp::Visit(waiting),
        by: by.person,
        by_name: by.name,
        role: by.role,
        device: DeviceId(Uuid::nil()),
        at: NOW,
        present: None,
    });
    for reader in [author(COORDINATOR), stranger()] {
        assert_eq!(told(&reader, &record).reviews, [], "{reader:?}");
    }
    for reader in [author(WORKER), author(OFFICER), author(PARTNER)] {
        assert_eq!(told(&reader, &record).reviews.len(), 1, "{reader:?}");
    }
}

/// The history of a record asks by these to whom a line of it is shown.
#[test]
fn no_line_of_the_history_is_told_to_another_partner() {
    let known = full(PARTNER);
    let handed = handed_to(&known, &stranger());
    for path in [
        "created",
        "state",
        "appointment",
        "who",
        "safety",
        "attempts/1",
        "checks/condition",
        "photos/01",
    ] {
        let field = FieldKey(path.to_owned());
        assert!(!handed.told(&field).has(PARTNER), "{path}");
        assert!(
            visit(&known).told(&field).has_all(Roles::TEAM_AND_PARTNER),
            "{path}"
        );
    }
    let safety = FieldKey("safety".to_owned());
    assert!(!visit(&known).told(&safety).has(COORDINATOR));
}

#[test]
fn a_partner_works_on_its_own_visits_and_on_no_others() {
    let mine = with(PARTNER);
    let mut of_another = with(PARTNER);
    let Some(Record::Visit(other)) = of_another.get_mut(&VISIT.key()) else {
        panic!("it was planned");
    };
    other.partner = Some(OTHER_PARTNER);
    for action in [
        moved(on(TODAY.plus_days(3))),
        safety("cane"),
        tried(1),
        ticked(CheckItem::Condition, true),
        photographed(1),
        held("Tutto bene."),
        cancelled("trasferiti"),
    ] {
        assert!(decided(&mine, PARTNER, &action).is_ok(), "{action:?}");
        assert!(decided(&mine, OFFICER, &action).is_ok(), "{action:?}");
        refused(&of_another, PARTNER, &action, Refusal::OfOthers);
        refused(&with(WORKER), PARTNER, &action, Refusal::OfOthers);
    }
}

#[test]
fn partner_and_city_send_their_own_people() {
    let known = world();
    for (planner, goes, may) in [
        (WORKER, OFFICER, true),
        (WORKER, COORDINATOR, true),
        (PARTNER, PARTNER, true),
        (WORKER, PARTNER, false),
        (PARTNER, WORKER, false),
    ] {
        let who = Colleague::of(&author(goes));
        let plan = planned_with(tomorrow(), Some(who.clone()));
        let send = said(VisitFact::Who(Colleague {
            name: "Un’altra".to_owned(),
            ..who
        }));
        let planned = with(planner);
        if may {
            assert!(decided(&known, planner, &plan).is_ok(), "{planner:?} {goes:?}");
            assert!(decided(&planned, planner, &send).is_ok(), "{planner:?} {goes:?}");
        } else {
            refused(&known, planner, &plan, Refusal::WrongSide);
            refused(&planned, planner, &send, Refusal::WrongSide);
        }
    }
    let nameless = Colleague {
        name: " ".to_owned(),
        ..Colleague::of(&author(WORKER))
    };
    refused(
        &known,
        WORKER,
        &planned_with(tomorrow(), Some(nameless.clone())),
        Common::LabelNotUsable,
    );
    refused(
        &with(WORKER),
        WORKER,
        &said(VisitFact::Who(nameless)),
        Common::LabelNotUsable,
    );
}
