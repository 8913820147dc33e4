// SPDX-License-Identifier: AGPL-3.0-or-later
use crate::{
    changes::{income, open, stored},
    place::{Place, Someone, problem},
};
use serde_json::{Value, json};
use soglia_domain::household::Verb as HouseholdVerb;
use soglia_domain::{
    action::Action,
    id::{HouseholdId, PersonId},
    record::Identity as _,
};
use soglia_sync::change::{Answer, Change};
use uuid::Uuid;

fn opening(someone: &Someone<'_>) -> Change {
    let household = HouseholdId(Uuid::now_v7());
    let label = "Famiglia Ionescu".to_owned();
    someone.change(Action::on(household, HouseholdVerb::Open { label }), Vec::new())
}

fn send(someone: &Someone<'_>, body: &Value) -> reqwest::blocking::Response {
    someone.post("/api/changes").json(body).send().unwrap()
}

/// F9.
#[test]
fn changes_that_do_not_follow_each_other_are_not_taken() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let before = place.verify();
    let (first, second) = (opening(&anna), opening(&anna));
    for batch in [[&second, &first], [&first, &first]] {
        let body = json!({ "changes": batch });
        assert_eq!(problem(send(&anna, &body), 400), "out_of_order");
    }
    assert_eq!(place.verify(), before);
    let answers = anna.push(&[first, second]);
    assert!(
        answers
            .iter()
            .all(|answer| matches!(answer, Answer::Accepted { .. }))
    );
}

/// F9.
#[test]
fn a_server_that_lost_what_it_answered_takes_nothing_that_came_later() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let (first, second) = (opening(&anna), opening(&anna));
    let before = place.verify();
    let body = json!({ "after": 1, "changes": [second] });
    assert_eq!(problem(send(&anna, &body), 409), "earlier_changes_missing");
    assert_eq!(place.verify(), before);
    // Delivered again from the beginning it goes on, also behind a refusal.
    let again = anna.change(first.action.clone(), Vec::new());
    let answers = anna.push(&[first, again.clone()]);
    assert!(matches!(answers[1], Answer::Refused { .. }));
    let body = json!({ "after": again.counter, "changes": [opening(&anna)] });
    assert_eq!(send(&anna, &body).status(), 200);
}

#[test]
fn a_batch_sent_again_late_and_in_pieces_changes_nothing() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let batch: Vec<Change> = (0..6).map(|_| opening(&anna)).collect();
    let answers = anna.push(&batch);
    let after = place.verify();
    assert_eq!(anna.push(&batch[3..]), answers[3..]);
    assert_eq!(anna.push(&batch[..4]), answers[..4]);
    assert_eq!(anna.push(&batch), answers);
    assert_eq!(place.verify(), after);
}

#[test]
fn work_of_another_device_of_the_same_person_is_taken_once() {
    let place = Place::new();
    let tablet = place.person("anna", "social-worker", "Welfare");
    let phone = place.sign_in("anna", crate::place::PASSWORD);
    let work = [opening(&tablet), opening(&tablet)];
    let told = phone.push(&work);
    assert!(
        told.iter()
            .all(|answer| matches!(answer, Answer::Accepted { .. }))
    );
    assert_eq!(tablet.push(&work), told);
    // The phone itself was never answered.
    let body = json!({ "after": 1, "changes": [] });
    assert_eq!(problem(send(&phone, &body), 409), "earlier_changes_missing");
}

#[test]
fn neither_another_persons_device_nor_name_can_be_used() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let bruno = place.person("bruno", "housing-officer", "Casa");
    let before = place.verify();
    let good = opening(&anna);
    let mut elsewhere = opening(&anna);
    elsewhere.device = soglia_domain::id::DeviceId(bruno.device);
    let mut other = opening(&anna);
    other.author = bruno.author.person;
    let mut nobody = opening(&anna);
    nobody.author = PersonId(Uuid::now_v7());
    for (bad, code) in [
        (elsewhere, "not_your_device"),
        (other, "not_your_change"),
        (nobody, "not_your_change"),
    ] {
        let body = json!({ "changes": [good, bad] });
        assert_eq!(problem(send(&anna, &body), 403), code);
    }
    assert_eq!(place.verify(), before);
}

#[test]
fn counters_outside_of_what_devices_count_are_not_taken() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let before = place.verify();
    for counter in [
        json!(0),
        json!(1_u64 << 53),
        json!(u64::MAX),
        json!(-1),
        json!(1.5),
        json!("1"),
    ] {
        let mut change = json!(opening(&anna));
        change["counter"] = counter;
        problem(send(&anna, &json!({ "changes": [change] })), 400);
    }
    for after in [json!(-1), json!("all"), json!(1e30)] {
        problem(send(&anna, &json!({ "after": after, "changes": [] })), 400);
    }
    let body = json!({ "after": u64::MAX, "changes": [] });
    assert_eq!(problem(send(&anna, &body), 409), "earlier_changes_missing");
    assert_eq!(place.verify(), before);
}

/// F20.
#[test]
fn a_wrong_clock_is_capped_and_never_a_reason_to_refuse() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let household = open(&anna, "Famiglia Uno");
    let now = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap()
        .as_millis();
    let latest = i64::try_from(now).unwrap() + 86_400_000 + 60_000;
    for (ms, counter) in [
        (i64::MAX, u32::MAX),
        (i64::MIN, 0),
        (0, u32::MAX),
        (253_402_300_800_000, 7),
    ] {
        let mut change = anna.change(income(household, 900 + ms % 50), Vec::new());
        change.at.ms = ms;
        change.at.counter = counter;
        let answer = anna.push(&[change]).remove(0);
        assert!(answer.position().is_some(), "{ms}: {answer:?}");
        let pulled = anna.pull(0);
        let stored = stored(&pulled, household.key());
        assert!(stored.last_at.ms <= latest && stored.last_at.counter <= 1_000_000);
    }
    place.verify();
}

/// F15: a field of a newer version inside a change does not hold it up, and the change is kept as it came.
#[test]
fn what_a_newer_version_adds_to_a_change_is_no_mistake() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let mut newer = json!(opening(&anna));
    newer["mood"] = json!("good");
    newer["action"]["verb"]["household"]["open"]["colour"] = json!("green");
    let told = anna.send(&json!({ "changes": [newer], "hurry": true }));
    assert!(told["answers"][0]["answer"]["accepted"].is_object(), "{told}");
}

/// The device signed in after the backup from which the server was brought back: its work file is taken all the same.
#[test]
fn work_of_a_device_that_nobody_knows_becomes_its_authors_own() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let bruno = place.person("bruno", "housing-officer", "Casa");
    let lost = Uuid::now_v7();
    let mut work = opening(&anna);
    work.device = soglia_domain::id::DeviceId(lost);
    let told = anna.push(std::slice::from_ref(&work));
    assert!(matches!(told[0], Answer::Accepted { .. }));
    let mut theirs = opening(&bruno);
    theirs.device = work.device;
    let body = json!({ "changes": [theirs] });
    assert_eq!(problem(send(&bruno, &body), 403), "not_your_device");
    assert_eq!(
        problem(place.try_sign_in("bruno", crate::place::PASSWORD, lost), 409),
        "device_taken"
    );
    // Nobody has that many.
    let before = place.verify();
    let many: Vec<Change> = (0..3)
        .map(|_| {
            let mut change = opening(&anna);
            change.device = soglia_domain::id::DeviceId(Uuid::now_v7());
            change
        })
        .collect();
    let body = json!({ "changes": many });
    assert_eq!(problem(send(&anna, &body), 403), "not_your_device");
    assert_eq!(place.verify(), before);
}
