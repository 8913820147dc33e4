// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is old is forgotten at the start and once a day, and is told before.
use crate::{
    changes::{income, open},
    place::{Place, Someone, command, run, sql},
};
use serde_json::Value;
use soglia_sync::change::Answer;
use uuid::Uuid;

/// What `soglia doctor` says is due.
fn due(place: &Place, words: &[&str]) -> String {
    let asked: Vec<&str> = ["doctor", "--json"].iter().chain(words).copied().collect();
    let (_, told) = run(&place.data(), &asked);
    let report: Value = serde_json::from_str(told.lines().next().unwrap()).unwrap();
    let checks = report["checks"].as_array().unwrap();
    let found = checks.iter().find(|found| found["name"] == "retention").unwrap();
    assert_eq!(found["standing"], "well");
    found["says"].as_str().unwrap().to_owned()
}

fn refused(someone: &Someone<'_>) -> (Value, Answer) {
    let household = open(someone, "Famiglia Prova");
    let change = someone.change(income(household, -900), Vec::new());
    let answer = someone.push(std::slice::from_ref(&change)).remove(0);
    assert!(matches!(answer, Answer::Refused { .. }), "{answer:?}");
    (serde_json::json!({ "changes": [change] }), answer)
}

#[test]
fn what_is_old_is_told_and_then_forgotten() {
    let mut place = Place::new();
    let (sent, answer) = refused(&place.person("anna", "social-worker", "Casa"));
    // Neither the command nor a young store has anything to forget.
    assert!(
        due(&place, &[]).contains("views of links 365"),
        "the terms are told"
    );
    assert!(due(&place, &[]).contains(" 0 refused contents, 0 sessions"));
    sql(&place.data(), "UPDATE refused SET received_ms = 1000");
    let gone = Uuid::now_v7();
    place.sign_in_on("anna", gone);
    sql(
        &place.data(),
        "UPDATE sessions SET expires_ms = 1000 WHERE token_hash = (SELECT token_hash FROM session_lines ORDER BY begun_ms DESC LIMIT 1)",
    );
    let told = due(&place, &[]);
    assert!(told.contains(" 1 refused contents, 1 sessions"), "{told}");
    assert!(due(&place, &["--keep-refused", "36500"]).contains(" 0 refused contents"));
    place.restart();
    // The server forgets beside what it answers.
    let mut asked = (0..100).map(|_| due(&place, &[]));
    assert!(asked.any(|told| told.contains(" 0 refused contents, 0 sessions")));
    // The answer stays: the same change gets it again.
    let anna = place.sign_in_on("anna", anna_device(&sent));
    let again = anna.send(&sent);
    let again: Answer = serde_json::from_value(again["answers"][0]["answer"].clone()).unwrap();
    assert_eq!(again, answer);
    let verified = command(&place.data(), &["verify"]);
    assert!(!verified.is_empty());
}

fn anna_device(sent: &Value) -> Uuid {
    sent["changes"][0]["device"].as_str().unwrap().parse().unwrap()
}

#[test]
fn a_term_is_at_least_a_day() {
    let place = Place::new();
    for days in ["0", "-1", "many"] {
        let (code, _) = run(&place.data(), &["doctor", &format!("--keep-refused={days}")]);
        assert_eq!(code, 2, "{days}");
    }
}
