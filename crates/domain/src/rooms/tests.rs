// SPDX-License-Identifier: AGPL-3.0-or-later
//! What holds for records, edits and verbs of every kind. The generators are fed by the samples of all rooms, besides what
//! is drawn, so that no room stays outside.
mod apply;
mod decide;
mod images;
mod merge;
mod review;
mod secrecy;
mod told;
mod wire;

use super::{apply as applied, *};
use crate::{
    answer::Answer,
    dwelling::{DwellingAnswer, DwellingFacts, DwellingPart, DwellingPartId, DwellingState, Origin},
    household::{
        CaseState, HouseholdAnswer, HouseholdPart, HouseholdPartId, Member, MemberAnswer, MemberFacts,
        OpenOffer,
    },
    id::{DwellingId, HouseholdId, MemberId, PersonId, PlacementId},
    money::Money,
    photo::{Photo, PhotoId, PhotoStage},
    samples,
};
use proptest::{prelude::*, sample::select};
use soglia_kernel::{calendar::Timestamp, review::Resolution};
use uuid::Uuid;

fn family() -> Record {
    let (id, by) = (HouseholdId(Uuid::nil()), PersonId(Uuid::nil()));
    let mut household = Household::opened(id, "Prova", Timestamp::default(), by);
    household.members.push(member(0));
    Record::Household(household)
}

fn home() -> Record {
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

/// A record of every kind; of two kinds also one of which hardly anything is known.
fn records() -> Vec<Record> {
    let mut records = samples::records();
    records.extend([family(), home()]);
    records
}

fn member(id: u32) -> Member {
    Member {
        id: MemberId(id),
        facts: MemberFacts::default(),
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

fn placement_of(id: u128) -> PlacementId {
    PlacementId(Uuid::from_u128(id))
}

fn of_household(edit: Of<Household>) -> EditOp {
    EditOp::Household(edit)
}

fn of_dwelling(edit: Of<Dwelling>) -> EditOp {
    EditOp::Dwelling(edit)
}

fn said(fact: HouseholdAnswer) -> EditOp {
    of_household(Of::Say(fact))
}

fn note(text: &str) -> EditOp {
    of_dwelling(Of::Say(DwellingAnswer::Note(Answer::Known(text.to_owned()))))
}

/// Any edit, whether it fits a record or not: drawn, so that they often meet, or one of the samples.
fn edits() -> impl Strategy<Value = EditOp> {
    let of_samples: Vec<EditOp> = samples::edits().into_iter().map(|edit| edit.op).collect();
    prop_oneof![drawn(), select(of_samples)]
}

fn drawn() -> impl Strategy<Value = EditOp> {
    let yes = || any::<Option<bool>>().prop_map(Answer::from);
    let id = || (0_u32..3).prop_map(MemberId);
    prop_oneof![
        yes().prop_map(|yes| said(HouseholdAnswer::RegularWork(yes))),
        yes().prop_map(|yes| said(HouseholdAnswer::OwnsAdequateHome(yes))),
        (0_i64..5).prop_map(|euro| {
            said(HouseholdAnswer::NetMonthlyIncome(Answer::Known(
                Money::from_euro(euro),
            )))
        }),
        "[a-c]".prop_map(|label| said(HouseholdAnswer::Label(Answer::Known(label)))),
        (0_u32..3).prop_map(|id| of_household(Of::Put(HouseholdPart::Member(Box::new(member(id)))))),
        id().prop_map(|id| of_household(Of::Drop(HouseholdPartId::Member(id)))),
        (id(), yes()).prop_map(|(member, yes)| of_household(Of::SayOf {
            part: HouseholdPartId::Member(member),
            fact: MemberAnswer::Works(yes)
        })),
        (0_u128..3).prop_map(|id| {
            let (placement, partner) = (placement_of(id), None);
            of_household(Of::Put(HouseholdPart::Offer(Box::new(OpenOffer {
                placement,
                partner,
            }))))
        }),
        (0_u128..3).prop_map(|id| of_household(Of::Drop(HouseholdPartId::Offer(placement_of(id))))),
        (0_u128..2).prop_map(|id| {
            let into = HouseholdId(Uuid::from_u128(id));
            of_household(Of::Move(CaseState::Joined { into }))
        }),
        yes().prop_map(|yes| of_dwelling(Of::Say(DwellingAnswer::Lift(yes)))),
        yes().prop_map(|yes| of_dwelling(Of::Say(DwellingAnswer::StepFree(yes)))),
        (0_u8..3).prop_map(|number| of_dwelling(Of::Put(DwellingPart::Photo(Box::new(photo(number)))))),
        (0_u8..3).prop_map(|number| of_dwelling(Of::Drop(DwellingPartId::Photo(PhotoId([number; 32]))))),
        Just(of_dwelling(Of::Move(DwellingState::UnderWorks))),
        Just(begun(family())),
    ]
}

macro_rules! of_every_kind {
    ($($room:ident $content:ident $id:ident,)*) => {
        /// The edit with which a record begins.
        fn begun(record: Record) -> EditOp {
            match record {
                $(Record::$content(content) => EditOp::$content(Of::Begin(Box::new(content))),)*
            }
        }

        /// The edit chosen for its field, or the present value kept there.
        fn choice(op: &EditOp, is_taken: bool, closes: &[ChangeId]) -> EditOp {
            match op {
                $(EditOp::$content(edit) => EditOp::$content(Of::Resolve(Box::new(Resolution {
                    field: edit.field(),
                    chosen: is_taken.then(|| edit.clone()),
                    closes: closes.to_vec(),
                }))),)*
            }
        }

        /// Whether an edit is of the kind of a record, and the part that it is about is there.
        fn fits(record: &Record, op: &EditOp) -> bool {
            fn part_is_there<C: Content>(content: &C, edit: &Of<C>) -> bool {
                match edit {
                    Of::SayOf { part, .. } => content.holds(part),
                    Of::Resolve(resolution) => {
                        resolution.chosen.as_ref().is_none_or(|chosen| part_is_there(content, chosen))
                    }
                    Of::Begin(begun) => begun.key() == content.key(),
                    Of::Say(_) | Of::Put(_) | Of::Drop(_) | Of::Move(_) => true,
                }
            }
            match op {
                $(EditOp::$content(edit) => {
                    <$content as Room>::of(record).is_some_and(|content| part_is_there(content, edit))
                })*
            }
        }
    };
}

all_rooms!(of_every_kind);

/// A record after some edits.
fn after(record: &Record, ops: &[&EditOp]) -> Record {
    let mut record = record.clone();
    for op in ops {
        record = applied(Some(record), op).expect("a record stays");
    }
    record
}
