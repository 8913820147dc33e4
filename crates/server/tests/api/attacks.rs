// SPDX-License-Identifier: AGPL-3.0-or-later
//! What somebody tries who means ill, and is no matter of one address.
use crate::place::{PASSWORD, Place, problem};
use reqwest::{Method, blocking::Client};
use serde_json::{Value, json};
use uuid::Uuid;

/// What is said beside what was asked for counts for nothing.
#[test]
fn nobody_gives_themselves_another_role() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Casa");
    let more = json!({ "role": "administrator", "author": { "role": "administrator" }, "rights": 9, "revoked": false });
    let with = |asked: Value| {
        let mut asked = asked;
        for (field, value) in more.as_object().unwrap() {
            asked[field] = value.clone();
        }
        asked
    };
    let sign_in = with(json!({ "name": "anna", "password": PASSWORD, "device": Uuid::now_v7() }));
    let told: Value = place
        .post("/api/session")
        .json(&sign_in)
        .send()
        .unwrap()
        .json()
        .unwrap();
    assert_eq!(told["author"]["role"], "social_worker");
    for (method, path, asked) in [
        (Method::POST, "/api/changes", with(json!({ "changes": [] }))),
        (Method::POST, "/api/reads", with(json!({ "reads": [] }))),
        (
            Method::PUT,
            "/api/password",
            with(json!({ "old": PASSWORD, "new": "lampione zucca traghetto" })),
        ),
    ] {
        let request = Client::new().request(method, format!("{}{path}", place.url));
        let answered = request
            .header("cookie", &anna.cookie)
            .json(&asked)
            .send()
            .unwrap();
        assert!(answered.status().is_success(), "{path} {}", answered.status());
    }
    let told: Value = anna.get("/api/session").send().unwrap().json().unwrap();
    assert_eq!(told["author"]["role"], "social_worker");
    assert_eq!(
        problem(anna.get("/api/accounts").send().unwrap(), 403),
        "not_an_administrator"
    );
}

/// A token that somebody planted is no session after the sign-in either.
#[test]
fn a_token_from_before_the_sign_in_is_not_taken_up() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Casa");
    let planted = format!("__Host-soglia={}", "a".repeat(64));
    let asked = json!({ "name": "anna", "password": PASSWORD, "device": Uuid::now_v7() });
    let request = place.post("/api/session").header("cookie", &planted);
    let given = request.json(&asked).send().unwrap();
    let cookie = given.headers()["set-cookie"].to_str().unwrap().to_owned();
    assert!(!cookie.contains(&"a".repeat(64)), "a new token");
    let stolen = place
        .get("/api/session")
        .header("cookie", &planted)
        .send()
        .unwrap();
    assert_eq!(problem(stolen, 401), "signed_out");
    // Of two cookies of one name the first counts, and it is nobody's.
    let both = format!("{planted}; {}", anna.cookie);
    let mixed = place.get("/api/session").header("cookie", both).send().unwrap();
    assert_eq!(problem(mixed, 401), "signed_out");
}

#[test]
fn a_stolen_token_opens_nothing_after_the_sign_out() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Casa");
    assert_eq!(anna.delete("/api/session").send().unwrap().status(), 204);
    for path in [
        "/api/session",
        "/api/records?since=0",
        "/api/sessions",
        "/api/devices",
    ] {
        assert_eq!(
            problem(anna.get(path).send().unwrap(), 401),
            "signed_out",
            "{path}"
        );
    }
}

