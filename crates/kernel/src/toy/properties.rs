// SPDX-License-Identifier: AGPL-3.0-or-later
//! What holds for edits of any kind, tried on the toy room with every shape.
use super::*;
use crate::{merge::MergeRule, review::Resolution};
use proptest::{collection::vec, prelude::*};

fn edits() -> impl Strategy<Value = Edit<Bed>> {
    let yes = || any::<Option<bool>>().prop_map(Answer::from);
    let plant = || (0_u32..3).prop_map(BedPartId::Plant);
    let neighbour = || (0_u128..3).prop_map(|id| BedId(Uuid::from_u128(id)));
    let plain = prop_oneof![
        Just(Edit::Begin(Box::new(bed()))),
        yes().prop_map(|yes| Edit::Say(BedFact::Sunny(yes))),
        (0_u8..3).prop_map(|hours| Edit::Say(BedFact::Hours(Answer::Known(hours)))),
        "[a-c]".prop_map(|text| note(&text)),
        (plant(), yes()).prop_map(|(part, yes)| Edit::SayOf {
            part,
            fact: PlantFact::Watered(yes)
        }),
        (0_u32..3).prop_map(|id| Edit::Put(BedPart::Plant(Box::new(Plant {
            id,
            facts: PlantFacts::default()
        })))),
        neighbour().prop_map(|id| Edit::Put(BedPart::Neighbour(Box::new(id)))),
        plant().prop_map(Edit::Drop),
        neighbour().prop_map(|id| Edit::Drop(BedPartId::Neighbour(id))),
        "[a-b]".prop_map(|by| Edit::Move(BedState::Planted { by })),
        Just(Edit::Move(BedState::Bare)),
    ];
    (plain, any::<bool>()).prop_map(|(edit, resolves)| {
        if resolves && edit.merge_rule() == MergeRule::OneValue {
            Edit::Resolve(Box::new(Resolution {
                field: edit.field(),
                chosen: Some(edit),
                closes: Vec::new(),
            }))
        } else {
            edit
        }
    })
}

fn after(bed: &Bed, edits: &[&Edit<Bed>]) -> Bed {
    let mut bed = bed.clone();
    for edit in edits {
        edit.apply(&mut bed);
    }
    bed
}

/// Whether two edits write into different fields, and neither makes or removes what the other one writes into.
fn is_apart(one: &Edit<Bed>, other: &Edit<Bed>) -> bool {
    let (one, other) = (one.field().0, other.field().0);
    one != other && !one.starts_with(&format!("{other}/")) && !other.starts_with(&format!("{one}/"))
}

/// An edit of a part that is gone changes nothing.
fn part_is_there(here: &Bed, edit: &Edit<Bed>) -> bool {
    match edit {
        Edit::SayOf { part, .. } => here.holds(part),
        Edit::Resolve(resolution) => {
            let chosen = resolution.chosen.as_ref();
            chosen.is_none_or(|chosen| part_is_there(here, chosen))
        }
        Edit::Begin(_) | Edit::Say(_) | Edit::Put(_) | Edit::Drop(_) | Edit::Move(_) => true,
    }
}

fn sorted(mut bed: Bed) -> Bed {
    bed.plants.sort_by_key(|plant| plant.id);
    bed.neighbours.sort();
    bed
}

proptest! {
    #[test]
    fn the_same_edit_twice_is_the_same_as_once(before in vec(edits(), 0..6), edit in edits()) {
        let here = after(&bed(), &before.iter().collect::<Vec<_>>());
        prop_assert_eq!(after(&here, &[&edit, &edit]), after(&here, &[&edit]));
        prop_assert_eq!(after(&here, &[&edit]).key(), here.key());
    }

    #[test]
    fn edits_of_different_fields_may_come_in_any_order(
        before in vec(edits(), 0..6),
        one in edits(),
        other in edits(),
    ) {
        prop_assume!(is_apart(&one, &other));
        let here = after(&bed(), &before.iter().collect::<Vec<_>>());
        prop_assert_eq!(
            sorted(after(&here, &[&one, &other])),
            sorted(after(&here, &[&other, &one]))
        );
    }

    #[test]
    fn what_was_applied_is_present_where_its_part_is(before in vec(edits(), 0..6), edit in edits()) {
        let here = after(&bed(), &before.iter().collect::<Vec<_>>());
        let fits = part_is_there(&here, &edit);
        prop_assume!(fits);
        prop_assert!(edit.is_present(&after(&here, &[&edit])));
    }

    #[test]
    fn the_standing_value_is_present(before in vec(edits(), 0..6), edit in edits()) {
        let here = after(&bed(), &before.iter().collect::<Vec<_>>());
        if let Some(standing) = edit.standing(&here) {
            prop_assert!(standing.is_present(&here));
            prop_assert_eq!(standing.field(), edit.field());
        }
    }
}
