// SPDX-License-Identifier: AGPL-3.0-or-later
//! What this version cannot read in full is kept aside, and holds up nobody.
use crate::{
    changes::open,
    place::{Someone, on_both},
};
use serde_json::{Value, json};
use soglia_domain::{
    action::Action,
    answer::Answer as Told,
    household::{HouseholdAnswer, Verb as HouseholdVerb},
    id::HouseholdId,
    key::Identity as _,
};
use uuid::Uuid;

fn opening(someone: &Someone<'_>) -> Value {
    let label = "Famiglia Uno".to_owned();
    let household = HouseholdId(Uuid::now_v7());
    json!(someone.change(Action::on(household, HouseholdVerb::Open { label }), Vec::new()))
}

/// A change whose action says this, whatever it means.
fn saying(someone: &Someone<'_>, action: Value) -> Value {
    let mut change = opening(someone);
    change["action"] = action;
    change
}

/// Sends changes between two that read, and gives the answers in between.
fn between(someone: &Someone<'_>, first: &Value, changes: &[Value], last: &Value) -> Vec<Value> {
    let all: Vec<&Value> = [first].into_iter().chain(changes).chain([last]).collect();
    let body = json!({ "changes": all });
    let told = someone.send(&body);
    let answers = told["answers"].as_array().unwrap();
    assert_eq!(answers.len(), all.len());
    for at in [0, all.len() - 1] {
        assert!(answers[at]["answer"]["accepted"].is_object(), "{told}");
    }
    assert_eq!(someone.send(&body), told, "sent again, it is answered the same");
    answers[1..all.len() - 1].to_vec()
}

#[test]
fn a_change_of_an_unknown_kind_a_newer_version_or_another_kind_is_kept_aside_and_the_others_stand() {
    on_both(|stage| {
        let anna = stage.person("anna", "social-worker", "Welfare");
        let household = open(&anna, "Famiglia Uno");
        let (on, other) = (household.key().to_string(), Uuid::now_v7());
        let said = json!({ "household": { "say": { "phone": "02 5550 1234" } } });
        let odd = [
            // A kind of a newer version, whose verb happens to read.
            json!({ "on": format!("visit:{other}"), "version": 1, "verb": said }),
            json!({ "on": format!("visit:{other}"), "version": 1, "verb": { "visit": { "plan": { "phone": "02 5550 1234" } } } }),
            // A newer version, whose words happen to read, and say more than is known here.
            json!({ "on": on, "version": 2, "verb": said }),
            json!({ "on": on, "version": 65_535, "verb": { "household": { "dance": { "phone": "02 5550 1234" } } } }),
            // A verb of another kind.
            json!({ "on": on, "version": 1, "verb": { "dwelling": { "move_to": { "to": "ready" } } } }),
            json!({ "on": format!("dwelling:{other}"), "version": 1, "verb": said }),
            // A verb, a fact and an edit that this version does not know, and two verbs at once.
            json!({ "on": on, "version": 1, "verb": { "household": { "dance": { "phone": "02 5550 1234" } } } }),
            json!({ "on": on, "version": 1, "verb": { "household": { "say": { "shoe_size": "02 5550 1234" } } } }),
            json!({ "on": on, "version": 1, "verb": { "visit": {}, "household": { "say": { "phone": "02 5550 1234" } } } }),
            // Nothing that stands outside the verb.
            json!({ "on": format!("Household/{other}"), "version": 1, "verb": said }),
            json!({ "on": on, "verb": said }),
            json!({ "on": on, "version": -1, "verb": said }),
            json!({ "on": on, "version": "1", "verb": said }),
            json!({ "version": 1, "verb": said }),
            json!({}),
            Value::Null,
        ];
        let first = opening(&anna);
        let odd: Vec<Value> = odd.into_iter().map(|action| saying(&anna, action)).collect();
        let last = opening(&anna);
        for (answer, change) in between(&anna, &first, &odd, &last).iter().zip(&odd) {
            let reason = answer["answer"]["quarantined"]["reason"].as_str();
            // What was written is in the change that is kept, and nowhere in the reason.
            assert!(
                reason.is_some_and(|reason| !reason.is_empty() && !reason.contains("5550")),
                "{change}: {answer}"
            );
        }
        let pulled = anna.pull(0);
        assert_eq!(pulled.records.len(), 3, "nothing of it was written");
        let phone = HouseholdAnswer::Phone(Told::Known("02 5550 1234".to_owned()));
        let told = anna.act(Action::on(household, HouseholdVerb::Say(phone)), Vec::new());
        assert!(told.position().is_some(), "{told:?}");
        stage.verify();
    });
}

/// There is one record of the rules of the City: under another identity nothing begins, and nothing of it is lost.
#[test]
fn the_rules_of_the_city_have_one_key() {
    on_both(|stage| {
        let elena = stage.person("elena", "coordinator", "Coordinamento");
        let anna = stage.person("anna", "social-worker", "Welfare");
        let amend = json!({ "city_rules": { "amend": {
            "amendment": Uuid::now_v7(), "parameter": "sustainable_share", "value": { "number": 3_500 },
            "from": "2026-04-01", "reason": "Nota della direzione",
        } } });
        let rules =
            |id: Uuid, verb: &Value| json!({ "on": format!("city_rules:{id}"), "version": 1, "verb": verb });
        let first = saying(&elena, rules(Uuid::nil(), &amend));
        let told = elena.send(&json!({ "changes": [first] }));
        assert!(told["answers"][0]["answer"]["accepted"].is_object(), "{told}");
        let before = anna.pull(0);

        let save = json!({ "city_rules": { "save_scenario": {
            "scenario": Uuid::now_v7(), "name": "Con 70 euro", "changes": [["cap_capped", { "money": "70.00" }]],
        } } });
        let elsewhere = saying(&anna, rules(Uuid::now_v7(), &save));
        let told = anna.send(&json!({ "changes": [elsewhere] }));
        assert!(told["answers"][0]["answer"]["refused"].is_object(), "{told}");
        let after = anna.pull(0);
        assert!(after.records == before.records, "the rules stand as they stood");
        stage.verify();
    });
}
