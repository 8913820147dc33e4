// SPDX-License-Identifier: AGPL-3.0-or-later
//! Stories of choices between two values.
use super::*;
use crate::{
    action::Action,
    answer::Answer,
    author::Role,
    context::Known,
    dwelling::{self, DwellingAnswer},
    household::{ChosenResponse, HouseholdAnswer, ResponseModel},
    id::{ChangeId, DeviceId, DwellingId, PersonId},
    money::Money,
    placement,
    record::{FieldKey, Identity, Key},
    rooms::{EditOp, Verb, apply},
    world::{FAMILY, HOME, NOW, OFFER, OTHER_HOME, act, answer, decided, offer, refused, world},
};
use soglia_kernel::area::FloorArea;
use uuid::Uuid;

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

fn said(fact: HouseholdAnswer) -> EditOp {
    EditOp::Household(Of::Say(fact))
}

fn said_of_home(fact: DwellingAnswer) -> EditOp {
    EditOp::Dwelling(Of::Say(fact))
}

fn income(euro: i64) -> EditOp {
    said(HouseholdAnswer::NetMonthlyIncome(Answer::Known(
        Money::from_euro(euro),
    )))
}

fn choose(record: Key, field: &FieldKey, choice: ReviewChoice, seen: &[ChangeId]) -> Action {
    let choosing = Choosing {
        field: field.clone(),
        choice,
        seen: seen.to_vec(),
    };
    let verb = Verb::choose(record.kind, choosing).expect("the kind is known");
    Action::on_key(record, verb)
}

fn with(reviews: Vec<Review>) -> Known {
    Known { reviews, ..world() }
}

/// What one choice leads to.
struct Taken {
    chosen: Option<EditOp>,
    closes: Vec<ChangeId>,
}

impl Taken {
    fn of<C: Room>(edit: &Of<C>) -> Self {
        let Of::Resolve(resolution) = edit else {
            panic!("a choice is a choice");
        };
        Self {
            chosen: resolution.chosen.clone().map(C::op),
            closes: resolution.closes.clone(),
        }
    }
}

#[track_caller]
fn resolution(known: &Known, action: &Action) -> Taken {
    let edits = decided(known, Role::SocialWorker, action).expect("the choice is allowed");
    assert_eq!(edits.len(), 1, "one choice is one edit");
    match &edits[0].op {
        EditOp::Household(edit) => Taken::of(edit),
        EditOp::Dwelling(edit) => Taken::of(edit),
        _ => panic!("these stories choose in households and dwellings"),
    }
}

/// F4, F5.
#[test]
fn a_person_chooses_between_two_values_and_only_what_was_seen_is_closed() {
    let known = with(vec![waiting(THEIRS, income(620)), waiting(LATER, income(640))]);
    let (key, field) = (FAMILY.key(), income(0).field());
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
    let (key, field) = (FAMILY.key(), income(0).field());
    for choice in [
        ReviewChoice::Present,
        ReviewChoice::Other(THEIRS),
        ReviewChoice::Both,
    ] {
        let action = choose(key, &field, choice, &[THEIRS]);
        refused(&world(), Role::SocialWorker, &action, Common::ReviewClosed);
        let replaced = with(vec![waiting(LATER, income(640))]);
        refused(&replaced, Role::SocialWorker, &action, Common::ReviewClosed);
    }
}

#[test]
fn both_values_are_kept_only_where_the_field_can_hold_them() {
    let (key, field) = (FAMILY.key(), income(0).field());
    let known = with(vec![waiting(THEIRS, income(620))]);
    let both = choose(key, &field, ReviewChoice::Both, &[THEIRS]);
    refused(&known, Role::SocialWorker, &both, Common::NotBoth);
    let note = |text: &str| said_of_home(DwellingAnswer::Note(Answer::Known(text.to_owned())));
    let known = with(vec![waiting(THEIRS, note("scala B"))]);
    let both = choose(HOME.key(), &note("").field(), ReviewChoice::Both, &[THEIRS]);
    assert_eq!(resolution(&known, &both).chosen, Some(note("scala B")));
    let long = with(vec![waiting(THEIRS, note(&"a".repeat(2_001)))]);
    refused(
        &long,
        Role::HousingOfficer,
        &both,
        Common::TextTooLong { most: 2_000 },
    );
}

#[test]
fn a_choice_is_for_who_may_write_the_record() {
    let known = with(vec![waiting(THEIRS, income(620))]);
    let case = choose(FAMILY.key(), &income(0).field(), ReviewChoice::Present, &[]);
    for role in [Role::ManagingPartner, Role::Coordinator] {
        refused(&known, role, &case, Common::NotYourTask { role });
    }
    let lift = said_of_home(DwellingAnswer::Lift(Answer::Known(true)));
    let known = with(vec![waiting(THEIRS, lift.clone())]);
    let of = |home: DwellingId| {
        choose(
            Identity::key(home),
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
        dwelling::Refusal::Unknown,
    );
}

#[test]
fn a_choice_never_leaves_the_rent_of_an_offer_above_its_ceiling() {
    let mut known = world();
    act(&mut known, Role::SocialWorker, &offer(OFFER, FAMILY));
    let smaller = said_of_home(DwellingAnswer::UsableArea(
        FloorArea::from_hundredths(3_000).into(),
    ));
    known.reviews = vec![waiting(THEIRS, smaller.clone())];
    let action = choose(HOME.key(), &smaller.field(), ReviewChoice::Other(THEIRS), &[]);
    assert!(matches!(
        decided(&known, Role::HousingOfficer, &action),
        Err(Refusal::Placement(placement::Refusal::RentAboveCeiling { .. }))
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
    let mut known = with(vec![waiting(THEIRS, said(theirs.clone()))]);
    let key = FAMILY.key();
    let before = known.remove(&key);
    let after = apply(before, &said(mine.clone())).expect("a household stays");
    known.insert(key, after);
    // Nothing is suggested by now, so that writing the other one anew needs a reason.
    let anew = answer(theirs.clone());
    refused(&known, Role::SocialWorker, &anew, Common::ReasonMissing);
    let field = FieldKey("response".to_owned());
    let taken = resolution(
        &known,
        &choose(key, &field, ReviewChoice::Other(THEIRS), &[THEIRS]),
    );
    assert_eq!(taken.chosen, Some(said(theirs)));
    // Stating the present one again, as older versions do, needs no new reason either.
    let again = answer(mine);
    assert_eq!(decided(&known, Role::SocialWorker, &again), Ok(Vec::new()));
}
