// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;
use crate::{
    answer::Answer,
    apply::{
        apply,
        tests::{edits, family, home},
    },
    calendar::Timestamp,
    household::{HouseholdAnswer, Member, MemberFacts},
    id::MemberId,
    money::Money,
    record::Revision,
};
use proptest::prelude::*;
use std::collections::BTreeMap;
use uuid::Uuid;

const MINE: DeviceId = DeviceId(Uuid::from_u128(1));
const YOURS: DeviceId = DeviceId(Uuid::from_u128(2));

/// What everybody has seen.
const SEEN: LogPosition = LogPosition(5);

/// A record created at 5.
fn stored(record: Record) -> Stored {
    Stored {
        record,
        position: SEEN,
        created: SEEN,
        last_by: String::new(),
        last_at: Timestamp::default(),
        revisions: BTreeMap::new(),
        reviews: Vec::new(),
    }
}

/// The record after a change from a device, as the server keeps it.
fn accept(mut stored: Stored, op: &EditOp, device: DeviceId) -> Stored {
    let position = LogPosition(stored.position.0 + 1);
    stored.position = position;
    stored.revisions.insert(op.field(), Revision { position, device });
    if let Some(record) = apply(Some(stored.record.clone()), op) {
        stored.record = record;
    }
    stored
}

fn income(euro: i64) -> EditOp {
    EditOp::SetHousehold(HouseholdAnswer::NetMonthlyIncome(Answer::Known(
        Money::from_euro(euro),
    )))
}

fn works(yes: bool) -> EditOp {
    EditOp::SetHousehold(HouseholdAnswer::RegularWork(Answer::Known(yes)))
}

#[test]
fn different_fields_merge() {
    let theirs = accept(stored(family()), &income(900), YOURS);
    assert_eq!(meet(&theirs, &works(true), SEEN, MINE), Meeting::Clear);
}

#[test]
fn the_same_value_twice_is_no_conflict() {
    let theirs = accept(stored(family()), &income(900), YOURS);
    assert_eq!(meet(&theirs, &income(900), SEEN, MINE), Meeting::Merged);
}

#[test]
fn two_values_of_one_field_are_to_review() {
    let theirs = accept(stored(family()), &income(900), YOURS);
    assert_eq!(meet(&theirs, &income(950), SEEN, MINE), Meeting::ToReview);
    // Not known yet is a value too: it would wipe what the other one wrote.
    let unknown = EditOp::SetHousehold(HouseholdAnswer::NetMonthlyIncome(Answer::NotKnownYet));
    assert_eq!(meet(&theirs, &unknown, SEEN, MINE), Meeting::ToReview);
}

#[test]
fn a_value_that_the_author_had_seen_is_replaced() {
    let theirs = accept(stored(family()), &income(900), YOURS);
    assert_eq!(meet(&theirs, &income(950), theirs.position, MINE), Meeting::Clear);
}

#[test]
fn a_device_does_not_meet_itself() {
    let mine = accept(stored(family()), &income(900), MINE);
    assert_eq!(meet(&mine, &income(950), SEEN, MINE), Meeting::Clear);
}

#[test]
fn members_added_by_two_people_unite() {
    let add = |id| {
        EditOp::AddMember(Member {
            id: MemberId(id),
            facts: MemberFacts::default(),
        })
    };
    let theirs = accept(stored(family()), &add(7), YOURS);
    assert_eq!(meet(&theirs, &add(8), SEEN, MINE), Meeting::Clear);
    assert_eq!(meet(&theirs, &add(7), SEEN, MINE), Meeting::Merged);
    let both = accept(theirs, &add(8), MINE);
    let Record::Household(household) = both.record else {
        panic!("it is a household");
    };
    assert_eq!(
        household
            .members
            .iter()
            .map(|member| member.id.0)
            .collect::<Vec<_>>(),
        [0, 7, 8]
    );
}

proptest! {
    #[test]
    fn what_was_applied_is_present(op in edits()) {
        for record in [family(), home()] {
            let fits = !matches!(op, EditOp::Create(_) | EditOp::MoveOffer { .. } | EditOp::SetMember { .. });
            let of_dwelling = matches!(
                op,
                EditOp::SetDwelling(_)
                    | EditOp::MoveDwelling(_)
                    | EditOp::AddPhoto(_)
                    | EditOp::RemovePhoto(_)
            );
            let is_home = matches!(record, Record::Dwelling(_));
            if fits && of_dwelling == is_home {
                let later = apply(Some(record), &op).expect("the record stays");
                prop_assert!(is_present(&later, &op));
            }
        }
    }

    #[test]
    fn only_two_values_of_one_field_are_ever_to_review(theirs in edits(), mine in edits()) {
        let stored = accept(stored(family()), &theirs, YOURS);
        // What does not fit a household was never accepted.
        prop_assume!(is_present(&stored.record, &theirs));
        if meet(&stored, &mine, SEEN, MINE) == Meeting::ToReview {
            prop_assert_eq!(theirs.field(), mine.field());
            prop_assert_eq!(merge_rule(&mine), MergeRule::OneValue);
            prop_assert_ne!(theirs, mine);
        }
    }
}
