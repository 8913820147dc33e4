// SPDX-License-Identifier: AGPL-3.0-or-later
use crate::{
    changes::{open, propose, ready_dwelling},
    place::{Place, Someone, command, problem},
};
use serde_json::Value;
use soglia_domain::id::PlacementId;
use soglia_sync::change::Answer;
use uuid::Uuid;

fn pull(someone: &Someone<'_>, query: &str) -> Value {
    let path = format!("/api/records?{query}");
    someone.get(&path).send().unwrap().json().unwrap()
}

/// F13: what a person may see becomes less; the device delivers first, then fetches afresh, and what was refused stays
/// with its author.
#[test]
fn other_rights_are_answered_with_everything_afresh_and_with_refusals() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let household = open(&anna, "Famiglia Uno");
    let first = pull(&anna, "since=0");
    assert_eq!(
        (first["reset"].as_bool(), first["cursor"].as_u64()),
        (Some(false), Some(1))
    );
    let scope = first["scope"].as_str().unwrap();
    let known = format!("since=1&scope={scope}");
    let same = pull(&anna, &known);
    assert_eq!(
        (same["reset"].as_bool(), same["records"].as_array().unwrap().len()),
        (Some(false), 0)
    );

    let words = [
        "user",
        "change",
        "anna",
        "--role",
        "managing-partner",
        "--organisation",
        "Cooperativa",
    ];
    command(&place.data(), &words);
    let refused = anna.act(crate::changes::income(household, 900), Vec::new());
    assert!(matches!(refused, Answer::Refused { .. }), "{refused:?}");
    let afresh = pull(&anna, &known);
    assert_eq!(
        (
            afresh["reset"].as_bool(),
            afresh["records"].as_array().unwrap().len()
        ),
        (Some(true), 0)
    );
    assert_ne!(afresh["scope"], first["scope"]);
    // A device that does not know of scopes goes on as before.
    assert_eq!(pull(&anna, "since=1")["reset"], false);
    // Nothing changed: the same scope, however often it is asked.
    command(&place.data(), &words);
    let scope = afresh["scope"].as_str().unwrap();
    assert_eq!(pull(&anna, &format!("since=1&scope={scope}"))["reset"], false);
}

#[test]
fn a_snapshot_in_several_pages_says_only_once_that_it_begins() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    for n in 0..25 {
        open(&anna, &format!("Famiglia {n}"));
    }
    let mut page = pull(&anna, "since=25&most=10&scope=another");
    assert_eq!(page["reset"], true);
    let mut n_records = page["records"].as_array().unwrap().len();
    while page["more"] == true {
        // The scope goes back with the cursor it came with.
        let scope = page["scope"].as_str().unwrap().to_owned();
        page = pull(&anna, &format!("since={}&most=10&scope={scope}", page["cursor"]));
        assert_eq!(page["reset"], false);
        n_records += page["records"].as_array().unwrap().len();
    }
    assert_eq!(n_records, 25);
}

/// F13.
#[test]
fn a_device_that_was_away_longer_than_removals_are_kept_gets_a_snapshot() {
    let place = Place::new();
    let bruno = place.person("bruno", "housing-officer", "Casa");
    let sara = place.person("sara", "managing-partner", "Cooperativa");
    let dwelling = ready_dwelling(&bruno, Some(sara.author.organisation));
    let household = open(&bruno, "Famiglia Uno");
    let offer = PlacementId(Uuid::now_v7());
    bruno.act(propose(household, dwelling, offer), Vec::new());
    // The dwelling, the household and the offer.
    assert_eq!(pull(&sara, "since=0")["records"].as_array().unwrap().len(), 3);
    place.age_removals();
    let late = pull(&sara, "since=1");
    assert_eq!(late["reset"], true);
    assert_eq!(late["records"].as_array().unwrap().len(), 3);
    assert_eq!(pull(&sara, "since=3")["reset"], false);
}

#[test]
fn a_place_in_the_order_that_was_never_given_is_a_conflict() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    open(&anna, "Famiglia Uno");
    for since in ["2", "1000000", "9223372036854775807"] {
        let answer = anna.get(&format!("/api/records?since={since}")).send().unwrap();
        assert_eq!(problem(answer, 409), "cursor_ahead");
    }
    assert_eq!(pull(&anna, "since=1")["cursor"], 1);
}
