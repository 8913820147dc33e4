// SPDX-License-Identifier: AGPL-3.0-or-later
//! Applying never fails, edits of different fields may come in any order, and the same edit twice is the same as once.
use super::*;
use crate::{
    answer::Answer,
    calendar::Timestamp,
    dwelling::{DwellingAnswer, DwellingFacts, DwellingState, Origin},
    household::{
        HouseholdAnswer, HouseholdFacts, Member, MemberAnswer, MemberFacts, Offer, OfferState, RentTier,
    },
    id::{DwellingId, HouseholdId, MemberId, OfferId, PersonId},
    money::Money,
    photo::{Photo, PhotoId, PhotoStage},
};
use proptest::{collection::vec, prelude::*};
use uuid::Uuid;

pub(crate) fn family() -> Record {
    Record::Household(Household {
        id: HouseholdId(Uuid::nil()),
        label: "Prova".to_owned(),
        demonstration: false,
        opened_at: Timestamp::default(),
        opened_by: PersonId(Uuid::nil()),
        members: vec![Member {
            id: MemberId(0),
            facts: MemberFacts::default(),
        }],
        facts: HouseholdFacts::default(),
        offers: Vec::new(),
        joined: None,
        distinct: Vec::new(),
    })
}

pub(crate) fn home() -> Record {
    Record::Dwelling(Dwelling {
        id: DwellingId(Uuid::nil()),
        code: "C-0001".to_owned(),
        origin: Origin::Municipal,
        demonstration: false,
        state: DwellingState::Ready,
        facts: DwellingFacts::default(),
        photos: Vec::new(),
    })
}

fn offer(id: u128) -> Offer {
    Offer {
        id: OfferId(Uuid::from_u128(id)),
        dwelling: DwellingId(Uuid::nil()),
        dwelling_code: String::new(),
        tier: RentTier::Capped,
        monthly_rent: None,
        service_charges: None,
        until: None,
        partner: None,
        by: PersonId(Uuid::nil()),
        by_name: String::new(),
        at: Timestamp::default(),
        note: String::new(),
        state: OfferState::Proposed,
        certificate: None,
        basis: None,
    }
}

fn photo(number: u8) -> Photo {
    Photo {
        id: PhotoId([number; 32]),
        size: 1,
        media_type: "image/jpeg".to_owned(),
        taken: Timestamp::default().day(),
        stage: PhotoStage::Other,
        caption: String::new(),
    }
}

/// Any edit, whether it fits the record or not.
pub(crate) fn edits() -> impl Strategy<Value = EditOp> {
    let yes = || any::<Option<bool>>().prop_map(Answer::from);
    let id = || (0_u32..3).prop_map(MemberId);
    prop_oneof![
        yes().prop_map(|yes| EditOp::SetHousehold(HouseholdAnswer::RegularWork(yes))),
        yes().prop_map(|yes| EditOp::SetHousehold(HouseholdAnswer::OwnsAdequateHome(yes))),
        (0_i64..5).prop_map(|euro| {
            EditOp::SetHousehold(HouseholdAnswer::NetMonthlyIncome(Answer::Known(
                Money::from_euro(euro),
            )))
        }),
        "[a-c]".prop_map(EditOp::SetLabel),
        id().prop_map(|id| EditOp::AddMember(Member {
            id,
            facts: MemberFacts::default()
        })),
        id().prop_map(EditOp::RemoveMember),
        (id(), yes()).prop_map(|(member, yes)| EditOp::SetMember {
            member,
            answer: MemberAnswer::Works(yes)
        }),
        (0_u128..3).prop_map(|id| EditOp::AddOffer(Box::new(offer(id)))),
        (0_u128..3).prop_map(|id| EditOp::MoveOffer {
            offer: OfferId(Uuid::from_u128(id)),
            to: OfferState::Withdrawn {
                reason: String::new()
            },
        }),
        yes().prop_map(|yes| EditOp::SetDwelling(DwellingAnswer::Lift(yes))),
        yes().prop_map(|yes| EditOp::SetDwelling(DwellingAnswer::StepFree(yes))),
        (0_u8..3).prop_map(|number| EditOp::AddPhoto(Box::new(photo(number)))),
        (0_u8..3).prop_map(|number| EditOp::RemovePhoto(PhotoId([number; 32]))),
        Just(EditOp::MoveDwelling(DwellingState::UnderWorks)),
        Just(EditOp::Create(Box::new(family()))),
    ]
}

fn after(record: &Record, ops: &[&EditOp]) -> Option<Record> {
    let mut record = Some(record.clone());
    for op in ops {
        record = apply(record, op);
    }
    record
}

/// Whether two edits write into different fields, and neither makes or removes what the other one writes into.
fn is_apart(one: &EditOp, other: &EditOp) -> bool {
    let (one, other) = (one.field().0, other.field().0);
    one != other && !one.starts_with(&format!("{other}/")) && !other.starts_with(&format!("{one}/"))
}

/// The same content, whatever the order in which members, proposals and photos came in.
fn sorted(record: Option<Record>) -> Option<Record> {
    record.map(|mut record| {
        if let Record::Household(household) = &mut record {
            household.members.sort_by_key(|member| member.id);
            household.offers.sort_by_key(|offer| offer.id);
        }
        if let Record::Dwelling(dwelling) = &mut record {
            dwelling.photos.sort_by_key(|photo| photo.id);
        }
        record
    })
}

proptest! {
    #[test]
    fn a_record_keeps_its_kind_and_identity_whatever_comes(ops in vec(edits(), 0..12)) {
        for record in [family(), home()] {
            let ops: Vec<&EditOp> = ops.iter().collect();
            let later = after(&record, &ops);
            prop_assert_eq!(later.map(|later| later.key()), Some(record.key()));
        }
    }

    #[test]
    fn the_same_edit_twice_is_the_same_as_once(before in vec(edits(), 0..6), op in edits()) {
        for record in [family(), home()] {
            let before: Vec<&EditOp> = before.iter().collect();
            let record = after(&record, &before).unwrap_or(record);
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
        for record in [family(), home()] {
            let before: Vec<&EditOp> = before.iter().collect();
            let record = after(&record, &before).unwrap_or(record);
            prop_assert_eq!(
                sorted(after(&record, &[&one, &other])),
                sorted(after(&record, &[&other, &one]))
            );
        }
    }
}

#[test]
fn a_record_begins_with_its_creation_and_is_not_created_again() {
    let renamed = EditOp::SetLabel("Altro".to_owned());
    assert_eq!(apply(None, &renamed), None);
    let made = apply(None, &EditOp::Create(Box::new(family())));
    assert_eq!(made, Some(family()));
    let named = apply(made, &renamed);
    assert_eq!(apply(named.clone(), &EditOp::Create(Box::new(family()))), named);
}
