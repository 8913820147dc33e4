// SPDX-License-Identifier: AGPL-3.0-or-later
//! Stories of a garden bed: what follows from the shape of an edit.
use super::*;
use crate::{
    content::{Fact, Part, PartId},
    id::DeviceId,
    merge::{Meeting, MergeRule, meet},
    question::Question,
    review::{Resolution, both},
    samples::{Pieces, choosings, edits},
    stored::{LogPosition, Revision, Stored},
    verb::Verb as _,
};

const MINE: DeviceId = DeviceId(Uuid::from_u128(1));
const YOURS: DeviceId = DeviceId(Uuid::from_u128(2));

#[test]
fn the_field_of_an_edit_follows_from_its_shape() {
    let watered = PlantFact::Watered(true_answer());
    let of_plant = BedPartId::Plant(7);
    let fields: Vec<String> = [
        Edit::Begin(Box::new(bed())),
        note("a"),
        Edit::SayOf {
            part: of_plant,
            fact: watered,
        },
        Edit::Drop(of_plant),
        Edit::Move(BedState::Bare),
    ]
    .iter()
    .map(|edit: &Edit<Bed>| edit.field().0)
    .collect();
    assert_eq!(
        fields,
        ["created", "note", "plants/7/watered", "plants/7", "state"]
    );
}

fn true_answer() -> crate::answer::Answer<bool> {
    crate::answer::Answer::Known(true)
}

#[test]
fn two_notes_stand_beside_each_other_and_two_numbers_do_not() {
    let mut here = bed();
    note("dry").apply(&mut here);
    let both_notes = both(&here, [note("shady"), note("dry")].iter()).expect("notes join");
    both_notes.apply(&mut here);
    assert_eq!(here.facts.note.known().map(String::as_str), Some("dry; shady"));
    let hours = Edit::Say(BedFact::Hours(crate::answer::Answer::Known(3)));
    assert!(!hours.allows_both());
    assert_eq!(both(&here, [hours].iter()), None);
}

#[test]
fn a_value_written_elsewhere_meets_this_one() {
    let mut here = bed();
    let mut stored: Stored<(), Edit<Bed>> = Stored {
        key: here.key(),
        version: 1,
        roots: Vec::new(),
        position: LogPosition(5),
        created: LogPosition(5),
        last_by: String::new(),
        last_at: Default::default(),
        revisions: Default::default(),
        reviews: Vec::new(),
        record: (),
    };
    note("dry").apply(&mut here);
    stored.revisions.insert(
        FieldKey("note".to_owned()),
        Revision {
            position: LogPosition(6),
            device: YOURS,
        },
    );
    let meeting = |edit: &Edit<Bed>, seen, device| meet(&stored, &here, edit, LogPosition(seen), device);
    assert_eq!(meeting(&note("wet"), 5, MINE), Meeting::ToReview);
    assert_eq!(meeting(&note("dry"), 5, MINE), Meeting::Merged);
    assert_eq!(meeting(&note("wet"), 6, MINE), Meeting::Clear);
    assert_eq!(meeting(&note("wet"), 5, YOURS), Meeting::Clear);
    assert_eq!(meeting(&Edit::Move(BedState::Bare), 5, MINE), Meeting::Clear);
}

#[test]
fn a_choice_closes_what_its_author_saw() {
    let change = crate::id::ChangeId(Uuid::from_u128(9));
    let resolved: Edit<Bed> = Edit::Resolve(Box::new(Resolution {
        field: FieldKey("note".to_owned()),
        chosen: Some(note("dry")),
        closes: vec![change],
    }));
    let field = FieldKey("note".to_owned());
    assert!(resolved.closes(&field, change));
    assert!(!resolved.closes(&field, crate::id::ChangeId(Uuid::nil())));
    assert!(note("any").closes(&field, crate::id::ChangeId(Uuid::nil())));
    assert_eq!(resolved.merge_rule(), MergeRule::Resolution);
}

#[test]
fn what_is_not_told_is_not_there() {
    let mut here = bed();
    note("secret").apply(&mut here);
    here.redact(&Reader {
        role: crate::author::Role::ManagingPartner,
        organisation: crate::id::OrganisationId(Uuid::nil()),
    });
    assert!(here.facts.note.is_not_asked());
}

#[test]
fn a_question_arises_where_another_answer_asks_for_it() {
    let mut facts = BedFacts::default();
    assert!(!facts.arises(BedQuestion::Hours));
    facts.sunny = true_answer();
    assert!(facts.arises(BedQuestion::Hours));
    assert_eq!(
        BedTopic::Place.questions(),
        [BedQuestion::Sunny, BedQuestion::Hours]
    );
}

#[test]
fn a_fact_is_checked_by_its_shape() {
    let today = crate::calendar::Day::constant(2026, 3, 10);
    let hours = |n| BedFact::Hours(crate::answer::Answer::Known(n)).check_shape(today);
    assert_eq!(hours(24), Ok(()));
    assert_eq!(hours(25), Err(crate::refusal::Refusal::OutOfRange));
    let dug = BedFact::Dug(crate::answer::Answer::Known(today.plus_days(2)));
    assert_eq!(dug.check_shape(today), Err(crate::refusal::Refusal::DateInFuture));
    let said = crate::answer::Answer::Known(crate::said::Said::Whole(7));
    assert_eq!(
        BedQuestion::Hours.answer(&said),
        Some(BedFact::Hours(crate::answer::Answer::Known(7)))
    );
    assert_eq!(BedQuestion::Sunny.answer(&said), None);
}

