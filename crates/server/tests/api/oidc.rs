// SPDX-License-Identifier: AGPL-3.0-or-later
//! Signing in at an identity provider: as it should go, and with a provider or a browser that means ill.
mod attacks;
mod fake;
mod flow;

use crate::place::{PASSWORD, add_user, command, problem, sql};
use flow::{ANNA, City, HOMONYM, texts};
use serde_json::{Value, json};
use uuid::Uuid;

#[test]
fn somebody_who_is_linked_signs_in_once() {
    let city = City::new();
    let offered: Value = city
        .place
        .get("/api/session/oidc")
        .send()
        .unwrap()
        .json()
        .unwrap();
    assert_eq!(
        offered,
        json!({ "it": "Accedi con SPID", "en": "Sign in with SPID" })
    );
    let browser = city.begin();
    let cookie = &browser.set_cookie;
    for part in [
        "__Host-soglia-entry=",
        "HttpOnly",
        "SameSite=Lax",
        "Secure",
        "Path=/",
        "Max-Age=600;",
    ] {
        assert!(cookie.contains(part), "{cookie}");
    }
    for part in [
        "response_type=code",
        "code_challenge_method=S256",
        "prompt=login",
        "scope=openid+profile",
    ] {
        assert!(browser.address.contains(part), "{}", browser.address);
    }
    assert!(city.come_back(&browser, &city.claims(&browser)).is_none());
    let asked = city.fake.asked().remove(0);
    let verifier = flow::value(&asked, "code_verifier");
    assert_eq!(
        flow::challenge(&verifier),
        flow::value(&browser.address, "code_challenge")
    );
    let who: Value = city.person(&browser).json().unwrap();
    assert_eq!(who, json!({ "sign_in": "anna" }));
    let signed_in = city.finish(&browser, Uuid::now_v7(), None);
    assert_eq!(signed_in.status(), 200);
    let session = flow::session_cookie(&signed_in);
    let who: Value = city
        .place
        .get("/api/session")
        .header("cookie", &session)
        .send()
        .unwrap()
        .json()
        .unwrap();
    assert_eq!(who["author"]["name"], "Anna");
    // Neither the result nor the code opens a second one.
    assert_eq!(
        problem(city.finish(&browser, Uuid::now_v7(), None), 410),
        "provider_over"
    );
    assert!(city.come_back(&browser, &city.claims(&browser)).is_none());
    assert_eq!(problem(city.person(&browser), 410), "provider_over");
    assert_eq!(city.fake.asked().len(), 1);
    let notes = texts(
        &city.place.data(),
        "SELECT note FROM audit WHERE deed = 'signed_in' AND note <> ''",
    );
    assert_eq!(notes, ["identity provider"]);
}

#[test]
fn who_is_not_linked_or_whose_access_ended_is_told_so_after_proving_who_they_are() {
    let city = City::new();
    for (code, error) in [
        (HOMONYM, "provider_not_linked"),
        ("VRDNNA80A41F205Y", "provider_no_tax_code"),
    ] {
        let browser = city.begin();
        let mut claims = city.claims(&browser);
        claims["fiscal_number"] = json!(format!("TINIT-{code}"));
        assert_eq!(city.come_back(&browser, &claims).as_deref(), Some(error));
    }
    command(&city.place.data(), &["user", "end", "anna"]);
    let browser = city.begin();
    assert!(city.come_back(&browser, &city.claims(&browser)).as_deref() == Some("provider_ended"));
    let notes = texts(
        &city.place.data(),
        "SELECT note FROM audit WHERE deed = 'sign_in_failed' ORDER BY n",
    );
    let expected = ["nobody is linked", "no tax code", "access ended"];
    assert_eq!(notes, expected.map(|note| format!("identity provider: {note}")));
}

#[test]
fn whoever_cancels_is_told_once_and_may_begin_again() {
    let city = City::new();
    for (error, code) in [
        ("access_denied", "provider_cancelled"),
        ("server_error", "provider_unreachable"),
        ("invalid_scope", "provider_answer"),
    ] {
        let browser = city.begin();
        city.visit(&browser, &format!("error={error}&state={}", browser.state));
        assert_eq!(problem(city.person(&browser), 422), code);
        assert_eq!(problem(city.person(&browser), 410), "provider_over", "told once");
    }
}

