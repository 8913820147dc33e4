// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the server tells of itself and of its requests: to browsers, to collectors of metrics, and in its log.
use crate::{
    changes::open,
    place::{PASSWORD, Place, problem, run, run_with},
};
use serde_json::{Value, json};
use std::{fs::Permissions, os::unix::fs::PermissionsExt as _, path::Path};

/// A file that its owner alone reads, or others too.
fn file(place: &Place, name: &str, text: &str, mode: u32) -> String {
    let path = place.data().join(name);
    std::fs::write(&path, text).unwrap();
    std::fs::set_permissions(&path, Permissions::from_mode(mode)).unwrap();
    path.display().to_string()
}

#[test]
fn https_is_made_to_stay_where_the_client_came_on_it_and_nowhere_else() {
    let strict = |place: &Place, scheme: &str| {
        let answer = place.get("/api/status").header("x-forwarded-proto", scheme);
        let answer = answer.send().unwrap();
        let header = answer.headers().get("strict-transport-security");
        header.map(|value| value.to_str().unwrap().to_owned())
    };
    let direct = Place::new();
    assert_eq!(
        strict(&direct, "https"),
        None,
        "nobody said that there is a proxy"
    );
    let behind = Place::with(&["--behind-proxy"]);
    assert_eq!(strict(&behind, "https").as_deref(), Some("max-age=31536000"));
    assert_eq!(strict(&behind, "http"), None);
}

#[test]
fn health_tells_whether_a_server_answers() {
    let mut place = Place::new();
    let address = place.address().to_owned();
    assert_eq!(
        crate::place::tell(&["health", &address]),
        (0, "well\n".to_owned())
    );
    place.stop();
    let (code, said) = crate::place::tell(&["health", &address]);
    assert_eq!((code, said.contains("is not reached")), (1, true), "{said}");
}

#[test]
fn metrics_count_what_happened_and_name_nobody() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let opened = open(&anna, "Famiglia Ionescu").to_string();
    let mut heard = anna.listen();
    heard.until(0);
    problem(
        anna.get(&format!("/api/records/{opened}/readers"))
            .send()
            .unwrap(),
        400,
    );
    problem(place.get("/api/nothing/of/the/kind").send().unwrap(), 404);
    let answer = place.get("/api/metrics").send().unwrap();
    assert_eq!(answer.status(), 200);
    assert!(
        answer.headers()["content-type"]
            .to_str()
            .unwrap()
            .starts_with("text/plain; version=0.0.4")
    );
    let text = answer.text().unwrap();
    for line in [
        "soglia_requests_total{method=\"POST\",route=\"/session\",status=\"200\"} 1",
        "soglia_requests_total{method=\"POST\",route=\"/changes\",status=\"200\"} 1",
        "soglia_requests_total{method=\"GET\",route=\"/records/{key}/readers\",status=\"400\"} 1",
        "soglia_requests_total{method=\"GET\",route=\"nowhere\",status=\"404\"} 1",
        "soglia_request_seconds_count{method=\"POST\",route=\"/session\"} 1",
        "soglia_changes_total{answer=\"accepted\"} 1",
        "soglia_changes_total{answer=\"refused\"} 0",
        "soglia_log_position 1",
        "soglia_devices_seen 1",
        "soglia_open_streams 1",
        "soglia_uploads_begun 0",
        "soglia_build_info{version=",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    for secret in ["anna", "Ionescu", opened.as_str(), "127.0.0.1", "Welfare"] {
        assert!(!text.contains(secret), "{secret}");
    }
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let (name, value) = line.rsplit_once(' ').unwrap();
        assert!(
            name.starts_with("soglia_") && value.parse::<f64>().is_ok(),
            "{line}"
        );
    }
}

#[test]
fn metrics_are_told_from_elsewhere_to_who_brings_the_token_alone() {
    let folder = Place::new();
    let token = file(&folder, "token", "a long token\n", 0o600);
    let place = Place::with(&["--metrics-token-file", &token]);
    let ask = |word: Option<&str>| {
        let asked = place.get("/api/metrics").header("x-forwarded-for", "192.0.2.1");
        match word {
            Some(word) => asked.header("authorization", word),
            None => asked,
        }
        .send()
        .unwrap()
    };
    assert_eq!(ask(Some("Bearer a long token")).status(), 200);
    for word in [
        None,
        Some("Bearer "),
        Some("Bearer another"),
        Some("a long token"),
    ] {
        assert_eq!(problem(ask(word), 404), "not_found");
    }
    let without = Place::new();
    let asked = without.get("/api/metrics").header("x-forwarded-for", "192.0.2.1");
    problem(asked.header("authorization", "Bearer ").send().unwrap(), 404);
}

#[test]
fn a_secret_that_others_may_read_is_not_taken() {
    let place = Place::new();
    let serve = ["serve", "--listen", "127.0.0.1:0"];
    for (option, name) in [
        ("--metrics-token-file", "token"),
        ("--database-url-file", "address"),
    ] {
        let open = file(&place, name, "postgres://soglia@127.0.0.1:1/soglia", 0o644);
        let (code, said) = run(&place.data(), &[serve.as_slice(), &[option, &open]].concat());
        assert_eq!(code, 1, "{said}");
        assert!(
            said.contains("open to others") && !said.contains("postgres"),
            "{said}"
        );
        let (_, said) = run(&place.data(), &["doctor", option, &open]);
        assert!(said.contains("chmod 600"), "{said}");
    }
    let empty = file(&place, "empty", "\n", 0o600);
    let (code, said) = run(&place.data(), &["serve", "--metrics-token-file", &empty]);
    assert_eq!((code, said.contains("there is nothing in")), (1, true), "{said}");
}

