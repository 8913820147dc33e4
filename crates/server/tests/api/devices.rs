// SPDX-License-Identifier: AGPL-3.0-or-later
use crate::{
    changes::open,
    place::{Place, Someone, command, problem},
};
use serde_json::{Value, json};
use soglia_domain::household::Verb as HouseholdVerb;
use soglia_domain::{action::Action, id::HouseholdId};
use soglia_sync::change::Answer;
use uuid::Uuid;

fn devices(someone: &Someone<'_>) -> Vec<Value> {
    let answer: Value = someone.get("/api/devices").send().unwrap().json().unwrap();
    answer["devices"].as_array().unwrap().clone()
}

fn revoke(someone: &Someone<'_>, device: Uuid) -> reqwest::blocking::Response {
    someone.delete(&format!("/api/devices/{device}")).send().unwrap()
}

#[test]
fn people_see_their_own_devices_with_names_and_numbers() {
    let place = Place::new();
    let phone = place.person("anna", "social-worker", "Welfare");
    place.person("bruno", "housing-officer", "Casa");
    let tablet = Uuid::now_v7();
    let asked = json!({
        "name": "anna", "password": crate::place::PASSWORD, "device": tablet, "device_name": " Tablet, Chrome ",
    });
    let session: Value = place
        .post("/api/session")
        .json(&asked)
        .send()
        .unwrap()
        .json()
        .unwrap();
    assert_eq!(session["revoked"], false);
    open(&phone, "Famiglia Uno");
    let shown = devices(&phone);
    assert_eq!(shown.len(), 2);
    let of = |device: Uuid| {
        let is_it = |shown: &&Value| shown["device"] == json!(device);
        shown.iter().find(is_it).unwrap()
    };
    assert_eq!(
        (&of(phone.device)["this"], &of(tablet)["this"]),
        (&json!(true), &json!(false))
    );
    assert_eq!(of(phone.device)["n_changes"], 1);
    assert_eq!(of(tablet)["name"], "Tablet, Chrome");
    assert!(of(tablet)["first_ms"].as_i64().unwrap() > 1_600_000_000_000);
    assert!(of(tablet)["revoked_ms"].is_null() && of(tablet)["wiped_ms"].is_null());
    // A name once given stays when a later sign-in gives none.
    place.sign_in_on("anna", tablet);
    assert!(
        devices(&phone)
            .iter()
            .any(|shown| shown["name"] == "Tablet, Chrome")
    );
}

#[test]
fn a_revoked_device_may_deliver_and_say_that_it_is_empty_and_nothing_else() {
    let place = Place::new();
    let lost = place.person("anna", "social-worker", "Welfare");
    let household = open(&lost, "Famiglia Uno");
    let kept = place.sign_in("anna", crate::place::PASSWORD);
    assert_eq!(revoke(&kept, lost.device).status(), 204);
    assert_eq!(revoke(&kept, lost.device).status(), 204);

    for path in [
        "/api/records?since=0".to_owned(),
        "/api/devices".to_owned(),
        format!("/api/records/household:{household}/history"),
    ] {
        assert_eq!(problem(lost.get(&path).send().unwrap(), 403), "device_revoked");
    }
    assert_eq!(problem(revoke(&lost, kept.device), 403), "device_revoked");
    let session: Value = lost.get("/api/session").send().unwrap().json().unwrap();
    assert_eq!(session["revoked"], true);

    let household = HouseholdId(Uuid::now_v7());
    let label = "Famiglia Due".to_owned();
    let unsent = lost.change(Action::on(household, HouseholdVerb::Open { label }), Vec::new());
    let before = place.verify();
    let told = lost.push(std::slice::from_ref(&unsent));
    let reason = "device_revoked".to_owned();
    assert_eq!(told, [Answer::Quarantined { reason }]);
    assert_eq!(lost.push(std::slice::from_ref(&unsent)), told);
    assert_eq!(place.verify(), before);

    let wiped = format!("/api/devices/{}/wiped", lost.device);
    problem(kept.post(&wiped).send().unwrap(), 404);
    assert_eq!(lost.post(&wiped).send().unwrap().status(), 204);
    assert_eq!(
        problem(lost.get("/api/session").send().unwrap(), 401),
        "signed_out"
    );
    let shown = devices(&kept);
    let gone = shown
        .iter()
        .find(|shown| shown["device"] == json!(lost.device))
        .unwrap();
    assert!(gone["wiped_ms"].as_i64() >= gone["revoked_ms"].as_i64());

    // Whoever signs in there again is told at once; a work file of it is taken from another device of its author.
    let again = place.sign_in_on("anna", lost.device);
    assert_eq!(
        problem(again.get("/api/records").send().unwrap(), 403),
        "device_revoked"
    );
    assert!(matches!(kept.push(&[unsent])[0], Answer::Accepted { .. }));
}

#[test]
fn nobody_revokes_the_device_of_somebody_else() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let bruno = place.person("bruno", "housing-officer", "Casa");
    problem(revoke(&bruno, anna.device), 404);
    problem(bruno.delete("/api/devices/x").send().unwrap(), 404);
    assert_eq!(anna.get("/api/records").send().unwrap().status(), 200);
    let wiped = format!("/api/devices/{}/wiped", anna.device);
    assert_eq!(problem(anna.post(&wiped).send().unwrap(), 409), "not_revoked");
    problem(place.get("/api/devices").send().unwrap(), 401);
}

#[test]
fn who_runs_the_server_lists_and_revokes_devices_too() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let device = anna.device.to_string();
    let listed: Value =
        serde_json::from_str(&command(&place.data(), &["device", "list", "anna", "--json"])).unwrap();
    assert_eq!(listed["devices"][0]["device"], json!(device));
    command(&place.data(), &["device", "revoke", "anna", &device]);
    assert!(command(&place.data(), &["device", "list", "anna"]).contains("not yet emptied"));
    assert_eq!(
        problem(anna.get("/api/records").send().unwrap(), 403),
        "device_revoked"
    );
}
