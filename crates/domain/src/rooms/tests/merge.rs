// SPDX-License-Identifier: AGPL-3.0-or-later
//! How an edit meets a record that somebody else changed in the meantime.
use super::*;
use crate::record::{Revision, beginning};

const MINE: DeviceId = DeviceId(Uuid::from_u128(1));
const YOURS: DeviceId = DeviceId(Uuid::from_u128(2));

/// What everybody has seen.
const SEEN: LogPosition = LogPosition(5);

/// A record created at 5.
fn stored(record: Record) -> Stored {
    beginning(record, SEEN)
}

/// The record after a change from a device, as the server keeps it.
fn accept(mut stored: Stored, op: &EditOp, device: DeviceId) -> Stored {
    let position = LogPosition(stored.position.0 + 1);
    stored.position = position;
    stored.revisions.insert(op.field(), Revision { position, device });
    stored.record = after(&stored.record, &[op]);
    stored
}

fn income(euro: i64) -> EditOp {
    said(HouseholdAnswer::NetMonthlyIncome(Answer::Known(
        Money::from_euro(euro),
    )))
}

fn works(yes: bool) -> EditOp {
    said(HouseholdAnswer::RegularWork(Answer::Known(yes)))
}

#[test]
fn different_fields_merge() {
    let theirs = accept(stored(family()), &income(900), YOURS);
    assert_eq!(works(true).meet(&theirs, SEEN, MINE), Meeting::Clear);
}

#[test]
fn the_same_value_twice_is_no_conflict() {
    let theirs = accept(stored(family()), &income(900), YOURS);
    assert_eq!(income(900).meet(&theirs, SEEN, MINE), Meeting::Merged);
}

#[test]
fn two_values_of_one_field_are_to_review() {
    let theirs = accept(stored(family()), &income(900), YOURS);
    assert_eq!(income(950).meet(&theirs, SEEN, MINE), Meeting::ToReview);
    // Not known yet is a value too: it would wipe what the other one wrote.
    let unknown = said(HouseholdAnswer::NetMonthlyIncome(Answer::NotKnownYet));
    assert_eq!(unknown.meet(&theirs, SEEN, MINE), Meeting::ToReview);
}

#[test]
fn a_value_that_the_author_had_seen_is_replaced() {
    let theirs = accept(stored(family()), &income(900), YOURS);
    assert_eq!(income(950).meet(&theirs, theirs.position, MINE), Meeting::Clear);
}

#[test]
fn a_device_does_not_meet_itself() {
    let mine = accept(stored(family()), &income(900), MINE);
    assert_eq!(income(950).meet(&mine, SEEN, MINE), Meeting::Clear);
}

#[test]
fn members_added_by_two_people_unite() {
    let add = |id| of_household(Of::Put(HouseholdPart::Member(Box::new(member(id)))));
    let theirs = accept(stored(family()), &add(7), YOURS);
    assert_eq!(add(8).meet(&theirs, SEEN, MINE), Meeting::Clear);
    assert_eq!(add(7).meet(&theirs, SEEN, MINE), Meeting::Merged);
    let both = accept(theirs, &add(8), MINE);
    let Record::Household(household) = both.record else {
        panic!("it is a household");
    };
    let members: Vec<u32> = household.members.iter().map(|member| member.id.0).collect();
    assert_eq!(members, [0, 7, 8]);
}

#[test]
fn a_part_that_two_people_took_out_or_a_state_that_two_people_moved_is_no_question() {
    for edit in samples::edits() {
        let record = samples::records()
            .into_iter()
            .find(|record| record.key() == edit.record);
        let theirs = accept(stored(record.expect("it has a record")), &edit.op, YOURS);
        assert_ne!(edit.op.meet(&theirs, SEEN, MINE), Meeting::ToReview, "{edit:?}");
    }
}

proptest! {
    #[test]
    fn what_was_applied_is_present(op in edits()) {
        for record in records() {
            if fits(&record, &op) {
                prop_assert!(op.is_present(&after(&record, &[&op])));
            }
        }
    }

    #[test]
    fn only_two_values_of_one_field_are_ever_to_review(theirs in edits(), mine in edits()) {
        for record in records() {
            let stored = accept(stored(record), &theirs, YOURS);
            // What does not fit a record was never accepted.
            if theirs.is_present(&stored.record) && mine.meet(&stored, SEEN, MINE) == Meeting::ToReview {
                prop_assert_eq!(theirs.field(), mine.field());
                prop_assert_eq!(mine.merge_rule(), MergeRule::OneValue);
                prop_assert_ne!(&theirs, &mine);
            }
        }
    }

    #[test]
    fn an_edit_of_another_kind_is_no_question(theirs in edits(), mine in edits()) {
        for record in records() {
            let stored = accept(stored(record), &theirs, YOURS);
            if !fits(&stored.record, &mine) && mine.standing(&stored.record).is_none() {
                let is_of_kind = samples::edits().iter().any(|edit| {
                    std::mem::discriminant(&edit.op) == std::mem::discriminant(&mine)
                        && edit.record.kind == stored.key.kind
                });
                prop_assert!(is_of_kind || mine.meet(&stored, SEEN, MINE) == Meeting::Merged);
            }
        }
    }
}
