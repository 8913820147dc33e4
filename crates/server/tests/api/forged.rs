// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tokens in the wrong place, lines that are two, texts that are meant to hold somebody up, and roles that are only claimed.
use crate::{
    accounts::{add, token},
    calendars,
    changes::ready_dwelling,
    place::{PASSWORD, Place, problem},
    shared::{TOKEN, read, share},
};
use serde_json::{Value, json};
use soglia_domain::{action::Action, household::Verb, id::HouseholdId};
use std::{
    io::{Read as _, Write as _},
    net::{Shutdown, TcpStream},
    time::{Duration, Instant},
};
use uuid::Uuid;

/// What a server says to these very bytes, until it closes.
fn say(place: &Place, bytes: &str) -> String {
    let mut line = TcpStream::connect(place.address()).unwrap();
    line.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    line.write_all(bytes.as_bytes()).unwrap();
    let _ = line.shutdown(Shutdown::Write);
    let mut said = Vec::new();
    let _ = line.read_to_end(&mut said);
    String::from_utf8_lossy(&said).into_owned()
}

#[test]
fn the_token_of_a_session_opens_nothing_outside_of_its_cookie() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Casa");
    let token = anna.cookie.split_once('=').unwrap().1;
    let ask =
        |path: &str, name: &'static str, value: String| place.get(path).header(name, value).send().unwrap();
    let in_address = format!("/api/session?token={token}&__Host-soglia={token}");
    for answer in [
        ask(&in_address, "accept", "*/*".to_owned()),
        ask("/api/session", "authorization", format!("Bearer {token}")),
        ask("/api/session", "x-session", token.to_owned()),
        ask("/api/session", "cookie", format!("soglia={token}")),
        ask("/api/session", "cookie", format!("x__Host-soglia={token}")),
        ask(
            "/api/session",
            "cookie",
            format!("__Host-soglia={}", &token[..63]),
        ),
        ask(
            "/api/session",
            "cookie",
            format!("__Host-soglia={}", token.to_uppercase()),
        ),
    ] {
        assert_eq!(problem(answer, 401), "signed_out");
    }
    assert_eq!(anna.get("/api/session").send().unwrap().status(), 200);
}

/// What opens one door is no key to another.
#[test]
fn a_token_of_one_kind_is_none_of_another() {
    let place = Place::new();
    let admin = place.person("admin", "administrator", "Regia");
    let bruno = place.person("bruno", "housing-officer", "Casa");
    share(&bruno, TOKEN, ready_dwelling(&bruno, None));
    let invitation = token(add(&admin, "nora", "social_worker"));
    let calendar = calendars::address(&bruno);
    let calendar = calendar.rsplit_once('/').unwrap().1.trim_end_matches(".ics");
    let session = bruno.cookie.split_once('=').unwrap().1;
    for other in [invitation.as_str(), calendar, session] {
        // What has not the form of a token is refused before it is looked for.
        let status = read(&place, other).status().as_u16();
        assert!([400, 404].contains(&status), "as a link: {status}");
    }
    for other in [TOKEN, calendar, session] {
        let asked = json!({ "token": other });
        let answer = place.post("/api/invitation").json(&asked).send().unwrap();
        assert_eq!(problem(answer, 410), "invitation_over");
    }
    for other in [TOKEN, invitation.as_str(), session] {
        let answer = place.get(&format!("/api/calendar/{other}.ics")).send().unwrap();
        assert_eq!(answer.status().as_u16(), 404, "as a calendar");
    }
    for other in [TOKEN, invitation.as_str(), calendar] {
        let cookie = format!("__Host-soglia={other}");
        let answer = place.get("/api/session").header("cookie", cookie).send().unwrap();
        assert_eq!(problem(answer, 401), "signed_out");
    }
}