#[test]
fn a_verb_says_who_may_do_it_and_what_it_names() {
    let sell = Verb::Sell {
        to: BedId(Uuid::from_u128(3)),
    };
    assert_eq!(sell.names(), [BedId(Uuid::from_u128(3)).key()]);
    assert_eq!(sell.who().place, crate::access::Place::Server);
    assert!(!sell.who().allows(crate::author::Role::SocialWorker));
    let say = Verb::Say(BedFact::Sunny(true_answer()));
    assert!(say.who().allows(crate::author::Role::SocialWorker));
    assert_eq!(say.stated(), Some(Edit::Say(BedFact::Sunny(true_answer()))));
    assert_eq!(Verb::TABLE.len(), 2);
}

#[test]
fn on_the_wire_an_edit_is_its_shape_and_what_it_carries() {
    let wire = |edit: &Edit<Bed>| serde_json::to_string(edit).expect("it can be written");
    assert_eq!(wire(&note("dry")), r#"{"say":{"note":"dry"}}"#);
    assert_eq!(wire(&Edit::Drop(BedPartId::Plant(7))), r#"{"drop":{"plant":7}}"#);
    let moved = Edit::Move(BedState::Planted { by: "me".to_owned() });
    assert_eq!(wire(&moved), r#"{"move":{"planted":{"by":"me"}}}"#);
    let back: Edit<Bed> = serde_json::from_str(&wire(&moved)).expect("it can be read");
    assert_eq!(back, moved);
    let fact = BedFact::Note(crate::answer::Answer::NotKnownYet);
    assert_eq!((fact.field(), fact.free_text().is_some()), ("note", true));
    assert_eq!(
        BedPart::Neighbour(Box::new(BedId(Uuid::nil()))).id().path().len(),
        47
    );
}

#[test]
fn the_samples_of_a_room_have_every_shape() {
    let (plant, other) = (
        Plant {
            id: 7,
            facts: PlantFacts::default(),
        },
        BedId(Uuid::from_u128(2)),
    );
    let all = edits(Pieces {
        record: bed(),
        facts: crate::every!(BedFact {
            Sunny => BedFact::Sunny(true_answer()),
            Hours => BedFact::Hours(Answer::Known(3)),
            Note => BedFact::Note(Answer::Known("dry".to_owned())),
            Dug => BedFact::Dug(Answer::NotKnownYet),
        }),
        part_facts: vec![(BedPartId::Plant(7), PlantFact::Watered(true_answer()))],
        parts: crate::every!(BedPart {
            Plant => BedPart::Plant(Box::new(plant.clone())),
            Neighbour => BedPart::Neighbour(Box::new(other)),
        }),
        states: vec![BedState::Bare],
    });
    let shape = |edit: &Edit<Bed>| match edit {
        Edit::Begin(_) => "begin",
        Edit::Say(_) => "say",
        Edit::SayOf { .. } => "say_of",
        Edit::Put(_) => "put",
        Edit::Drop(_) => "drop",
        Edit::Move(_) => "move",
        Edit::Resolve(resolution) if resolution.chosen.is_some() => "resolve",
        Edit::Resolve(_) => "keep",
    };
    let shapes: Vec<&str> = all.iter().map(shape).collect();
    assert_eq!(
        shapes,
        [
            "begin", "say", "say", "say", "say", "say_of", "put", "put", "drop", "drop", "move", "resolve",
            "keep", "resolve", "keep"
        ]
    );
    assert_eq!(choosings("note").len(), 3);
}

#[test]
fn variants_that_cannot_be_need_no_value() {
    #[derive(Debug, PartialEq)]
    enum Door {
        Open,
        Locked(crate::never::Never),
    }
    assert_eq!(crate::every!(Door { Open => Door::Open }), [Door::Open]);
    let locked: fn(crate::never::Never) -> Door = Door::Locked;
    let _ = locked;
}

/// How many questions of a table arise, and how many were asked, whatever the table.
fn counted<Q: Question>(questions: &[Q], facts: &Q::Facts) -> (usize, usize) {
    let arising = questions.iter().filter(|question| question.arises(facts));
    let asked = arising.clone().filter(|question| !question.is_not_asked(facts));
    (arising.count(), asked.count())
}

#[test]
fn a_form_asks_any_table_without_knowing_it() {
    let facts = BedFacts {
        sunny: true_answer(),
        ..BedFacts::default()
    };
    assert_eq!(counted(BedTopic::Place.questions(), &facts), (2, 1));
    assert_eq!(
        counted(PlantTopic::Growth.questions(), &PlantFacts::default()),
        (1, 0)
    );
    let sunny = BedFact::Sunny(true_answer());
    assert_eq!(<BedQuestion as Question>::of(&sunny), BedQuestion::Sunny);
    let said = <BedQuestion as Question>::said(&sunny);
    assert_eq!(
        said,
        Some(crate::answer::Answer::Known(crate::said::Said::YesNo(true)))
    );
}
