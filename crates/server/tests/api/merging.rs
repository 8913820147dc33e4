// SPDX-License-Identifier: AGPL-3.0-or-later
use crate::{
    changes::{in_view, income, income_of, open, stored},
    place::Place,
};
use soglia_domain::household::Verb as HouseholdVerb;
use soglia_domain::key::Identity as _;
use soglia_domain::{
    action::Action,
    answer::Answer as Told,
    household::HouseholdAnswer,
    id::{ChangeId, HouseholdId},
    money::Money,
    record::FieldKey,
    review::{Choosing, ReviewChoice},
    rooms::{Common, Record},
};
use soglia_sync::change::Answer;

#[test]
fn two_values_of_one_field_are_both_kept_until_somebody_who_saw_them_chooses() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let bruno = place.person("bruno", "housing-officer", "Casa");
    let household = open(&anna, "Famiglia Uno");
    let key = household.key();
    let before = in_view(&anna.pull(0), key, "net_monthly_income");
    assert!(matches!(
        anna.act(income(household, 900), before.clone()),
        Answer::Accepted { .. }
    ));
    for euro in [800, 850] {
        // The second one was made on the same device before it heard of the first answer.
        let answer = bruno.act(income(household, euro), before.clone());
        let Answer::ToReview { fields, .. } = answer else {
            panic!("{answer:?}")
        };
        assert_eq!(fields, [FieldKey("net_monthly_income".to_owned())]);
    }
    let pulled = anna.pull(0);
    assert_eq!(income_of(stored(&pulled, key)), Some(Money::from_euro(900)));
    assert_eq!(stored(&pulled, key).reviews.len(), 1);
    let review = &stored(&pulled, key).reviews[0];
    assert_eq!(review.by_name, "Bruno");
    // Who chooses sees who wrote the value that stands as well.
    assert_eq!(
        review.present.as_ref().map(|written| written.by_name.as_str()),
        Some("Anna")
    );
    let answer = anna.act(
        income(household, 850),
        in_view(&pulled, key, "net_monthly_income"),
    );
    assert!(matches!(answer, Answer::Accepted { .. }), "{answer:?}");
    let after = bruno.pull(0);
    assert_eq!(income_of(stored(&after, key)), Some(Money::from_euro(850)));
    assert!(stored(&after, key).reviews.is_empty());
}

#[test]
fn stating_the_present_value_again_closes_the_question_for_who_saw_it() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let bruno = place.person("bruno", "housing-officer", "Casa");
    let household = open(&anna, "Famiglia Uno");
    let key = household.key();
    let before = in_view(&anna.pull(0), key, "net_monthly_income");
    anna.act(income(household, 900), before.clone());
    bruno.act(income(household, 800), before);
    anna.act(income(household, 900), Vec::new());
    let pulled = anna.pull(0);
    assert_eq!(
        stored(&pulled, key).reviews.len(),
        1,
        "who has not seen the question cannot close it"
    );
    anna.act(
        income(household, 900),
        in_view(&pulled, key, "net_monthly_income"),
    );
    assert!(stored(&anna.pull(0), key).reviews.is_empty());
}

#[test]
fn different_fields_merge() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let bruno = place.person("bruno", "housing-officer", "Casa");
    let household = open(&anna, "Famiglia Uno");
    let key = household.key();
    let view = anna.pull(0);
    let phone = Action::on(
        household,
        HouseholdVerb::Say(HouseholdAnswer::Phone(Told::Known("02 0000".to_owned()))),
    );
    assert!(matches!(
        anna.act(income(household, 900), in_view(&view, key, "net_monthly_income")),
        Answer::Accepted { .. }
    ));
    assert!(matches!(
        bruno.act(phone, in_view(&view, key, "phone")),
        Answer::Accepted { .. }
    ));
    let pulled = anna.pull(0);
    let Record::Household(both) = &stored(&pulled, key).record else {
        panic!()
    };
    assert!(both.facts.phone.is_known() && both.facts.net_monthly_income.is_known());
}

/// The explicit choice about the income, by somebody who saw some of the values.
fn choose(household: HouseholdId, choice: ReviewChoice, seen: Vec<ChangeId>) -> Action {
    let choosing = Choosing {
        field: FieldKey("net_monthly_income".to_owned()),
        choice,
        seen,
    };
    Action::on(household, HouseholdVerb::Resolve(choosing))
}

/// F4, F5.
#[test]
fn a_choice_closes_what_its_author_saw_and_leaves_what_came_later() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let bruno = place.person("bruno", "housing-officer", "Casa");
    let carla = place.person("carla", "social-worker", "Welfare");
    let household = open(&anna, "Famiglia Uno");
    let key = household.key();
    let before = in_view(&anna.pull(0), key, "net_monthly_income");
    anna.act(income(household, 650), before.clone());
    bruno.act(income(household, 620), before.clone());
    let pulled = anna.pull(0);
    let view = in_view(&pulled, key, "net_monthly_income");
    let seen: Vec<ChangeId> = stored(&pulled, key)
        .reviews
        .iter()
        .map(|review| review.change)
        .collect();
    carla.act(income(household, 700), before);
    let answer = anna.act(
        choose(household, ReviewChoice::Other(seen[0]), seen.clone()),
        view.clone(),
    );
    assert!(answer.position().is_some(), "{answer:?}");
    let after = anna.pull(0);
    assert_eq!(income_of(stored(&after, key)), Some(Money::from_euro(620)));
    let left = &stored(&after, key).reviews;
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].by_name, "Carla");
    // Whoever has not seen the question that is left does not close it, not even on the same device.
    anna.act(income(household, 600), view);
    assert!(
        stored(&anna.pull(0), key)
            .reviews
            .iter()
            .any(|review| review.by_name == "Carla")
    );
}

#[test]
fn a_second_choice_about_the_same_values_comes_back() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let bruno = place.person("bruno", "housing-officer", "Casa");
    let household = open(&anna, "Famiglia Uno");
    let key = household.key();
    let before = in_view(&anna.pull(0), key, "net_monthly_income");
    anna.act(income(household, 650), before.clone());
    bruno.act(income(household, 620), before);
    let pulled = anna.pull(0);
    let view = in_view(&pulled, key, "net_monthly_income");
    let seen: Vec<ChangeId> = stored(&pulled, key)
        .reviews
        .iter()
        .map(|review| review.change)
        .collect();
    let kept = anna.act(
        choose(household, ReviewChoice::Present, seen.clone()),
        view.clone(),
    );
    assert!(matches!(kept, Answer::Accepted { .. }), "{kept:?}");
    let late = bruno.act(choose(household, ReviewChoice::Other(seen[0]), seen), view);
    assert_eq!(
        late,
        Answer::Refused {
            refusal: Common::ReviewClosed.into()
        }
    );
    assert_eq!(income_of(stored(&anna.pull(0), key)), Some(Money::from_euro(650)));
    assert!(stored(&anna.pull(0), key).reviews.is_empty());
}
