// SPDX-License-Identifier: AGPL-3.0-or-later
//! Letting people in and out: invitations, roles that see no records, delegations, sessions and passwords.
use crate::{
    changes::{income, open},
    place::{PASSWORD, Place, Someone, now_ms, problem},
};
use reqwest::blocking::Response;
use serde_json::{Value, json};
use soglia_sync::change::Answer;
use uuid::Uuid;

pub(crate) const OTHER: &str = "lampione zucca traghetto";

fn post(role: &str, organisation: &str) -> Value {
    json!({ "role": role, "organisation": organisation })
}

pub(crate) fn add(someone: &Someone<'_>, sign_in: &str, role: &str) -> Response {
    let asked = json!({ "sign_in": sign_in, "name": "Nora Blu", "post": post(role, "Casa") });
    someone.post("/api/accounts").json(&asked).send().unwrap()
}

fn account(someone: &Someone<'_>, sign_in: &str) -> Value {
    let told: Value = someone.get("/api/accounts").send().unwrap().json().unwrap();
    let mut all = told["accounts"].as_array().unwrap().iter();
    all.find(|account| account["sign_in"] == sign_in).unwrap().clone()
}

/// Puts an account as it stands, with something else about it.
pub(crate) fn change(someone: &Someone<'_>, sign_in: &str, other: &Value) -> Response {
    let known = account(someone, sign_in);
    let mut asked = json!({
        "name": known["name"], "post": known["post"], "ends_ms": known["ends_ms"], "delegation": known["delegation"],
    });
    for (field, value) in other.as_object().unwrap() {
        asked[field] = value.clone();
    }
    let person = known["person"].as_str().unwrap();
    someone
        .put(&format!("/api/accounts/{person}"))
        .json(&asked)
        .send()
        .unwrap()
}

pub(crate) fn take_up(place: &Place, token: &str, password: &str) -> Response {
    let asked = json!({ "token": token, "password": password });
    place.put("/api/invitation").json(&asked).send().unwrap()
}

pub(crate) fn token(response: Response) -> String {
    assert_eq!(response.status(), 200);
    let invited: Value = response.json().unwrap();
    invited["token"].as_str().unwrap().to_owned()
}

#[test]
fn somebody_is_let_in_by_an_invitation() {
    let place = Place::new();
    let admin = place.person("admin", "administrator", "Regia");
    let token = token(add(&admin, " Nora.Blu ", "social_worker"));
    assert_eq!(token.len(), 32);
    assert_eq!(
        problem(add(&admin, "nora.blu", "social_worker"), 409),
        "sign_in_taken"
    );
    let known = account(&admin, "nora.blu");
    assert_eq!(
        (&known["has_password"], &known["this"]),
        (&json!(false), &json!(false))
    );
    assert!(known["invited_until_ms"].as_i64().unwrap() > now_ms() + 6 * 86_400_000);
    // Nobody signs in without a password, whatever they send.
    for password in ["", "x", PASSWORD] {
        let refused = place.try_sign_in("nora.blu", password, Uuid::now_v7());
        assert_eq!(problem(refused, 401), "wrong_password");
    }
    let asked = json!({ "token": token });
    let told: Value = place
        .post("/api/invitation")
        .json(&asked)
        .send()
        .unwrap()
        .json()
        .unwrap();
    assert_eq!(told, json!({ "name": "Nora Blu", "sign_in": "nora.blu" }));
    for (password, code) in [
        ("corta", "password_short"),
        ("norablu2026!", "password_guessable"),
        ("passwordpassword", "password_guessable"),
        (&"x7!".repeat(50), "password_long"),
    ] {
        assert_eq!(
            problem(take_up(&place, &token, password), 422),
            code,
            "{password}"
        );
    }
    assert_eq!(take_up(&place, &token, OTHER).status(), 200);
    assert_eq!(problem(take_up(&place, &token, OTHER), 410), "invitation_over");
    let nora = place.sign_in("nora.blu", OTHER);
    assert_eq!(nora.get("/api/records?since=0").send().unwrap().status(), 200);
    assert_eq!(problem(take_up(&place, "made-up", OTHER), 410), "invitation_over");
}

#[test]
fn an_invitation_again_is_for_who_forgot_and_ends_what_was_open() {
    let place = Place::new();
    let admin = place.person("admin", "administrator", "Regia");
    let anna = place.person("anna", "social-worker", "Casa");
    let person = account(&admin, "anna")["person"].as_str().unwrap().to_owned();
    let path = format!("/api/accounts/{person}/invitation");
    let first = token(admin.post(&path).send().unwrap());
    let second = token(admin.post(&path).send().unwrap());
    assert_eq!(problem(take_up(&place, &first, OTHER), 410), "invitation_over");
    // It changes nothing before it is taken up.
    assert_eq!(anna.get("/api/session").send().unwrap().status(), 200);
    assert_eq!(take_up(&place, &second, OTHER).status(), 200);
    assert_eq!(
        problem(anna.get("/api/session").send().unwrap(), 401),
        "signed_out"
    );
    assert_eq!(
        problem(place.try_sign_in("anna", PASSWORD, Uuid::now_v7()), 401),
        "wrong_password"
    );
    place.sign_in("anna", OTHER);
}

#[test]
fn administrators_and_auditors_see_no_records() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Casa");
    let household = open(&anna, "Famiglia Prova");
    for role in ["administrator", "auditor"] {
        let someone = place.person(role, role, "Regia");
        let pulled = someone.pull(0);
        assert!(pulled.records.is_empty(), "{role}");
        let history = someone
            .get(&format!("/api/records/household:{household}/history"))
            .send()
            .unwrap();
        assert_eq!(problem(history, 404), "not_found");
        let answer = someone.act(income(household, 900), vec![]);
        assert!(matches!(answer, Answer::Refused { .. }), "{answer:?}");
    }
}