/// The session says who somebody is, and not the change.
#[test]
fn a_change_that_claims_another_role_is_decided_by_the_session() {
    let place = Place::new();
    let paola = place.person("paola", "managing-partner", "Ente");
    let label = "Famiglia Prova".to_owned();
    let change = paola.change(
        Action::on(HouseholdId(Uuid::now_v7()), Verb::Open { label }),
        Vec::new(),
    );
    let mut change = serde_json::to_value(&change).unwrap();
    for (name, value) in [
        ("role", json!("coordinator")),
        ("author_role", json!("coordinator")),
        ("rights", json!(9)),
        ("accepted", json!(true)),
    ] {
        change[name] = value.clone();
        change["action"][name] = value;
    }
    let told = paola.send(&json!({ "changes": [change], "role": "coordinator" }));
    let answer = &told["answers"][0]["answer"];
    assert!(answer.get("accepted").is_none(), "{answer}");
    assert!(paola.pull(0).records.is_empty());
}

#[test]
fn two_lengths_of_one_body_are_not_taken() {
    let place = Place::new();
    let hidden = "GET /api/openapi.json HTTP/1.1\r\nhost: a\r\n\r\n";
    let said = say(
        &place,
        &format!(
            "POST /api/session HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\
             content-length: {}\r\n\r\n{{}}{hidden}",
            hidden.len() + 2
        ),
    );
    assert!(said.starts_with("HTTP/1.1 400 "), "{said}");
    assert!(!said.contains("openapi"), "what was hidden is not answered");
    let said = say(
        &place,
        &format!(
            "POST /api/session HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\
             transfer-encoding: identity\r\n\r\n0\r\n\r\n{hidden}"
        ),
    );
    assert!(said.starts_with("HTTP/1.1 400 "), "{said}");
    assert!(!said.contains("openapi"), "what was hidden is not answered");
}

#[test]
fn a_line_in_an_address_or_a_name_is_no_line_of_an_answer() {
    let place = Place::new();
    let olga = place.person("olga", "housing-officer", "Casa");
    let line = "%0d%0aset-cookie:%20a=b%0d%0ax-planted:%201";
    for path in [
        format!("/{line}"),
        format!("/assets/{line}.css"),
        format!("/api/calendar/{line}.ics"),
        format!("/api/records?since={line}"),
        format!("/api/records/household:{line}/history"),
    ] {
        let answer = olga.get(&path).send().unwrap();
        assert!(answer.status().as_u16() < 500, "{path}");
        assert!(!answer.headers().contains_key("x-planted"), "{path}");
        assert!(!format!("{:?}", answer.headers()).contains("a=b"), "{path}");
    }
    let query = format!("/api/dwelling-imports?dry_run=true&origin=municipal&file_name={line}.csv");
    let tried = olga
        .post(&query)
        .header("content-type", "application/octet-stream")
        .body("indirizzo;superficie\nVia Prova 1;50\n")
        .send()
        .unwrap();
    assert!(!tried.headers().contains_key("x-planted"));
    let device = json!({
        "name": "olga", "password": PASSWORD, "device": Uuid::now_v7(), "device_name": "Tavoletta\r\nset-cookie: a=b",
    });
    let entered = place.post("/api/session").json(&device).send().unwrap();
    let cookies: Vec<_> = entered.headers().get_all("set-cookie").iter().collect();
    assert!(cookies.len() <= 1, "{cookies:?}");
}

/// Neither the check of a password nor any other looks for patterns in a way that takes ever longer.
#[test]
fn a_long_text_that_repeats_itself_holds_nobody_up() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Casa");
    let begun = Instant::now();
    for text in ["a", "aA1!", "qwerty", "2026-11-28", "p4ssw0rd", "((((", "\u{e0}"] {
        for n in [128 / text.chars().count(), 9_000 / text.len()] {
            let long = format!("{}!", text.repeat(n));
            let asked = json!({ "old": PASSWORD, "new": long });
            let refused = anna.put("/api/password").json(&asked).send().unwrap();
            assert!(
                [400, 413, 422].contains(&refused.status().as_u16()),
                "{}",
                refused.status()
            );
        }
    }
    // Fourteen passwords; on a machine with other work one alone takes no second.
    assert!(begun.elapsed() < Duration::from_secs(60), "{:?}", begun.elapsed());
    let told: Value = anna.get("/api/session").send().unwrap().json().unwrap();
    assert_eq!(told["author"]["role"], "social_worker");
}