#[test]
fn a_role_that_needs_a_second_factor_gets_by_with_the_one_of_the_provider_and_not_without() {
    let city = City::with(&["--second-factor-for", "social-worker"]);
    for (level, status) in [
        ("https://www.spid.gov.it/SpidL1", 403),
        ("https://www.spid.gov.it/SpidL2", 200),
    ] {
        let browser = city.begin();
        assert!(
            browser
                .address
                .contains("acr_values=https%3A%2F%2Fwww.spid.gov.it%2FSpidL2")
        );
        let mut claims = city.claims(&browser);
        claims["acr"] = json!(level);
        assert!(city.come_back(&browser, &claims).is_none());
        let session = flow::session_cookie(&city.finish(&browser, Uuid::now_v7(), None));
        let pulled = city
            .place
            .get("/api/records?since=0")
            .header("cookie", &session)
            .send()
            .unwrap();
        assert_eq!(pulled.status(), status, "{level}");
        let factor = city.place.get("/api/second-factor").header("cookie", &session);
        let factor: Value = factor.send().unwrap().json().unwrap();
        assert_eq!(factor["needed"], status == 403, "{level}");
    }
}

#[test]
fn the_second_factor_of_a_person_is_asked_for_where_the_provider_asked_for_none() {
    let city = City::new();
    // Confirmed, with a key that nobody has to know here.
    sql(
        &city.place.data(),
        "INSERT INTO factors (person, secret, last_step)
         SELECT id, 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', 1 FROM people WHERE sign_in = 'anna'",
    );
    let browser = city.begin();
    assert!(city.come_back(&browser, &city.claims(&browser)).is_none());
    let device = Uuid::now_v7();
    assert_eq!(problem(city.finish(&browser, device, None), 401), "code_needed");
    assert_eq!(
        problem(city.finish(&browser, device, Some("000000")), 401),
        "code_wrong"
    );
    let browser = city.begin();
    let mut claims = city.claims(&browser);
    claims["acr"] = json!("https://www.spid.gov.it/SpidL2");
    assert!(city.come_back(&browser, &claims).is_none());
    assert_eq!(city.finish(&browser, device, None).status(), 200);
}

#[test]
fn an_administrator_links_and_unlinks_and_the_code_stands_nowhere() {
    let city = City::new();
    let admin = city.place.person("admin", "administrator", "Regia");
    add_user(&city.place.data(), "bruno", "housing-officer", "Casa");
    let told: Value = admin.get("/api/accounts").send().unwrap().json().unwrap();
    assert_eq!(told["provider"], true);
    let account = |name: &str| {
        let all = told["accounts"].as_array().unwrap();
        all.iter()
            .find(|account| account["sign_in"] == name)
            .unwrap()
            .clone()
    };
    assert_eq!(
        (
            account("anna")["has_code"].clone(),
            account("bruno")["has_code"].clone()
        ),
        (json!(true), json!(false))
    );
    let path = |name: &str| {
        format!(
            "/api/accounts/{}/tax-code",
            account(name)["person"].as_str().unwrap()
        )
    };
    let link = |name: &str, code: &str| {
        admin
            .put(&path(name))
            .json(&json!({ "tax_code": code }))
            .send()
            .unwrap()
    };
    let refused = link("bruno", "RSSMRA85T10F205A");
    assert_eq!(problem(refused, 422), "tax_code_wrong");
    assert_eq!(problem(link("bruno", ANNA), 409), "tax_code_taken");
    assert_eq!(link("bruno", HOMONYM).status(), 200);
    let browser = city.begin();
    assert!(city.come_back(&browser, &city.claims(&browser)).is_none());
    let late = city.begin();
    assert!(city.come_back(&late, &city.claims(&late)).is_none());
    let session = flow::session_cookie(&city.finish(&browser, Uuid::now_v7(), None));
    assert_eq!(admin.delete(&path("anna")).send().unwrap().status(), 200);
    let ended = city
        .place
        .get("/api/session")
        .header("cookie", &session)
        .send()
        .unwrap();
    assert_eq!(problem(ended, 401), "signed_out");
    assert_eq!(
        problem(city.finish(&late, Uuid::now_v7(), None), 410),
        "provider_over"
    );
    for (table, text) in [
        ("audit", "note || about"),
        ("tax_codes", "code_hash"),
        ("entries", "held"),
    ] {
        for line in texts(&city.place.data(), &format!("SELECT {text} FROM {table}")) {
            assert!(!line.contains(ANNA) && !line.contains(HOMONYM), "{table}: {line}");
        }
    }
}

#[test]
fn a_server_without_a_provider_offers_none() {
    let place = crate::place::Place::new();
    assert_eq!(place.get("/api/session/oidc").send().unwrap().status(), 204);
    for path in [
        "/api/session/oidc",
        "/api/session/oidc/person",
        "/api/session/oidc/finish",
    ] {
        let asked = place
            .post(path)
            .json(&json!({ "device": Uuid::now_v7() }))
            .send()
            .unwrap();
        assert_eq!(problem(asked, 404), "not_found", "{path}");
    }
    add_user(&place.data(), "anna", "social-worker", "Casa");
    assert_eq!(place.try_sign_in("anna", PASSWORD, Uuid::now_v7()).status(), 200);
}
