// SPDX-License-Identifier: AGPL-3.0-or-later
//! The clock of the machine is set back, so that what has run out would open again. No test turns the clock of the machine: instead
//! the last change was received so much later, which is the same to a server that begins now.
use crate::{
    accounts::{OTHER, add, change, take_up, token},
    changes::{open, ready_dwelling},
    factors,
    place::{PASSWORD, Place, now_ms, problem, sql},
    shared::{TOKEN, read, share},
};
use serde_json::json;
use uuid::Uuid;

const EIGHT_DAYS: &str = "UPDATE changes SET received_ms = received_ms + 691200000 WHERE position = (SELECT max(position) FROM changes)";
const FORTY_DAYS: &str = "UPDATE changes SET received_ms = received_ms + 3456000000 WHERE position = (SELECT max(position) FROM changes)";

/// The server worked on for so long; then the clock went back, and it was started again.
fn set_back(place: &mut Place, until: &'static str) {
    sql(&place.data(), until);
    place.restart();
}

#[test]
fn a_link_that_has_run_out_does_not_open_again() {
    let mut place = Place::new();
    {
        let bruno = place.person("bruno", "housing-officer", "Casa");
        share(&bruno, TOKEN, ready_dwelling(&bruno, None));
    }
    // It opens for thirty days.
    place.restart();
    assert_eq!(read(&place, TOKEN).status(), 200);
    set_back(&mut place, EIGHT_DAYS);
    assert_eq!(read(&place, TOKEN).status(), 200);
    set_back(&mut place, FORTY_DAYS);
    assert_eq!(problem(read(&place, TOKEN), 404), "not_found");
}

#[test]
fn an_invitation_that_has_run_out_is_not_taken_up() {
    let mut place = Place::new();
    let (first, second) = {
        let admin = place.person("admin", "administrator", "Regia");
        open(&place.person("anna", "social-worker", "Casa"), "Famiglia Prova");
        (
            token(add(&admin, "nora", "social_worker")),
            token(add(&admin, "dora", "social_worker")),
        )
    };
    place.restart();
    assert_eq!(take_up(&place, &first, OTHER).status(), 200);
    // It opens for seven days.
    set_back(&mut place, EIGHT_DAYS);
    assert_eq!(problem(take_up(&place, &second, OTHER), 410), "invitation_over");
}

#[test]
fn a_session_that_has_run_out_opens_nothing() {
    let mut place = Place::new();
    let cookie = {
        let anna = place.person("anna", "social-worker", "Casa");
        open(&anna, "Famiglia Prova");
        anna.cookie.clone()
    };
    let ask = |place: &Place| {
        place
            .get("/api/session")
            .header("cookie", &cookie)
            .send()
            .unwrap()
    };
    place.restart();
    assert_eq!(ask(&place).status(), 200);
    // It ends thirty days after its last use.
    set_back(&mut place, FORTY_DAYS);
    assert_eq!(problem(ask(&place), 401), "signed_out");
}

#[test]
fn a_role_that_was_lent_for_some_days_is_given_back() {
    let mut place = Place::new();
    {
        let admin = place.person("admin", "administrator", "Regia");
        open(&place.person("anna", "social-worker", "Casa"), "Famiglia Prova");
        let until_ms = now_ms() + 20 * 86_400_000;
        let lent =
            json!({ "delegation": { "role": "coordinator", "organisation": "Regia", "until_ms": until_ms } });
        assert_eq!(change(&admin, "anna", &lent).status(), 200);
    }
    place.restart();
    assert_eq!(place.sign_in("anna", PASSWORD).author.role.key(), "coordinator");
    set_back(&mut place, FORTY_DAYS);
    assert_eq!(place.sign_in("anna", PASSWORD).author.role.key(), "social_worker");
}

/// Waits end, and codes of a telephone go by the clock that the telephone has.
#[test]
fn who_has_the_right_password_and_the_right_code_gets_in_all_the_same() {
    let mut place = Place::new();
    let key = {
        let anna = place.person("anna", "social-worker", "Casa");
        open(&anna, "Famiglia Prova");
        factors::set_up(&anna).0
    };
    set_back(&mut place, FORTY_DAYS);
    for _ in 0..4 {
        let refused = place.try_sign_in("anna", "sbagliata", Uuid::now_v7());
        assert_eq!(problem(refused, 401), "wrong_password");
    }
    assert_eq!(problem(factors::sign_in(&place, None), 429), "slow_down");
    let begun = std::time::Instant::now();
    let entered = loop {
        let answer = factors::sign_in(&place, Some(&factors::code(&key, 0)));
        assert!(begun.elapsed().as_secs() < 60, "{}", answer.status());
        if answer.status() != 429 {
            break answer;
        }
        std::thread::sleep(std::time::Duration::from_millis(200));
    };
    assert_eq!(entered.status(), 200);
}
