// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;
use crate::{
    apply::{
        apply,
        tests::{edits, family, home},
    },
    author::Role,
    calendar::Timestamp,
    id::{DeviceId, PersonId},
    merge::{MergeRule, merge_rule},
};
use proptest::prelude::*;
use uuid::Uuid;

fn review(change: u128, op: EditOp) -> Review {
    Review {
        field: op.field(),
        change: ChangeId(Uuid::from_u128(change)),
        op,
        by: PersonId(Uuid::nil()),
        by_name: "Prova".to_owned(),
        role: Role::SocialWorker,
        device: DeviceId(Uuid::nil()),
        at: Timestamp::default(),
        present: None,
    }
}

fn note(text: &str) -> EditOp {
    EditOp::SetDwelling(DwellingAnswer::Note(Answer::Known(text.to_owned())))
}

fn home_with(text: &str) -> Record {
    apply(Some(home()), &note(text)).expect("a dwelling stays")
}

#[test]
fn both_notes_are_kept_one_after_the_other() {
    let others = [note("chiavi dal custode"), note("citofono 12")];
    let kept = both(&home_with("scala B"), others.iter());
    assert_eq!(kept, Some(note("scala B; chiavi dal custode; citofono 12")));
}

#[test]
fn a_note_that_says_the_other_one_too_stands_alone() {
    let kept = both(&home_with("scala B"), [note("scala B, terzo piano")].iter());
    assert_eq!(kept, Some(note("scala B, terzo piano")));
    let unknown = EditOp::SetDwelling(DwellingAnswer::Note(Answer::NotKnownYet));
    assert_eq!(
        both(&home_with("scala B"), [unknown].iter()),
        Some(note("scala B"))
    );
}

#[test]
fn an_amount_is_one_value() {
    let yes = EditOp::SetHousehold(HouseholdAnswer::RegularWork(Answer::Known(true)));
    assert!(!allows_both(&yes));
    assert_eq!(both(&family(), [yes].iter()), None);
}

#[test]
fn a_choice_closes_what_its_author_saw_and_nothing_that_came_later() {
    let (first, second) = (review(1, note("uno")), review(2, note("due")));
    let choice = EditOp::Resolve(Box::new(Resolution {
        field: first.field.clone(),
        chosen: Some(note("uno")),
        closes: vec![first.change],
    }));
    assert!(closes(&choice, &first) && !closes(&choice, &second));
    // The older way still closes all of them.
    assert!(closes(&note("tre"), &first) && closes(&note("tre"), &second));
}

#[test]
fn a_choice_never_tells_a_log_what_was_chosen() {
    let choice = EditOp::Resolve(Box::new(Resolution {
        field: note("").field(),
        chosen: Some(note("segreto")),
        closes: Vec::new(),
    }));
    assert!(!format!("{choice:?}").contains("segreto"));
}

proptest! {
    #[test]
    fn choosing_a_value_writes_what_the_value_would_have_written(op in edits()) {
        prop_assume!(merge_rule(&op) == MergeRule::OneValue);
        let choice = EditOp::Resolve(Box::new(Resolution {
            field: op.field(),
            chosen: Some(op.clone()),
            closes: Vec::new(),
        }));
        for record in [family(), home()] {
            prop_assert_eq!(apply(Some(record.clone()), &choice), apply(Some(record), &op));
        }
    }

    #[test]
    fn the_present_value_chosen_changes_nothing(op in edits()) {
        let choice = EditOp::Resolve(Box::new(Resolution {
            field: op.field(),
            chosen: None,
            closes: vec![ChangeId(Uuid::nil())],
        }));
        for record in [family(), home()] {
            prop_assert_eq!(apply(Some(record.clone()), &choice), Some(record));
        }
    }

    #[test]
    fn what_was_kept_of_two_notes_contains_both(one in "[a-z ]{1,12}", other in "[a-z ]{1,12}") {
        let kept = both(&home_with(&one), [note(&other)].iter()).expect("notes can stand beside each other");
        let EditOp::SetDwelling(DwellingAnswer::Note(Answer::Known(text))) = kept else {
            panic!("it is a note");
        };
        prop_assert!(text.contains(&one) && text.contains(&other));
    }
}
