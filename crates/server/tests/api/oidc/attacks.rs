// SPDX-License-Identifier: AGPL-3.0-or-later
//! A browser that brings what is not its own, tokens that nobody should believe, and answers that have no end.
use super::{
    fake::{Key, Reply, unsigned},
    flow::{ANNA, City},
};
use crate::place::{now_ms, problem};
use serde_json::{Value, json};
use std::time::Instant;
use uuid::Uuid;

#[test]
fn another_state_another_cookie_and_none_bring_nobody() {
    let city = City::new();
    let (victim, attacker) = (city.begin(), city.begin());
    city.fake.answer(&city.key.sign(&city.claims(&victim)));
    for (cookie, state) in [
        (Some(victim.cookie.as_str()), attacker.state.as_str()),
        (Some(attacker.cookie.as_str()), victim.state.as_str()),
        (Some(victim.cookie.as_str()), ""),
        (Some("__Host-soglia-entry=made-up"), victim.state.as_str()),
        (None, victim.state.as_str()),
    ] {
        city.visit_with(cookie, &format!("code=code&state={state}"));
        for browser in [&victim, &attacker] {
            assert_eq!(problem(city.person(browser), 410), "provider_over");
        }
    }
    city.visit(&victim, "code=code");
    city.visit(&victim, &format!("code=code&state={0}&state={0}", victim.state));
    assert!(city.fake.asked().is_empty(), "the provider was not asked at all");
    // What was begun goes on all the same.
    assert!(city.come_back(&victim, &city.claims(&victim)).is_none());
    assert_eq!(city.finish(&victim, Uuid::now_v7(), None).status(), 200);
}

#[test]
fn a_redirect_that_somebody_asks_for_is_not_looked_at() {
    let city = City::new();
    let browser = city.begin();
    for more in [
        "redirect=https://evil.example",
        "redirect_uri=//evil.example",
        "next=/x&return_to=https:evil.example",
    ] {
        city.visit(
            &browser,
            &format!("{more}&state={}&error=access_denied", browser.state),
        );
    }
    assert_eq!(problem(city.person(&browser), 422), "provider_cancelled");
    assert!(
        browser
            .address
            .contains("redirect_uri=https%3A%2F%2Fsoglia.example%2Fapi%2Fsession%2Foidc%2Freturn")
    );
}

#[test]
fn another_site_begins_no_sign_in_and_no_page_opens_the_rest() {
    let city = City::new();
    let foreign = city
        .place
        .post("/api/session/oidc")
        .header("sec-fetch-site", "cross-site")
        .send();
    assert_eq!(problem(foreign.unwrap(), 403), "other_origin");
    let opened = city
        .place
        .get("/api/session/oidc")
        .header("sec-fetch-mode", "navigate")
        .send();
    assert_eq!(problem(opened.unwrap(), 403), "not_a_page");
}

#[test]
fn an_id_token_for_which_something_does_not_hold_lets_nobody_in() {
    let city = City::new();
    let now = now_ms() / 1_000;
    let other_issuer = format!("{}/", city.fake.url);
    let cases: [(&str, Value, &str); 15] = [
        ("nonce", json!("of another sign-in"), "provider_answer"),
        ("nonce", Value::Null, "provider_answer"),
        ("iss", json!(other_issuer), "provider_answer"),
        ("aud", json!("another client"), "provider_answer"),
        ("aud", json!(["soglia", "another client"]), "provider_answer"),
        ("aud", json!([]), "provider_answer"),
        ("azp", json!("another client"), "provider_answer"),
        ("exp", json!(now - 90), "provider_clock"),
        ("iat", json!(now + 600), "provider_clock"),
        ("iat", json!(now - 3_600), "provider_clock"),
        ("exp", json!("tomorrow"), "provider_answer"),
        ("sub", Value::Null, "provider_answer"),
        (
            "fiscal_number",
            json!([format!("TINIT-{ANNA}")]),
            "provider_no_tax_code",
        ),
        ("fiscal_number", json!({ "value": ANNA }), "provider_no_tax_code"),
        (
            "fiscal_number",
            json!(format!("TINDE-{ANNA}")),
            "provider_no_tax_code",
        ),
    ];
    for (claim, value, code) in cases {
        let browser = city.begin();
        let mut claims = city.claims(&browser);
        claims[claim] = value.clone();
        let told = city.come_back(&browser, &claims);
        assert_eq!(told.as_deref(), Some(code), "{claim} {value}");
        assert_eq!(
            problem(city.finish(&browser, Uuid::now_v7(), None), 410),
            "provider_over"
        );
    }
}

