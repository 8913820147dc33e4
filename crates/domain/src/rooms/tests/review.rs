// SPDX-License-Identifier: AGPL-3.0-or-later
//! Two values in one field: what keeps both, and what a choice closes.
use super::*;

const FIRST: ChangeId = ChangeId(Uuid::from_u128(1));
const SECOND: ChangeId = ChangeId(Uuid::from_u128(2));

fn home_with(text: &str) -> Record {
    after(&home(), &[&note(text)])
}

#[test]
fn both_notes_are_kept_one_after_the_other() {
    let others = [note("chiavi dal custode"), note("citofono 12")];
    let kept = both(&home_with("scala B"), others.iter());
    assert_eq!(kept, Some(note("scala B; chiavi dal custode; citofono 12")));
}

#[test]
fn a_note_that_says_the_other_one_too_stands_alone() {
    let kept = both(&home_with("scala B"), [note("scala B, terzo piano")].iter());
    assert_eq!(kept, Some(note("scala B, terzo piano")));
    let unknown = of_dwelling(Of::Say(DwellingAnswer::Note(Answer::NotKnownYet)));
    assert_eq!(
        both(&home_with("scala B"), [unknown].iter()),
        Some(note("scala B"))
    );
}

#[test]
fn an_amount_is_one_value() {
    let yes = said(HouseholdAnswer::RegularWork(Answer::Known(true)));
    assert!(!yes.allows_both());
    assert_eq!(both(&family(), [yes].iter()), None);
}

#[test]
fn values_of_another_kind_are_not_kept_beside_each_other() {
    assert_eq!(both(&family(), [note("scala B")].iter()), None);
}

#[test]
fn both_are_kept_in_exactly_the_fields_of_several_lines() {
    let both_of = |edit: crate::record::Edit| edit.op.allows_both().then(|| edit.op.field().0);
    let fields: Vec<String> = samples::edits().into_iter().filter_map(both_of).collect();
    let of_an_assessment = [
        "personal_evidence",
        "economic_evidence",
        "work_evidence",
        "education_evidence",
        "housing_evidence",
        "network_evidence",
        "urgency_reason",
    ];
    let of_a_plan = [
        "aim",
        "strengths",
        "goals/7/text",
        "goals/7/measure",
        "goals/7/actions",
    ];
    let of_a_household = ["phone", "present_home", "urgency_reason", "wanted_areas", "near"];
    let mut expected = vec!["note"];
    expected.extend(of_a_household);
    expected.push("note");
    expected.extend(of_an_assessment);
    expected.extend(of_a_plan);
    expected.push("safety");
    assert_eq!(fields, expected);
}

#[test]
fn a_choice_closes_what_its_author_saw_and_nothing_that_came_later() {
    let field = note("").field();
    let choice = choice(&note("uno"), true, &[FIRST]);
    assert!(choice.closes(&field, FIRST) && !choice.closes(&field, SECOND));
    // The older way still closes all of them.
    let written = note("tre");
    assert!(written.closes(&field, FIRST) && written.closes(&field, SECOND));
}

#[test]
fn a_choice_never_tells_a_log_what_was_chosen() {
    let choice = choice(&note("segreto"), true, &[]);
    assert!(!format!("{choice:?}").contains("segreto"));
}

proptest! {
    #[test]
    fn choosing_a_value_writes_what_the_value_would_have_written(op in edits()) {
        prop_assume!(op.merge_rule() == MergeRule::OneValue);
        let choice = choice(&op, true, &[]);
        for record in records() {
            prop_assert_eq!(after(&record, &[&choice]), after(&record, &[&op]));
        }
    }

    #[test]
    fn the_present_value_chosen_changes_nothing(op in edits()) {
        let choice = choice(&op, false, &[FIRST]);
        for record in records() {
            prop_assert_eq!(after(&record, &[&choice]), record);
        }
    }

    #[test]
    fn what_was_kept_of_two_notes_contains_both(one in "[a-z ]{1,12}", other in "[a-z ]{1,12}") {
        let kept = both(&home_with(&one), [note(&other)].iter()).expect("notes can stand beside each other");
        let EditOp::Dwelling(Of::Say(DwellingAnswer::Note(Answer::Known(text)))) = kept else {
            panic!("it is a note");
        };
        prop_assert!(text.contains(&one) && text.contains(&other));
    }
}
