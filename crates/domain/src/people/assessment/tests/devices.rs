// SPDX-License-Identifier: AGPL-3.0-or-later
//! Two people write in one assessment without having seen each other.
use super::*;
use crate::{
    id::{ChangeId, DeviceId},
    record::{FieldKey, LogPosition, Review, Revision, beginning},
    rooms::{EditOp, Room as _, Stored, apply},
};
use soglia_kernel::{
    edit::Edit,
    merge::Meeting,
    review::{Choosing, ReviewChoice},
};

const MINE: DeviceId = DeviceId(Uuid::from_u128(1));
const YOURS: DeviceId = DeviceId(Uuid::from_u128(2));
const THEIRS: ChangeId = ChangeId(Uuid::from_u128(51));

fn op(fact: AssessmentAnswer) -> EditOp {
    Assessment::op(Edit::Say(fact))
}

/// The record after a change from your device, which mine has not seen.
fn after_yours(op: &EditOp) -> Stored {
    let mut stored = beginning(samples::record().into_record(), LogPosition(5));
    let position = LogPosition(6);
    stored.position = position;
    stored.revisions.insert(
        op.field(),
        Revision {
            position,
            device: YOURS,
        },
    );
    stored.record = apply(Some(stored.record), op).expect("the record stays");
    stored
}

#[test]
fn two_domains_written_on_two_devices_both_stand() {
    let stored = after_yours(&op(housing(4)));
    let mine = op(AssessmentAnswer::Network(Answer::Known(2)));
    assert_eq!(mine.meet(&stored, LogPosition(5), MINE), Meeting::Clear);
    let both = apply(Some(stored.record), &mine).expect("the record stays");
    let both = Assessment::of(&both).expect("it is an assessment");
    assert_eq!(both.facts.level(NeedDomain::Housing), Some(4));
    assert_eq!(both.facts.level(NeedDomain::Network), Some(2));
}

#[test]
fn two_levels_of_one_domain_wait_for_a_person_and_the_same_level_does_not() {
    let stored = after_yours(&op(housing(4)));
    let meeting = |level| op(housing(level)).meet(&stored, LogPosition(5), MINE);
    assert_eq!(meeting(2), Meeting::ToReview);
    assert_eq!(meeting(4), Meeting::Merged);
}

/// A draft or a closed assessment in which another evidence waits for a choice.
fn with_review(mut known: Known, text: &str) -> Known {
    let op = op(AssessmentAnswer::HousingEvidence(Answer::Known(text.to_owned())));
    known.reviews = vec![Review {
        field: op.field(),
        change: THEIRS,
        op,
        by: author(OFFICER).person,
        by_name: "Bruno".to_owned(),
        role: OFFICER,
        device: YOURS,
        at: NOW,
        present: None,
    }];
    known
}

fn choose(choice: ReviewChoice) -> Action {
    let choosing = Choosing {
        field: FieldKey("housing_evidence".to_owned()),
        choice,
        seen: vec![THEIRS],
    };
    Action::on(FIRST, Verb::Resolve(choosing))
}

#[test]
fn both_evidences_are_kept_as_far_as_they_fit() {
    let mut known = with_draft();
    let present = AssessmentAnswer::HousingEvidence(Answer::Known("a".repeat(600)));
    act(&mut known, WORKER, &said(present));
    let fits = with_review(known.clone(), "b");
    assert!(decided(&fits, WORKER, &choose(ReviewChoice::Both)).is_ok());
    let long = with_review(known, &"b".repeat(600));
    let most = 1_000;
    refused(
        &long,
        WORKER,
        &choose(ReviewChoice::Both),
        Common::TextTooLong { most },
    );
}

#[test]
fn after_the_closing_a_choice_keeps_what_stands_and_writes_nothing() {
    let known = with_review(with_closed(), "sfratto rinviato");
    for choice in [ReviewChoice::Other(THEIRS), ReviewChoice::Both] {
        refused(&known, WORKER, &choose(choice), Refusal::Closed);
    }
    assert!(decided(&known, WORKER, &choose(ReviewChoice::Present)).is_ok());
}
