// SPDX-License-Identifier: AGPL-3.0-or-later
//! Applying never fails, edits of different fields may come in any order, and the same edit twice is the same as once.
use super::*;
use proptest::collection::vec;

/// Whether two edits write into different fields, and neither makes or removes what the other one writes into.
fn is_apart(one: &EditOp, other: &EditOp) -> bool {
    let (one, other) = (one.field().0, other.field().0);
    one != other && !one.starts_with(&format!("{other}/")) && !other.starts_with(&format!("{one}/"))
}

/// The same content, whatever the order in which its parts came in.
fn sorted(mut record: Record) -> Record {
    match &mut record {
        Record::Household(household) => {
            household.members.sort_by_key(|member| member.id);
            household.open.sort_by_key(|offer| offer.placement);
            household.distinct.sort();
            household.referrals.sort_by_key(|open| open.referral);
        }
        Record::Dwelling(dwelling) => dwelling.photos.sort_by_key(|photo| photo.id),
        Record::CityRules(rules) => {
            rules.amendments.sort_by_key(|amendment| amendment.id);
            rules.scenarios.sort_by_key(|scenario| scenario.id);
        }
        Record::Plan(plan) => {
            plan.goals.sort_by_key(|goal| goal.id);
            plan.reviews.sort_by_key(|review| review.id);
            plan.signatures.sort_by_key(|signature| signature.number);
            plan.follow_ups.sort_by_key(|follow_up| follow_up.after);
        }
        Record::Case(case) => case.steps.sort_by_key(|step| step.number),
        Record::Visit(visit) => {
            visit.checks.sort();
            visit.attempts.sort_by_key(|attempt| attempt.id);
        }
        Record::Placement(_)
        | Record::DiaryEntry(_)
        | Record::FundingSource(_)
        | Record::Commitment(_)
        | Record::Assessment(_)
        | Record::Referral(_)
        | Record::SharedLink(_)
        | Record::Task(_) => {}
    }
    record
}

proptest! {
    #[test]
    fn a_record_keeps_its_kind_and_identity_whatever_comes(ops in vec(edits(), 0..12)) {
        for record in records() {
            let ops: Vec<&EditOp> = ops.iter().collect();
            prop_assert_eq!(after(&record, &ops).key(), record.key());
        }
    }

    #[test]
    fn the_same_edit_twice_is_the_same_as_once(before in vec(edits(), 0..6), op in edits()) {
        for record in records() {
            let before: Vec<&EditOp> = before.iter().collect();
            let record = after(&record, &before);
            prop_assert_eq!(after(&record, &[&op, &op]), after(&record, &[&op]));
        }
    }

    #[test]
    fn edits_of_different_fields_may_come_in_any_order(
        before in vec(edits(), 0..6),
        one in edits(),
        other in edits(),
    ) {
        prop_assume!(is_apart(&one, &other));
        for record in records() {
            let before: Vec<&EditOp> = before.iter().collect();
            let record = after(&record, &before);
            prop_assert_eq!(
                sorted(after(&record, &[&one, &other])),
                sorted(after(&record, &[&other, &one]))
            );
        }
    }
}

#[test]
fn a_record_begins_with_its_creation_and_is_not_created_again() {
    for record in records() {
        for edit in samples::edits().iter().filter(|edit| !edit.op.begins()) {
            assert_eq!(applied(None, &edit.op), None, "{edit:?}");
        }
        let made = applied(None, &begun(record.clone()));
        assert_eq!(made, Some(record));
    }
    let renamed = said(HouseholdAnswer::Label(Answer::Known("Altro".to_owned())));
    let named = applied(Some(family()), &renamed);
    assert_ne!(named, Some(family()));
    assert_eq!(applied(named.clone(), &begun(family())), named);
}

#[test]
fn an_edit_of_another_kind_changes_nothing() {
    for record in records() {
        for edit in samples::edits() {
            if edit.record.kind != record.key().kind {
                assert_eq!(after(&record, &[&edit.op]), record, "{edit:?}");
            }
        }
    }
}
