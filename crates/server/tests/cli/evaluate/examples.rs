// SPDX-License-Identifier: AGPL-3.0-or-later
//! Worked examples of the law, by the number of their section in the notes on the domain.
use super::{eligible, evaluated, evaluated_on, finding, with};
use serde_json::{Value, json};

fn adult(works: bool) -> Value {
    json!({ "birth_date": "1985-12-10", "works": works, "relation": "partner" })
}

fn child(birth_date: &str) -> Value {
    json!({ "birth_date": birth_date, "works": false, "relation": "child" })
}

/// People who raise the scale by their number only.
fn relatives(n_members: usize) -> Vec<Value> {
    let relative = json!({ "birth_date": "1960-01-01", "works": false, "relation": "other_relative" });
    vec![relative; n_members]
}

#[track_caller]
fn check_patrimony_limit(members: Vec<Value>, expected: &str) {
    let answer = evaluated(with(json!({ "members": members, "sap_patrimony": expected })));
    let found = finding(&answer, "public_housing", "patrimony_limit");
    assert_eq!(found["threshold"], expected);
    assert_eq!(
        (&found["outcome"], &found["to_change"]),
        (&json!("met"), &json!("0.00"))
    );
}

#[test]
fn section_2_2_patrimony_by_number_of_members() {
    for (n_members, expected) in (1..).zip([
        "22000.00", "23850.00", "26200.00", "28300.00", "30250.00", "32000.00", "33750.00", "35500.00",
    ]) {
        check_patrimony_limit(relatives(n_members), expected);
    }
}

#[test]
fn section_2_2_patrimony_with_children() {
    let minor = || child("2015-06-01");
    let of = |works| vec![adult(works), adult(works), minor(), minor(), minor()];
    check_patrimony_limit(of(false), "31250.00");
    check_patrimony_limit(of(true), "32250.00");
    check_patrimony_limit(
        vec![adult(true), adult(true), child("2024-02-29"), child("2000-01-01")],
        "29800.00",
    );
}

#[test]
fn section_2_2_the_limits_themselves_are_met_and_a_cent_more_is_not() {
    let isee =
        |value: &str| json!({ "isee": { "kind": "ordinary", "value": value, "dsu_date": "2026-03-15" } });
    let verdict = |fields: Value| evaluated(with(fields))["public_housing"]["verdict"].clone();
    assert_eq!(verdict(isee("16000.00")), "met");
    assert_eq!(verdict(isee("16000.01")), "not_met");
    assert_eq!(verdict(json!({ "sap_patrimony": "22000.00" })), "met");
    assert_eq!(verdict(json!({ "sap_patrimony": "22000.01" })), "not_met");
}

#[test]
fn section_2_5_indigence_up_to_its_limit() {
    for (value, expected) in [("3000.00", "met"), ("3000.01", "not_met")] {
        let isee = json!({ "kind": "current", "value": value, "dsu_date": "2026-10-15" });
        let answer = evaluated(with(json!({ "isee": isee })));
        assert_eq!(answer["indigence"]["outcome"], expected);
        assert_eq!(answer["indigence"]["threshold"], "3000.00");
    }
}

#[test]
fn section_3_1_values_that_follow_from_the_formula() {
    for (value, below) in [
        ("10784.31", "5215.69"),
        ("10975.61", "5024.39"),
        ("16000.00", "0.00"),
    ] {
        let isee = json!({ "kind": "ordinary", "value": value, "dsu_date": "2026-03-15" });
        let found = finding(
            &evaluated(with(json!({ "isee": isee }))),
            "public_housing",
            "isee_limit",
        );
        assert_eq!(
            (&found["outcome"], &found["to_change"]),
            (&json!("met"), &json!(below))
        );
    }
}

#[test]
fn section_3_2_increments_of_the_scale() {
    let grown = || child("2000-01-01");
    let children = |n_children| {
        let mut members = vec![adult(true), adult(true)];
        members.extend(vec![grown(); n_children]);
        members
    };
    // 3.20 and 0.35; 3.55 and 0.50.
    check_patrimony_limit(children(4), "33750.00");
    check_patrimony_limit(children(5), "36250.00");
    // One parent who does not work, with minors only: 1.57 and 0.20, or 0.30 below three years.
    check_patrimony_limit(vec![adult(false), child("2015-06-01")], "24850.00");
    check_patrimony_limit(vec![adult(false), child("2024-02-29")], "25350.00");
}

#[test]
fn section_3_2_an_attested_scale_goes_before_the_computed_one() {
    let household = with(json!({ "members": relatives(3), "equivalence_scale": "2.46" }));
    let found = finding(&evaluated(household), "public_housing", "patrimony_limit");
    assert_eq!(found["threshold"], "28300.00");
}

#[test]
fn section_3_4_the_isee_for_family_benefits_does_not_count() {
    for kind in ["family_2026", "minors", "social_health", "university"] {
        let isee = json!({ "kind": kind, "value": "9000.00", "dsu_date": "2026-03-15" });
        let answer = evaluated(with(json!({ "isee": isee })));
        assert_eq!(answer["public_housing"]["verdict"], "unknown");
        let found = finding(&answer, "public_housing", "isee_limit");
        assert_eq!(
            (&found["outcome"], &found["doubt"]),
            (&json!("unknown"), &json!("isee_of_another_kind"))
        );
        assert_eq!(answer["ask_next"][0], "isee");
    }
}

#[test]
fn section_3_6_an_isee_is_valid_to_the_end_of_its_year() {
    let on = |day| evaluated_on(day, &[eligible()]).remove(0);
    assert_eq!(on("2026-12-31")["public_housing"]["verdict"], "met");
    let later = on("2027-01-01");
    assert_eq!(later["public_housing"]["verdict"], "unknown");
    assert_eq!(
        finding(&later, "public_housing", "isee_limit")["doubt"],
        "isee_expired"
    );
    assert!(later["rulebook"].as_str().unwrap().starts_with("2027-01-01/"));
}