#[test]
fn only_a_key_of_the_provider_signs() {
    let city = City::new();
    let public = city.key.shown();
    let stranger = Key::new("stranger");
    type Sign<'a> = Box<dyn Fn(&Value) -> String + 'a>;
    let ways: [(&str, Sign<'_>); 6] = [
        ("nobody", Box::new(unsigned)),
        (
            "the public key as a secret",
            Box::new(|claims| city.key.sign_as_shared(public.to_string().as_bytes(), claims)),
        ),
        (
            "its letters as a secret",
            Box::new(|claims| {
                city.key
                    .sign_as_shared(public["x"].as_str().unwrap().as_bytes(), claims)
            }),
        ),
        (
            "the secret of the client",
            Box::new(|claims| city.key.sign_as_shared(b"shared", claims)),
        ),
        ("a stranger", Box::new(|claims| stranger.sign(claims))),
        (
            "a stranger under the name of the provider",
            Box::new(|claims| stranger.sign_named("first", claims)),
        ),
    ];
    for (by, sign) in ways {
        let browser = city.begin();
        let told = city.come_back_with(&browser, &sign(&city.claims(&browser)));
        assert_eq!(told.as_deref(), Some("provider_answer"), "{by}");
    }
    let browser = city.begin();
    let signed = city.key.sign(&city.claims(&browser));
    let (front, _) = signed.rsplit_once('.').unwrap();
    for broken in [
        front.to_owned(),
        format!("{front}."),
        signed.replacen('.', "", 1),
        String::new(),
    ] {
        let browser = city.begin();
        let told = city.come_back_with(&browser, &broken);
        assert_eq!(told.as_deref(), Some("provider_answer"));
    }
}

#[test]
fn a_new_key_is_fetched_when_it_is_needed_and_not_without_end() {
    let city = City::new();
    let browser = city.begin();
    assert!(city.come_back(&browser, &city.claims(&browser)).is_none());
    assert_eq!(city.fake.n_keys(), 1);
    let next = Key::new("second");
    city.fake
        .set(|answers| answers.keys = Reply::Json(json!({ "keys": [next.shown()] })));
    let browser = city.begin();
    let token = next.sign(&city.claims(&browser));
    assert!(city.come_back_with(&browser, &token).is_none());
    assert_eq!(city.fake.n_keys(), 2);
    // The old one counts no more, and whoever goes on with it does not make the server ask for ever.
    for _ in 0..8 {
        let browser = city.begin();
        let told = city.come_back(&browser, &city.claims(&browser));
        assert_eq!(told.as_deref(), Some("provider_answer"));
    }
    assert!(city.fake.n_keys() <= 6, "{}", city.fake.n_keys());
}

#[test]
fn answers_that_are_too_large_too_deep_or_nonsense_end_the_sign_in_and_not_the_server() {
    let city = City::new();
    let deep = |n: usize| format!("{{\"id_token\":{}{}}}", "[".repeat(n), "]".repeat(n));
    let large = format!("{{\"access_token\":\"{}\"}}", "a".repeat(300_000));
    for (reply, code) in [
        (Reply::Endless, "provider_answer"),
        (Reply::Text(large), "provider_answer"),
        (Reply::Text(deep(100_000)), "provider_answer"),
        (Reply::Text(deep(1_000)), "provider_answer"),
        (Reply::Text("[]".to_owned()), "provider_answer"),
        (Reply::Text("<html>".to_owned()), "provider_answer"),
        (
            Reply::Json(json!({ "access_token": "a", "token_type": "Bearer" })),
            "provider_answer",
        ),
        (
            Reply::Json(json!({ "error": "invalid_grant", "error_description": ANNA })),
            "provider_answer",
        ),
    ] {
        city.fake.set(|answers| answers.token = reply);
        let browser = city.begin();
        assert_eq!(city.arrive(&browser).as_deref(), Some(code));
    }
    assert_eq!(city.place.get("/api/status").send().unwrap().status(), 200);
}

#[test]
fn a_provider_that_does_not_describe_itself_well_is_not_spoken_with() {
    for (reply, code) in [
        (Reply::Failing, "provider_unreachable"),
        (Reply::Endless, "provider_answer"),
        (Reply::Text("[".repeat(200_000)), "provider_answer"),
        (
            Reply::Json(json!({ "issuer": "https://another.example" })),
            "provider_answer",
        ),
    ] {
        let city = City::new();
        city.fake.set(|answers| answers.description = reply);
        let refused = city.place.post("/api/session/oidc").send().unwrap();
        assert!(!refused.headers().contains_key("set-cookie"));
        assert_eq!(problem(refused, 422), code);
    }
}

#[test]
fn a_provider_that_goes_silent_is_waited_for_ten_seconds() {
    let city = City::new();
    let browser = city.begin();
    city.fake.set(|answers| answers.token = Reply::Silent);
    let begin = Instant::now();
    assert_eq!(city.arrive(&browser).as_deref(), Some("provider_unreachable"));
    assert!(begin.elapsed().as_secs() < 15);
}

#[test]
fn a_tax_code_that_comes_only_when_asked_once_more_counts_for_the_same_person_alone() {
    let city = City::new();
    for (sub, expected) in [("somebody", None), ("somebody else", Some("provider_answer"))] {
        let person = json!({ "sub": sub, "fiscal_number": format!("TINIT-{ANNA}") });
        city.fake.set(|answers| answers.person = Reply::Json(person));
        let browser = city.begin();
        let mut claims = city.claims(&browser);
        claims.as_object_mut().unwrap().remove("fiscal_number");
        assert_eq!(city.come_back(&browser, &claims).as_deref(), expected);
    }
    city.fake
        .set(|answers| answers.person = Reply::Json(json!({ "sub": "somebody" })));
    let browser = city.begin();
    let mut claims = city.claims(&browser);
    claims["fiscal_number"] = Value::Null;
    assert_eq!(
        city.come_back(&browser, &claims).as_deref(),
        Some("provider_no_tax_code")
    );
    let browser = city.begin();
    let mut claims = city.claims(&browser);
    claims["fiscal_number"] = Value::Null;
    claims["at_hash"] = json!("of-another-token");
    assert_eq!(
        city.come_back(&browser, &claims).as_deref(),
        Some("provider_answer")
    );
}
