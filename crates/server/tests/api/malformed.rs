// SPDX-License-Identifier: AGPL-3.0-or-later
use crate::place::{Place, Someone, problem};
use soglia_domain::household::Verb as HouseholdVerb;
use soglia_domain::{action::Action, id::HouseholdId};
use uuid::Uuid;

fn send(
    someone: &Someone<'_>,
    kind: &str,
    body: impl Into<reqwest::blocking::Body>,
) -> reqwest::blocking::Response {
    someone
        .post("/api/changes")
        .header("content-type", kind)
        .body(body)
        .send()
        .unwrap()
}

#[test]
fn bodies_that_cannot_be_read_are_refused_and_the_server_goes_on() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let json = "application/json";
    let mut noise = vec![0_u8; 4_096];
    let mut state = 88_172_645_463_325_252_u64;
    for byte in &mut noise {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        *byte = state.to_le_bytes()[3];
    }
    problem(send(&anna, json, ""), 400);
    problem(send(&anna, json, "{\"changes\":[{\"id\":\"0198"), 400);
    problem(send(&anna, json, "{\"changes\":7}"), 400);
    problem(send(&anna, json, "[]"), 400);
    problem(send(&anna, json, "{\"changes\":[{\"id\":\"no\"}]}"), 400);
    problem(send(&anna, json, "{\"changes\":[null]}"), 400);
    problem(send(&anna, json, "[".repeat(100_000)), 400);
    problem(send(&anna, json, noise), 400);
    problem(send(&anna, "text/plain", "{\"changes\":[]}"), 415);
    assert_eq!(
        problem(send(&anna, json, " ".repeat(5_000_000)), 413),
        "too_large"
    );
    let many = serde_json::json!({ "changes": vec![serde_json::json!({}); 1_001] });
    problem(send(&anna, json, many.to_string()), 400);
    for path in [
        "/api/records?since=-1",
        "/api/records?since=x",
        "/api/records?since=18446744073709551615",
        "/api/records/x/history",
    ] {
        problem(anna.get(path).send().unwrap(), 400);
    }
    problem(
        place
            .post("/api/session")
            .header("content-type", json)
            .body("{}")
            .send()
            .unwrap(),
        400,
    );
    problem(anna.get("/api/nothing").send().unwrap(), 404);
    problem(anna.get("/api/changes").send().unwrap(), 405);
    problem(place.get("/api/records").send().unwrap(), 401);
    assert_eq!(place.get("/api/status").send().unwrap().status(), 200);
}

#[test]
fn a_change_of_a_newer_version_is_set_aside_and_the_others_stand() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let open = |label: &str| {
        let household = HouseholdId(Uuid::now_v7());
        anna.change(
            Action::on(
                household,
                HouseholdVerb::Open {
                    label: label.to_owned(),
                },
            ),
            Vec::new(),
        )
    };
    let first = open("Famiglia Uno");
    let mut newer = serde_json::to_value(open("Famiglia Due")).unwrap();
    let last = open("Famiglia Tre");
    newer["action"]["verb"] = serde_json::json!({ "household": { "dance": { "tempo": "walzer" } } });
    let pushed = anna.send(&serde_json::json!({ "changes": [first, newer, last] }));
    for (at, answer) in ["accepted", "quarantined", "accepted"].into_iter().enumerate() {
        assert!(pushed["answers"][at]["answer"][answer].is_object(), "{pushed}");
    }
    assert_eq!(anna.pull(0).records.len(), 2);
}

#[test]
fn no_damage_to_a_readable_body_makes_the_server_fail() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let household = HouseholdId(Uuid::now_v7());
    let label = "Famiglia Uno".to_owned();
    let change = anna.change(Action::on(household, HouseholdVerb::Open { label }), Vec::new());
    let body = serde_json::json!({ "changes": [change] })
        .to_string()
        .into_bytes();
    let mut state = 2_463_534_242_u32;
    let mut draw = |n: usize| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state as usize % n
    };
    for _ in 0..300 {
        let mut damaged = body.clone();
        match draw(3) {
            0 => damaged.truncate(draw(body.len())),
            1 => damaged[draw(body.len())] = draw(256) as u8,
            _ => {
                let (from, n) = (draw(body.len()), draw(40));
                damaged.drain(from..(from + n).min(body.len()));
            }
        }
        let response = send(&anna, "application/json", damaged);
        let status = response.status().as_u16();
        assert!(status == 200 || (400..500).contains(&status), "{status}");
    }
}
