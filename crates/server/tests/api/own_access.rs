// SPDX-License-Identifier: AGPL-3.0-or-later
//! One's own password and sessions.
use crate::place::{PASSWORD, Place, Someone, problem};
use serde_json::{Value, json};

const OTHER: &str = "lampione zucca traghetto";

#[test]
fn a_new_password_keeps_this_session_and_ends_the_others() {
    let place = Place::new();
    let here = place.person("anna", "social-worker", "Casa");
    let there = place.sign_in("anna", PASSWORD);
    let set = |someone: &Someone<'_>, old: &str, new: &str| {
        let asked = json!({ "old": old, "new": new });
        someone.put("/api/password").json(&asked).send().unwrap()
    };
    assert_eq!(problem(set(&here, "sbagliata", OTHER), 401), "wrong_password");
    assert_eq!(
        problem(set(&here, PASSWORD, "annaannaanna"), 422),
        "password_guessable"
    );
    assert_eq!(there.get("/api/session").send().unwrap().status(), 200);
    assert_eq!(set(&here, PASSWORD, OTHER).status(), 204);
    assert_eq!(here.get("/api/session").send().unwrap().status(), 200);
    assert_eq!(
        problem(there.get("/api/session").send().unwrap(), 401),
        "signed_out"
    );
    place.sign_in("anna", OTHER);
}

#[test]
fn sessions_are_listed_and_ended_by_their_owner_alone() {
    let place = Place::new();
    let here = place.person("anna", "social-worker", "Casa");
    let there = place.sign_in("anna", PASSWORD);
    let other = place.person("bruno", "social-worker", "Casa");
    let told = |someone: &Someone<'_>| -> Vec<Value> {
        let told: Value = someone.get("/api/sessions").send().unwrap().json().unwrap();
        told["sessions"].as_array().unwrap().clone()
    };
    let sessions = told(&here);
    assert_eq!(sessions.len(), 2);
    let is_this = |session: &&Value| session["this"] == json!(true);
    assert_eq!(sessions.iter().filter(is_this).count(), 1);
    let of_there = sessions.iter().find(|session| !is_this(session)).unwrap();
    let path = format!("/api/sessions/{}", of_there["session"].as_str().unwrap());
    assert_eq!(problem(other.delete(&path).send().unwrap(), 404), "not_found");
    assert_eq!(there.get("/api/session").send().unwrap().status(), 200);
    assert_eq!(here.delete(&path).send().unwrap().status(), 204);
    assert_eq!(
        problem(there.get("/api/session").send().unwrap(), 401),
        "signed_out"
    );
    assert_eq!(told(&here).len(), 1);
}

/// A tablet that is locked asks for a phrase; the session that it still has must not tell the same to whoever types an address.
#[test]
fn a_session_shows_no_records_on_a_page() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Casa");
    for path in [
        "/api/records?since=0",
        "/api/session",
        "/api/devices",
        "/api/events",
    ] {
        let typed = anna
            .get(path)
            .header("sec-fetch-mode", "navigate")
            .send()
            .unwrap();
        assert_eq!(problem(typed, 403), "not_a_page", "{path}");
    }
    let asked = anna.get("/api/records?since=0").header("sec-fetch-mode", "cors");
    assert_eq!(asked.send().unwrap().status(), 200);
    for path in ["/api/status", "/api/openapi.json"] {
        let typed = place
            .get(path)
            .header("sec-fetch-mode", "navigate")
            .send()
            .unwrap();
        assert_eq!(typed.status(), 200, "{path}");
    }
}