#[test]
fn the_address_of_the_database_is_read_from_a_file() {
    let place = Place::new();
    let address = file(
        &place,
        "address",
        "postgres://soglia:geheim@127.0.0.1:1/soglia\n",
        0o600,
    );
    let surroundings = [("SOGLIA_DATABASE_URL_FILE", address.clone())];
    for (code, said) in [
        run(&place.data(), &["verify", "--database-url-file", &address]),
        run_with(&surroundings, &place.data(), &["verify"]),
    ] {
        assert_eq!(code, 1, "{said}");
        assert!(!said.contains("geheim"), "{said}");
    }
    assert_eq!(
        run(&place.data(), &["verify"]).0,
        0,
        "the one in the folder is another one"
    );
}

/// What doctor says under a name.
fn found(data: &Path, words: &[&str], name: &str) -> Option<String> {
    let (_, said) = run(data, &[&["doctor", "--json"], words].concat());
    let report: Value = serde_json::from_str(said.lines().next().unwrap()).unwrap();
    let checks = report["checks"].as_array().unwrap();
    let found = checks.iter().find(|found| found["name"] == name)?;
    Some(found["standing"].as_str().unwrap().to_owned())
}

#[test]
fn doctor_sees_what_stands_open_towards_the_network() {
    let place = Place::new();
    let data = place.data();
    let is = |words: &[&str], name: &str, standing: Option<&str>| {
        assert_eq!(found(&data, words, name).as_deref(), standing, "{words:?}");
    };
    let with_password = "postgres://soglia:geheim@127.0.0.1:1/soglia";
    is(
        &["--database-url", with_password],
        "database_password",
        Some("doubt"),
    );
    is(
        &["--database-url", "postgres://soglia@127.0.0.1:1/soglia"],
        "database_password",
        None,
    );
    is(&["--listen", "0.0.0.0:80"], "address", Some("doubt"));
    is(
        &["--listen", "0.0.0.0:80", "--behind-proxy"],
        "address",
        Some("doubt"),
    );
    is(&["--behind-proxy"], "proxy", Some("well"));
    is(&[], "proxy", None);
    let nowhere = ["--tls-cert", "/nowhere/cert.pem", "--tls-key", "/nowhere/key.pem"];
    is(&nowhere, "certificate", Some("wrong"));
    is(
        &["--metrics-token-file", "/nowhere/token"],
        "metrics_token",
        Some("wrong"),
    );
    let token = file(&place, "token", "a long token", 0o600);
    is(&["--metrics-token-file", &token], "metrics_token", Some("well"));
}

#[test]
fn the_log_tells_every_request_and_nothing_of_whom() {
    for form in ["requests", "json"] {
        let (said, secrets) = logged(form);
        for route in [
            "/session",
            "/changes",
            "/records",
            "/devices/{device}",
            "/shared",
            "nowhere",
            "client",
        ] {
            assert!(said.lines().any(|line| line.contains(route)), "{route}\n{said}");
        }
        for secret in secrets {
            assert!(!said.contains(&secret), "{secret}\n{said}");
        }
        for line in said.lines() {
            if form == "json" {
                let line: Value = serde_json::from_str(line).unwrap();
                let names: Vec<&String> = line.as_object().unwrap().keys().collect();
                assert_eq!(names.len(), 5, "{names:?}");
            } else {
                assert_eq!(line.split(' ').count(), 6, "{line}");
            }
        }
    }
}

/// What the server wrote while somebody worked, and what must not stand in it.
fn logged(form: &str) -> (String, Vec<String>) {
    let mut place = Place::with_log(&["--log", form]);
    let (tax_code, token) = ("RSSMRA80A01F205X", "AbCdEfGhIjKlMnOpQrSt-g");
    let secrets = {
        let anna = place.person("anna.bianchi", "social-worker", "Welfare");
        let household = open(&anna, &format!("Famiglia Ionescu {tax_code}")).to_string();
        anna.pull(0);
        for path in [
            format!("/api/records/household:{household}/readers"),
            format!("/api/{tax_code}?name=Ionescu"),
            format!("/nuclei/{household}?q={tax_code}"),
        ] {
            let _ = anna.get(&path).send().unwrap();
        }
        problem(
            anna.delete(&format!("/api/devices/{household}")).send().unwrap(),
            404,
        );
        let _ = place
            .post("/api/shared")
            .json(&json!({ "token": token }))
            .send()
            .unwrap();
        let strange = reqwest::Method::from_bytes(b"IONESCU").unwrap();
        let _ = reqwest::blocking::Client::new()
            .request(strange, format!("{}/api/status", place.url))
            .send();
        let wrong = place.try_sign_in("anna.bianchi", "wrong password", uuid::Uuid::now_v7());
        assert_eq!(wrong.status(), 401);
        let device = anna.device.to_string();
        let cookie = anna.cookie.split('=').nth(1).unwrap().to_owned();
        let words = [
            "anna.bianchi",
            "Ionescu",
            "IONESCU",
            tax_code,
            token,
            PASSWORD,
            "wrong password",
            "127.0.0.1",
        ];
        let words = words.map(str::to_owned).into_iter();
        words.chain([household, device, cookie]).collect()
    };
    (place.log(), secrets)
}
