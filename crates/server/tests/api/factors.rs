// SPDX-License-Identifier: AGPL-3.0-or-later
//! The second factor: set up, asked for at the sign-in, used once, ended, and needed by a role.
use crate::place::{PASSWORD, Place, Someone, command, problem};
use reqwest::blocking::Response;
use serde_json::{Value, json};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use totp_rs::{Builder, Secret};
use uuid::Uuid;

fn now_s() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()
}

/// The code of a key so many steps from now, as a telephone shows it. Close to the end of a step it waits for the next one: the
/// server would see the code a step later.
pub(crate) fn code(key: &str, steps: i64) -> String {
    let left = 30 - now_s() % 30;
    if left <= 3 {
        std::thread::sleep(Duration::from_secs(left));
    }
    let secret = Secret::try_from_base32(key).unwrap();
    let totp = Builder::new().with_secret(secret).build().unwrap();
    totp.generate(now_s().saturating_add_signed(steps * 30))
        .to_string()
}

fn begin(someone: &Someone<'_>, password: &str) -> Response {
    let asked = json!({ "password": password });
    someone.post("/api/second-factor").json(&asked).send().unwrap()
}

fn confirm(someone: &Someone<'_>, code: &str) -> Response {
    let asked = json!({ "code": code });
    someone.put("/api/second-factor").json(&asked).send().unwrap()
}

fn end(someone: &Someone<'_>, code: &str) -> Response {
    let asked = json!({ "code": code });
    someone
        .post("/api/second-factor/end")
        .json(&asked)
        .send()
        .unwrap()
}

fn told(someone: &Someone<'_>) -> Value {
    someone.get("/api/second-factor").send().unwrap().json().unwrap()
}

/// The key and the spare codes of a factor, and the code that confirmed it: that of the step before now, so that those of now and
/// after are free.
pub(crate) fn set_up(someone: &Someone<'_>) -> (String, Vec<String>, String) {
    let key: Value = begin(someone, PASSWORD).json().unwrap();
    let key = key["key"].as_str().unwrap().to_owned();
    let first = code(&key, -1);
    let spare: Value = confirm(someone, &first).json().unwrap();
    let spare = spare["codes"].as_array().unwrap().iter();
    let spare = spare.map(|code| code.as_str().unwrap().to_owned());
    (key, spare.collect(), first)
}

pub(crate) fn sign_in(place: &Place, code: Option<&str>) -> Response {
    let asked = json!({ "name": "anna", "password": PASSWORD, "device": Uuid::now_v7(), "code": code });
    place.post("/api/session").json(&asked).send().unwrap()
}

#[test]
fn a_factor_is_set_up_with_the_password_and_its_first_code() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Casa");
    assert_eq!(
        told(&anna),
        json!({ "active": false, "needed": false, "n_recovery": 0 })
    );
    assert_eq!(problem(begin(&anna, "un'altra password"), 401), "wrong_password");
    assert_eq!(problem(confirm(&anna, "123456"), 409), "no_factor_begun");
    let begun: Value = begin(&anna, PASSWORD).json().unwrap();
    let key = begun["key"].as_str().unwrap();
    let address = begun["address"].as_str().unwrap();
    assert!(
        address.starts_with("otpauth://totp/Soglia:anna?") && address.contains(key),
        "{address}"
    );
    assert!(begun["dark"].as_str().unwrap().starts_with('M') && begun["side"].as_u64().unwrap() > 20);
    // Nothing is asked for before its first code was given.
    assert_eq!(sign_in(&place, None).status(), 200);
    assert_eq!(problem(confirm(&anna, "12 34"), 401), "code_wrong");
    let spare: Value = confirm(&anna, &code(key, 0)).json().unwrap();
    assert_eq!(spare["codes"].as_array().unwrap().len(), 10);
    assert_eq!(
        told(&anna),
        json!({ "active": true, "needed": false, "n_recovery": 10 })
    );
    assert_eq!(problem(begin(&anna, PASSWORD), 409), "factor_active");
    assert_eq!(
        problem(place.get("/api/second-factor").send().unwrap(), 401),
        "signed_out"
    );
}

#[test]
fn the_sign_in_asks_for_a_code_and_takes_each_once() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Casa");
    let (key, spare, first) = set_up(&anna);
    assert_eq!(problem(sign_in(&place, None), 401), "code_needed");
    assert_eq!(problem(sign_in(&place, Some(" ")), 401), "code_needed");
    // It confirmed the factor.
    assert_eq!(problem(sign_in(&place, Some(&first)), 401), "code_wrong");
    let now = code(&key, 0);
    assert_eq!(sign_in(&place, Some(&now)).status(), 200);
    assert_eq!(problem(sign_in(&place, Some(&now)), 401), "code_wrong");
    let typed = spare[3].to_uppercase().replace('-', " ");
    assert_eq!(sign_in(&place, Some(&typed)).status(), 200);
    assert_eq!(problem(sign_in(&place, Some(&typed)), 401), "code_wrong");
    assert_eq!(told(&anna)["n_recovery"], 9);
    // Whoever has the wrong password learns nothing of codes.
    let asked = json!({ "name": "anna", "password": "un'altra password", "device": Uuid::now_v7(), "code": "000000" });
    let refused = place.post("/api/session").json(&asked).send().unwrap();
    assert_eq!(problem(refused, 401), "wrong_password");
}

#[test]
fn guessing_codes_costs_time_also_for_the_right_one() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Casa");
    let (key, ..) = set_up(&anna);
    let mut waits = false;
    for n in 0..8 {
        let refused = sign_in(&place, Some(&format!("{n:06}")));
        waits |= refused.status() == 429;
    }
    assert!(waits);
    assert_eq!(problem(sign_in(&place, Some(&code(&key, 1))), 429), "slow_down");
    assert_eq!(problem(end(&anna, &code(&key, 1)), 429), "slow_down");
}

#[test]
fn a_factor_is_ended_with_a_code_or_by_the_administrator() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Casa");
    let (_, spare, _) = set_up(&anna);
    assert_eq!(problem(end(&anna, "000000"), 401), "code_wrong");
    assert_eq!(end(&anna, &spare[0]).json::<Value>().unwrap()["active"], false);
    assert_eq!(sign_in(&place, None).status(), 200);
    set_up(&anna);
    assert_eq!(problem(sign_in(&place, None), 401), "code_needed");
    command(&place.data(), &["user", "end-second-factor", "anna"]);
    assert_eq!(sign_in(&place, None).status(), 200);
}

#[test]
fn a_role_that_needs_a_factor_does_nothing_else_before_and_everything_after() {
    let place = Place::with(&["--second-factor-for", "social-worker,coordinator"]);
    let anna = place.person("anna", "social-worker", "Casa");
    let bruno = place.person("bruno", "housing-officer", "Casa");
    assert_eq!(
        told(&anna),
        json!({ "active": false, "needed": true, "n_recovery": 0 })
    );
    assert_eq!(told(&bruno)["needed"], false);
    let records = |someone: &Someone<'_>| someone.get("/api/records?since=0").send().unwrap();
    assert_eq!(problem(records(&anna), 403), "factor_missing");
    assert_eq!(records(&bruno).status(), 200);
    begin(&anna, PASSWORD);
    assert_eq!(problem(records(&anna), 403), "factor_missing");
    let changes = |someone: &Someone<'_>| {
        let nothing = json!({ "changes": [] });
        someone.post("/api/changes").json(&nothing).send().unwrap()
    };
    assert_eq!(problem(changes(&anna), 403), "factor_missing");
    set_up(&anna);
    assert_eq!(records(&anna).status(), 200);
}