#[test]
fn a_method_or_a_host_that_is_only_claimed_changes_nothing() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Casa");
    for name in ["x-http-method-override", "x-http-method", "x-method-override"] {
        let answered = anna.get("/api/session").header(name, "DELETE").send().unwrap();
        assert_eq!(answered.status(), 200, "{name}");
    }
    let forged = anna
        .get("/api/session")
        .header("x-forwarded-host", "evil.example");
    let answered = forged.send().unwrap();
    assert!(!format!("{:?}", answered.headers()).contains("evil.example"));
    assert_eq!(anna.get("/api/session").send().unwrap().status(), 200);
    for method in [Method::TRACE, Method::OPTIONS, Method::PATCH] {
        let request = Client::new().request(method.clone(), format!("{}/api/session", place.url));
        let answered = request.header("cookie", &anna.cookie).send().unwrap();
        assert!(
            answered.status().is_client_error(),
            "{method} {}",
            answered.status()
        );
        let text = answered.text().unwrap();
        assert!(!text.contains("__Host-soglia"), "nothing is sent back");
    }
}

#[test]
fn json_without_end_is_refused_at_once() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Casa");
    let deep = format!("{{\"reads\":{}{}}}", "[".repeat(40_000), "]".repeat(40_000));
    for body in [
        deep.as_str(),
        "{\"reads\":[{\"record\":\"household:1\",\"at_ms\":1e999}]}",
        "{\"reads\":",
        "\u{0}",
    ] {
        let request = anna.post("/api/reads").header("content-type", "application/json");
        let refused = request.body(body.to_owned()).send().unwrap();
        assert_eq!(problem(refused, 400), "bad_request");
    }
    assert_eq!(anna.get("/api/session").send().unwrap().status(), 200);
}

#[test]
fn a_path_leads_to_no_file_beside_the_client() {
    let place = Place::new();
    std::fs::write(place.data().join("secret.txt"), "segreto").unwrap();
    for path in [
        "/../data/secret.txt",
        "/%2e%2e/data/secret.txt",
        "/..%2fdata%2fsecret.txt",
        "/..\\data\\secret.txt",
        "/assets/%2e%2e/%2e%2e/data/secret.txt",
        "/secret.txt%00.css",
        "//etc/passwd.txt",
        "/api/blobs/..%2f..%2fdata%2fsecret.txt?record=household:1",
    ] {
        let answered = Client::new().get(format!("{}{path}", place.url)).send().unwrap();
        let text = answered.text().unwrap();
        assert!(!text.contains("segreto") && !text.contains("root:"), "{path}");
    }
}

#[test]
fn a_name_is_no_formula_in_a_file_and_no_mark_on_a_page() {
    let place = Place::new();
    let admin = place.person("admin", "administrator", "Regia");
    let auditor = place.person("giorgio", "auditor", "Dati");
    for (n, name) in ["=HYPERLINK(\"http://evil.example\")", "<script>alert(1)</script>"]
        .into_iter()
        .enumerate()
    {
        let asked = json!({
            "sign_in": format!("prova.{n}"), "name": name, "post": { "role": "social_worker", "organisation": "Casa" },
        });
        let invited: Value = admin
            .post("/api/accounts")
            .json(&asked)
            .send()
            .unwrap()
            .json()
            .unwrap();
        let token = json!({ "token": invited["token"] });
        let told = place.post("/api/invitation").json(&token).send().unwrap();
        assert_eq!(told.headers()["content-type"], "application/json");
        assert_eq!(told.headers()["x-content-type-options"], "nosniff");
        let taken = json!({ "token": invited["token"], "password": "lampione zucca traghetto" });
        assert_eq!(
            place.put("/api/invitation").json(&taken).send().unwrap().status(),
            200
        );
        place.sign_in(&format!("prova.{n}"), "lampione zucca traghetto");
    }
    let asked = json!({
        "sign_in": "prova.riga", "name": "Riga\r\nSet-Cookie: a=b", "post": { "role": "social_worker", "organisation": "Casa" },
    });
    let refused = admin.post("/api/accounts").json(&asked).send().unwrap();
    assert_eq!(problem(refused, 422), "account_incomplete");
    let file = auditor.get("/api/audit.csv").send().unwrap();
    assert!(!file.headers().contains_key("set-cookie"));
    let text = file.text().unwrap();
    assert!(
        text.contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\""),
        "{text}"
    );
    assert!(!text.contains(";=HYPERLINK"), "{text}");
}