#[test]
fn only_administrators_keep_accounts_and_only_auditors_read_the_audit() {
    let place = Place::new();
    for role in [
        "social-worker",
        "housing-officer",
        "managing-partner",
        "coordinator",
        "auditor",
        "administrator",
    ] {
        let someone = place.person(role, role, "Casa");
        let person = Uuid::now_v7();
        let as_it_stands =
            json!({ "name": "X", "post": post("administrator", "Y"), "ends_ms": null, "delegation": null });
        let calls: [(Response, &str); 5] = [
            (someone.get("/api/accounts").send().unwrap(), "list"),
            (add(&someone, &format!("nuova.{role}"), "administrator"), "add"),
            (
                someone
                    .put(&format!("/api/accounts/{person}"))
                    .json(&as_it_stands)
                    .send()
                    .unwrap(),
                "change",
            ),
            (
                someone
                    .post(&format!("/api/accounts/{person}/invitation"))
                    .send()
                    .unwrap(),
                "invite",
            ),
            (
                someone
                    .delete(&format!("/api/accounts/{person}/second-factor"))
                    .send()
                    .unwrap(),
                "end factor",
            ),
        ];
        for (response, call) in calls {
            if role == "administrator" {
                assert_ne!(response.status(), 403, "{call}");
            } else {
                assert_eq!(problem(response, 403), "not_an_administrator", "{role} {call}");
            }
        }
        for path in ["/api/audit", "/api/audit.csv"] {
            let response = someone.get(path).send().unwrap();
            if role == "auditor" {
                assert_eq!(response.status(), 200, "{path}");
            } else {
                assert_eq!(problem(response, 403), "not_an_auditor", "{role} {path}");
            }
        }
    }
}

#[test]
fn whose_access_ends_delivers_what_they_hold_and_is_out() {
    let place = Place::new();
    let admin = place.person("admin", "administrator", "Regia");
    let anna = place.person("anna", "social-worker", "Casa");
    let household = open(&anna, "Famiglia Prova");
    let ended = change(&admin, "anna", &json!({ "ends_ms": now_ms() - 1_000 }));
    assert_eq!(ended.status(), 200);
    let told: Value = anna.get("/api/session").send().unwrap().json().unwrap();
    assert_eq!(told["revoked"], json!(true));
    assert_eq!(
        problem(anna.get("/api/records?since=0").send().unwrap(), 403),
        "device_revoked"
    );
    // What was done before without a network arrives, and is kept aside.
    let answer = anna.act(income(household, 900), vec![]);
    let reason = match answer {
        Answer::Quarantined { reason } => reason,
        other => panic!("{other:?}"),
    };
    assert_eq!(reason, "device_revoked");
    let refused = place.try_sign_in("anna", PASSWORD, Uuid::now_v7());
    assert_eq!(problem(refused, 401), "wrong_password");
    assert_eq!(change(&admin, "anna", &json!({ "ends_ms": null })).status(), 200);
    assert_eq!(anna.get("/api/records?since=0").send().unwrap().status(), 200);
}

#[test]
fn a_deputy_has_the_other_role_until_its_end() {
    let place = Place::new();
    let admin = place.person("admin", "administrator", "Regia");
    let anna = place.person("anna", "social-worker", "Casa");
    let delegation = |until_ms: i64| json!({ "delegation": { "role": "coordinator", "organisation": "Regia", "until_ms": until_ms } });
    for until_ms in [now_ms() - 1, now_ms() + 400 * 86_400_000] {
        let refused = change(&admin, "anna", &delegation(until_ms));
        assert_eq!(problem(refused, 422), "account_incomplete");
    }
    let soon = now_ms() + 1_500;
    assert_eq!(change(&admin, "anna", &delegation(soon)).status(), 200);
    let told: Value = anna.get("/api/session").send().unwrap().json().unwrap();
    assert_eq!(told["author"]["role"], json!("coordinator"));
    while now_ms() <= soon {
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    let told: Value = anna.get("/api/session").send().unwrap().json().unwrap();
    assert_eq!(told["author"]["role"], json!("social_worker"));
    let as_administrator = json!({ "delegation": { "role": "administrator", "organisation": "Regia", "until_ms": now_ms() + 60_000 } });
    assert_eq!(
        problem(change(&admin, "anna", &as_administrator), 422),
        "account_incomplete"
    );
}

#[test]
fn an_administrator_is_not_put_out_by_their_own_hand() {
    let place = Place::new();
    let admin = place.person("admin", "administrator", "Regia");
    for other in [
        json!({ "ends_ms": now_ms() }),
        json!({ "post": post("coordinator", "Regia") }),
        json!({ "delegation": { "role": "coordinator", "organisation": "Regia", "until_ms": now_ms() + 60_000 } }),
    ] {
        assert_eq!(
            problem(change(&admin, "admin", &other), 409),
            "own_account",
            "{other}"
        );
    }
    assert_eq!(
        change(&admin, "admin", &json!({ "name": "Ada Nova" })).status(),
        200
    );
    assert_eq!(account(&admin, "admin")["name"], json!("Ada Nova"));
    for other in [
        json!({ "name": "  " }),
        json!({ "post": post("administrator", "") }),
    ] {
        assert_eq!(
            problem(change(&admin, "admin", &other), 422),
            "account_incomplete"
        );
    }
    for sign_in in ["", "  ", "a b", "a<b>", "a\nb", &"x".repeat(200)] {
        assert_eq!(
            problem(add(&admin, sign_in, "auditor"), 422),
            "sign_in_unfit",
            "{sign_in}"
        );
    }
}
