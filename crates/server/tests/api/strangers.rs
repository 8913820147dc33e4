// SPDX-License-Identifier: AGPL-3.0-or-later
//! Guessing what needs no sign-in, from one address.
use crate::place::{PASSWORD, Place, problem};
use reqwest::blocking::Response;
use serde_json::json;
use uuid::Uuid;

/// Tries a password for a name that nobody tried before, so that the wait of one name does not count.
fn guess(place: &Place, from: &str, number: usize) -> Response {
    place
        .post("/api/session")
        .header("x-forwarded-for", from)
        .json(&json!({ "name": format!("nobody{number}"), "password": "wrong", "device": Uuid::now_v7() }))
        .send()
        .unwrap()
}

fn sign_in(place: &Place, from: &str) -> Response {
    place
        .post("/api/session")
        .header("x-forwarded-for", from)
        .json(&json!({ "name": "anna", "password": PASSWORD, "device": Uuid::now_v7() }))
        .send()
        .unwrap()
}

#[test]
fn thirty_wrong_sign_ins_from_one_address_are_enough_and_another_address_is_not_held_up() {
    let place = Place::with(&["--behind-proxy"]);
    place.person("anna", "social-worker", "Welfare");
    for number in 0..30 {
        assert_eq!(problem(guess(&place, "192.0.2.1", number), 401), "wrong_password");
        if number % 10 == 0 {
            assert_eq!(
                sign_in(&place, "192.0.2.1").status(),
                200,
                "who is right counts for nothing"
            );
        }
    }
    let refused = guess(&place, "203.0.113.9, 192.0.2.1", 30);
    let wait: u64 = refused.headers()["retry-after"]
        .to_str()
        .unwrap()
        .parse()
        .unwrap();
    assert!((800..=900).contains(&wait), "{wait}");
    assert_eq!(problem(refused, 429), "slow_down");
    assert_eq!(problem(sign_in(&place, "192.0.2.1"), 429), "slow_down");
    assert_eq!(sign_in(&place, "192.0.2.2").status(), 200);
}

#[test]
fn an_address_that_is_only_claimed_does_not_help() {
    let place = Place::new();
    for number in 0..30 {
        problem(guess(&place, &format!("192.0.2.{number}"), number), 401);
    }
    assert_eq!(problem(guess(&place, "192.0.2.99", 30), 429), "slow_down");
}

#[test]
fn sixty_tokens_that_lead_nowhere_are_enough_of_links_and_invitations_together() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    for number in 0..30 {
        let link = place
            .post("/api/shared")
            .json(&json!({ "token": format!("AbCdEfGhIjKlMnOpQrSt{number:02}") }));
        problem(link.send().unwrap(), 404);
        let invitation = place
            .post("/api/invitation")
            .json(&json!({ "token": format!("guess{number}") }));
        problem(invitation.send().unwrap(), 410);
    }
    let link = place
        .post("/api/shared")
        .json(&json!({ "token": "AbCdEfGhIjKlMnOpQrSt-g" }));
    let refused = link.send().unwrap();
    assert!(refused.headers().contains_key("retry-after"));
    assert_eq!(problem(refused, 429), "slow_down");
    problem(place.get("/api/calendar/0123.ics").send().unwrap(), 429);
    assert_eq!(anna.pull(0).records.len(), 0, "who is signed in is not held up");
    assert_eq!(sign_in(&place, "").status(), 200, "nor is who signs in");
}
