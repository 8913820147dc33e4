// SPDX-License-Identifier: AGPL-3.0-or-later
use crate::place::{Place, problem};
use serde_json::json;

#[test]
fn every_address_of_the_client_gets_the_page_under_a_strict_policy() {
    let place = Place::new();
    for path in ["/", "/nuclei", "/alloggi/importa"] {
        let response = place.get(path).send().unwrap();
        assert_eq!(response.status(), 200);
        let policy = response.headers()["content-security-policy"]
            .to_str()
            .unwrap()
            .to_owned();
        assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"));
        assert!(!policy.contains("unsafe-inline"));
        assert_eq!(response.headers()["cache-control"], "no-cache");
        assert_eq!(response.headers()["x-content-type-options"], "nosniff");
        assert!(response.text().unwrap().contains("<title>Soglia</title>"));
    }
}

#[test]
fn a_file_travels_compressed_when_the_browser_takes_it_and_lasts_when_its_name_has_a_hash() {
    let place = Place::new();
    let name = "soglia-0123456789abcdef.wasm";
    std::fs::write(place.dist().join(name), b"plain").unwrap();
    std::fs::write(place.dist().join(format!("{name}.br")), b"small").unwrap();
    let small = place
        .get(&format!("/{name}"))
        .header("accept-encoding", "gzip, br")
        .send()
        .unwrap();
    assert_eq!(small.headers()["content-encoding"], "br");
    assert_eq!(small.headers()["content-type"], "application/wasm");
    assert!(
        small.headers()["cache-control"]
            .to_str()
            .unwrap()
            .contains("immutable")
    );
    assert_eq!(small.bytes().unwrap().as_ref(), b"small");
    let plain = place
        .get(&format!("/{name}"))
        .header("accept-encoding", "gzip")
        .send()
        .unwrap();
    assert_eq!(plain.bytes().unwrap().as_ref(), b"plain");
}

#[test]
fn what_did_not_change_is_not_sent_again() {
    let place = Place::new();
    let first = place.get("/").send().unwrap();
    let tag = first.headers()["etag"].clone();
    assert_eq!(
        place
            .get("/")
            .header("if-none-match", tag)
            .send()
            .unwrap()
            .status(),
        304
    );
}

#[test]
fn a_missing_file_is_missing_and_never_the_page() {
    let place = Place::new();
    std::fs::write(place.data().join("secret.txt"), "secret").unwrap();
    for path in [
        "/missing.js",
        "/fonts/missing.woff2",
        "/..%2fdata%2fsecret.txt",
        "/.fingerprint",
    ] {
        problem(place.get(path).send().unwrap(), 404);
    }
}

#[test]
fn the_page_of_shared_links_is_kept_and_listed_by_nobody_and_its_policy_is_stricter() {
    let place = Place::new();
    std::fs::write(
        place.dist().join("share.html"),
        "<!doctype html><title>Shared</title>",
    )
    .unwrap();
    let response = place.get("/condiviso").send().unwrap();
    assert_eq!(response.status(), 200);
    let header = |name: &str| response.headers()[name].to_str().unwrap().to_owned();
    assert_eq!(header("cache-control"), "no-store");
    assert!(header("x-robots-tag").contains("noindex"));
    assert_eq!(header("referrer-policy"), "no-referrer");
    let policy = header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"));
    assert!(policy.contains("img-src 'self' blob:;") && !policy.contains("worker-src"));
    assert!(response.text().unwrap().contains("<title>Shared</title>"));
}

#[test]
fn a_link_that_never_was_shows_nothing_and_asks_for_no_sign_in() {
    let place = Place::new();
    let asked = json!({ "token": "AbCdEfGhIjKlMnOpQrSt-g" });
    let response = place.post("/api/shared").json(&asked).send().unwrap();
    assert_eq!(response.headers()["cache-control"], "no-store");
    assert_eq!(problem(response, 404), "not_found");
    for nonsense in [json!({}), json!({ "token": "short" })] {
        problem(place.post("/api/shared").json(&nonsense).send().unwrap(), 400);
    }
    problem(place.get("/api/shared").send().unwrap(), 405);
}
