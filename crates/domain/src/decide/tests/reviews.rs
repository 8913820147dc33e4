// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;
use crate::{
    dwelling::DwellingAnswer,
    edit::EditOp,
    eligibility::ResponseModel,
    household::{ChosenResponse, HouseholdAnswer},
    id::{ChangeId, DeviceId},
    record::{FieldKey, Review},
    review::{Resolution, ReviewChoice},
};

const THEIRS: ChangeId = ChangeId(Uuid::from_u128(51));
const LATER: ChangeId = ChangeId(Uuid::from_u128(52));

fn waiting(change: ChangeId, op: EditOp) -> Review {
    Review {
        field: op.field(),
        change,
        op,
        by: PersonId(Uuid::from_u128(42)),
        by_name: "Bruno".to_owned(),
        role: Role::HousingOfficer,
        device: DeviceId(Uuid::from_u128(61)),
        at: NOW,
        present: None,
    }
}

fn income(euro: i64) -> EditOp {
    EditOp::SetHousehold(HouseholdAnswer::NetMonthlyIncome(Answer::Known(
        Money::from_euro(euro),
    )))
}

fn choose(record: RecordKey, field: &FieldKey, choice: ReviewChoice, seen: &[ChangeId]) -> Action {
    Action::ResolveReview {
        record,
        field: field.clone(),
        choice,
        seen: seen.to_vec(),
    }
}

fn with(reviews: Vec<Review>) -> Known {
    Known { reviews, ..world() }
}

fn resolution(known: &Known, action: &Action) -> Resolution {
    let edits = decided(known, Role::SocialWorker, action).expect("the choice is allowed");
    match edits.as_slice() {
        [
            Edit {
                op: EditOp::Resolve(resolution),
                ..
            },
        ] => resolution.as_ref().clone(),
        _ => panic!("one choice is one edit"),
    }
}

/// F4, F5.
#[test]
fn a_person_chooses_between_two_values_and_only_what_was_seen_is_closed() {
    let known = with(vec![waiting(THEIRS, income(620)), waiting(LATER, income(640))]);
    let (key, field) = (RecordKey::Household(FAMILY), income(0).field());
    let taken = resolution(
        &known,
        &choose(key, &field, ReviewChoice::Other(THEIRS), &[THEIRS]),
    );
    assert_eq!(taken.chosen, Some(income(620)));
    assert_eq!(taken.closes, [THEIRS]);
    let kept = resolution(&known, &choose(key, &field, ReviewChoice::Present, &[]));
    assert_eq!(kept.chosen, None);
    assert_eq!(kept.closes, [THEIRS, LATER]);
}

#[test]
fn a_choice_that_somebody_else_made_before_comes_back_with_its_reason() {
    let (key, field) = (RecordKey::Household(FAMILY), income(0).field());
    for choice in [
        ReviewChoice::Present,
        ReviewChoice::Other(THEIRS),
        ReviewChoice::Both,
    ] {
        let action = choose(key, &field, choice, &[THEIRS]);
        refused(&world(), Role::SocialWorker, &action, &Refusal::ReviewClosed);
        let replaced = with(vec![waiting(LATER, income(640))]);
        refused(&replaced, Role::SocialWorker, &action, &Refusal::ReviewClosed);
    }
}

#[test]
fn both_values_are_kept_only_where_the_field_can_hold_them() {
    let (key, field) = (RecordKey::Household(FAMILY), income(0).field());
    let known = with(vec![waiting(THEIRS, income(620))]);
    let both = choose(key, &field, ReviewChoice::Both, &[THEIRS]);
    refused(&known, Role::SocialWorker, &both, &Refusal::NotBoth);
    let note = |text: &str| EditOp::SetDwelling(DwellingAnswer::Note(Answer::Known(text.to_owned())));
    let known = with(vec![waiting(THEIRS, note("scala B"))]);
    let both = choose(
        RecordKey::Dwelling(HOME),
        &note("").field(),
        ReviewChoice::Both,
        &[THEIRS],
    );
    assert_eq!(resolution(&known, &both).chosen, Some(note("scala B")));
    let long = with(vec![waiting(THEIRS, note(&"a".repeat(2_001)))]);
    refused(
        &long,
        Role::HousingOfficer,
        &both,
        &Refusal::TextTooLong { most: 2_000 },
    );
}

#[test]
fn a_choice_is_for_who_may_write_the_record() {
    let known = with(vec![waiting(THEIRS, income(620))]);
    let case = choose(
        RecordKey::Household(FAMILY),
        &income(0).field(),
        ReviewChoice::Present,
        &[],
    );
    for role in [Role::ManagingPartner, Role::Coordinator] {
        refused(&known, role, &case, &Refusal::NotYourTask { role });
    }
    let lift = EditOp::SetDwelling(DwellingAnswer::Lift(Answer::Known(true)));
    let known = with(vec![waiting(THEIRS, lift.clone())]);
    let of = |home| {
        choose(
            RecordKey::Dwelling(home),
            &lift.field(),
            ReviewChoice::Other(THEIRS),
            &[],
        )
    };
    assert!(decided(&known, Role::ManagingPartner, &of(HOME)).is_ok());
    refused(
        &known,
        Role::ManagingPartner,
        &of(OTHER_HOME),
        &Refusal::UnknownDwelling,
    );
}

#[test]
fn a_choice_never_leaves_a_proposed_rent_above_its_ceiling() {
    let mut known = world();
    act(&mut known, Role::SocialWorker, &proposal(OFFER, FAMILY));
    let smaller = EditOp::SetDwelling(DwellingAnswer::UsableArea(
        FloorArea::from_hundredths(3_000).into(),
    ));
    known.reviews = vec![waiting(THEIRS, smaller.clone())];
    let action = choose(
        RecordKey::Dwelling(HOME),
        &smaller.field(),
        ReviewChoice::Other(THEIRS),
        &[],
    );
    assert!(matches!(
        decided(&known, Role::HousingOfficer, &action),
        Err(Refusal::RentAboveCeiling { .. })
    ));
}

#[test]
fn two_responses_that_both_depart_without_a_reason_can_be_chosen_between() {
    let response = |model| {
        HouseholdAnswer::Response(Answer::Known(ChosenResponse {
            model,
            suggested: Some(model),
            reason: String::new(),
        }))
    };
    let (mine, theirs) = (
        response(ResponseModel::Capped),
        response(ResponseModel::ReducedCapped),
    );
    let mut known = with(vec![waiting(THEIRS, EditOp::SetHousehold(theirs.clone()))]);
    let key = RecordKey::Household(FAMILY);
    let before = known.remove(&key);
    let after = apply(before, &EditOp::SetHousehold(mine.clone())).expect("a household stays");
    known.insert(key, after);
    // Nothing is suggested by now, so that writing the other one anew needs a reason.
    let anew = Action::RecordAnswer {
        household: FAMILY,
        answer: theirs.clone(),
    };
    refused(&known, Role::SocialWorker, &anew, &Refusal::ReasonMissing);
    let field = FieldKey("response".to_owned());
    let taken = resolution(
        &known,
        &choose(key, &field, ReviewChoice::Other(THEIRS), &[THEIRS]),
    );
    assert_eq!(taken.chosen, Some(EditOp::SetHousehold(theirs)));
    // Stating the present one again, as older versions do, needs no new reason either.
    let again = Action::RecordAnswer {
        household: FAMILY,
        answer: mine,
    };
    assert_eq!(decided(&known, Role::SocialWorker, &again), Ok(Vec::new()));
}
