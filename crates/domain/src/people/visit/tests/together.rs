// SPDX-License-Identifier: AGPL-3.0-or-later
//! Two devices without a network. Both decide on what they know; the server decides the second one anew, on the record as
//! the first one left it.
use super::*;
use crate::{
    context::Decided,
    record::{Edit, FieldKey, Review},
    rooms::EditOp,
    world::{decided_at, follow},
};
use soglia_kernel::{
    edit::Edit as Of,
    id::{ChangeId, DeviceId},
    moment::Moment,
    review::{Choosing, ReviewChoice},
};

/// What the server says to the second of two actions that both devices had allowed.
#[track_caller]
fn second(mut known: Known, first: &Action, second: &Action) -> (Known, Decided) {
    for action in [first, second] {
        assert!(decided(&known, OFFICER, action).is_ok(), "both devices allow it");
    }
    act(&mut known, OFFICER, first);
    let at_server = Moment::at_server(NOW, NOW.ms);
    let decided = decided_at(&known, OFFICER, second, at_server);
    (known, decided)
}

#[test]
fn the_same_visit_closed_twice_alike_is_closed_once() {
    let (known, decided) = second(with(WORKER), &held("Tutto bene."), &held("Tutto bene. "));
    assert_eq!(decided, Ok(Vec::new()));
    assert_eq!(visit(&known).state.kind(), VisitStateKind::Done);
}

/// The first stands; the second stays with its author as a draft, with all its words.
#[test]
fn of_two_reports_none_is_lost() {
    let (known, decided) = second(with(WORKER), &held("Tutto bene."), &held("Muffa in bagno."));
    assert_eq!(decided, Err(Refusal::Over.into()));
    let VisitState::Done { notes, .. } = &visit(&known).state else {
        panic!("it was held");
    };
    assert_eq!(notes, "Tutto bene.");
}

#[test]
fn attempts_of_two_people_are_both_kept() {
    let (mut known, decided) = second(with(WORKER), &tried(1), &tried(2));
    follow(&mut known, decided);
    assert_eq!(visit(&known).attempts.len(), 2);
}

#[test]
fn an_attempt_that_arrives_after_the_visit_was_held_or_given_up_still_counts() {
    let (mut known, decided) = second(with(WORKER), &held(""), &tried(1));
    follow(&mut known, decided);
    assert_eq!(visit(&known).attempts.len(), 1);
    let (mut known, decided) = second(after(&[tried(1)]), &given_up(""), &tried(2));
    follow(&mut known, decided);
    assert_eq!(visit(&known).attempts.len(), 2);
}

#[test]
fn ticks_of_two_people_unite_also_after_one_of_them_closed_the_visit() {
    let damp = ticked(CheckItem::HeatingAndDamp, true);
    let papers = ticked(CheckItem::IdentityPapers, true);
    let (mut known, decided) = second(with(WORKER), &damp, &papers);
    follow(&mut known, decided);
    assert_eq!(visit(&known).checks.len(), 2);
    let (mut known, decided) = second(with(WORKER), &held(""), &papers);
    follow(&mut known, decided);
    assert_eq!(visit(&known).checks, [CheckItem::IdentityPapers]);
}

#[test]
fn held_by_one_and_given_up_by_the_other_is_no_guess() {
    let tried_once = || after(&[tried(1)]);
    let (known, decided) = second(tried_once(), &held("Tutto bene."), &given_up("nessuno"));
    assert_eq!(decided, Err(Refusal::Over.into()));
    assert_eq!(visit(&known).state.kind(), VisitStateKind::Done);
    let (known, decided) = second(tried_once(), &given_up("nessuno"), &held("Tutto bene."));
    assert_eq!(decided, Err(Refusal::Over.into()));
    assert_eq!(visit(&known).state.kind(), VisitStateKind::NotPossible);
}

const WAITING: ChangeId = ChangeId(Uuid::from_u128(5));

/// Two values that met in a field, and the choice between them.
fn chosen(known: &mut Known, fact: VisitFact, choice: ReviewChoice) -> Action {
    let edit = Edit {
        record: VISIT.key(),
        op: EditOp::Visit(Of::Say(fact)),
    };
    let by = author(OFFICER);
    let field = edit.op.field();
    known.reviews = vec![Review {
        field: field.clone(),
        change: WAITING,
        op: edit.op,
        by: by.person,
        by_name: by.name,
        role: by.role,
        device: DeviceId(Uuid::nil()),
        at: NOW,
        present: None,
    }];
    choosing(field, choice)
}

fn choosing(field: FieldKey, choice: ReviewChoice) -> Action {
    let choosing = Choosing {
        field,
        choice,
        seen: vec![WAITING],
    };
    Action::on(VISIT, Verb::Resolve(choosing))
}

#[test]
fn of_two_appointments_a_person_chooses_one_with_day_and_hours() {
    let mut known = with(WORKER);
    let other = Appointment {
        from: None,
        ..on(TODAY.plus_days(9))
    };
    let take = chosen(
        &mut known,
        VisitFact::Appointment(other.clone()),
        ReviewChoice::Other(WAITING),
    );
    act(&mut known, WORKER, &take);
    assert_eq!(visit(&known).appointment, other);
}

#[test]
fn two_safety_notes_are_kept_beside_each_other_as_long_as_they_fit() {
    let mut known = after(&[safety("il cane va legato prima")]);
    let note = |text: &str| VisitFact::Safety(Answer::Known(text.to_owned()));
    let keep = chosen(&mut known, note("scala buia"), ReviewChoice::Both);
    act(&mut known, WORKER, &keep);
    assert_eq!(
        visit(&known).safety.known().map(String::as_str),
        Some("il cane va legato prima; scala buia")
    );
    let long = "è".repeat(LONGEST_SAFETY as usize);
    let keep = chosen(&mut known, note(&long), ReviewChoice::Both);
    let most = LONGEST_SAFETY;
    refused(&known, WORKER, &keep, Common::TextTooLong { most });
}

#[test]
fn a_partner_chooses_only_in_its_own_visits() {
    let mut known = with(WORKER);
    let note = VisitFact::Safety(Answer::Known("scala buia".to_owned()));
    let take = chosen(&mut known, note, ReviewChoice::Other(WAITING));
    refused(&known, PARTNER, &take, Refusal::OfOthers);
}
