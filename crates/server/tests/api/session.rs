// SPDX-License-Identifier: AGPL-3.0-or-later
use crate::place::{PASSWORD, Place, add_user, problem};
use uuid::Uuid;

#[test]
fn signing_in_opens_a_session_that_signing_out_ends() {
    let place = Place::new();
    let anna = place.person("anna.neri", "social-worker", "Welfare");
    assert_eq!(anna.author.name, "Anna Neri");
    let who: serde_json::Value = anna.get("/api/session").send().unwrap().json().unwrap();
    assert_eq!(who["author"]["organisation_name"], "Welfare");
    let out = reqwest::blocking::Client::new()
        .delete(format!("{}/api/session", place.url))
        .header("cookie", &anna.cookie)
        .send()
        .unwrap();
    assert_eq!(out.status(), 204);
    assert_eq!(
        problem(anna.get("/api/session").send().unwrap(), 401),
        "signed_out"
    );
}

#[test]
fn the_cookie_cannot_be_read_by_scripts_nor_sent_by_other_sites() {
    let place = Place::new();
    add_user(&place.data(), "anna", "social-worker", "Welfare");
    let response = place.try_sign_in("Anna ", PASSWORD, Uuid::now_v7());
    let cookie = response.headers()["set-cookie"].to_str().unwrap();
    for part in [
        "__Host-soglia=",
        "HttpOnly",
        "SameSite=Strict",
        "Secure",
        "Path=/",
    ] {
        assert!(cookie.contains(part), "{cookie}");
    }
}

#[test]
fn a_wrong_password_and_an_unknown_name_get_the_same_answer_and_soon_a_wait() {
    let place = Place::new();
    add_user(&place.data(), "anna", "social-worker", "Welfare");
    assert_eq!(
        problem(place.try_sign_in("nobody", PASSWORD, Uuid::now_v7()), 401),
        "wrong_password"
    );
    for _ in 0..4 {
        assert_eq!(
            problem(place.try_sign_in("anna", "wrong", Uuid::now_v7()), 401),
            "wrong_password"
        );
    }
    let held_up = place.try_sign_in("anna", PASSWORD, Uuid::now_v7());
    assert!(held_up.headers().contains_key("retry-after"));
    assert_eq!(problem(held_up, 429), "slow_down");
}

#[test]
fn a_device_belongs_to_one_person() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    add_user(&place.data(), "bruno", "housing-officer", "Casa");
    assert_eq!(
        problem(place.try_sign_in("bruno", PASSWORD, anna.device), 409),
        "device_taken"
    );
    assert_eq!(place.try_sign_in("anna", PASSWORD, anna.device).status(), 200);
}

#[test]
fn another_site_cannot_write_in_the_name_of_who_is_signed_in() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let send = |name: &str, value: &str| {
        anna.post("/api/changes")
            .header(name, value)
            .json(&serde_json::json!({ "changes": [] }))
            .send()
            .unwrap()
    };
    assert_eq!(
        problem(send("origin", "https://example.org"), 403),
        "other_origin"
    );
    assert_eq!(problem(send("sec-fetch-site", "cross-site"), 403), "other_origin");
    assert_eq!(send("origin", &place.url).status(), 200);
}
