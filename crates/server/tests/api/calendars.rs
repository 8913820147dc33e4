// SPDX-License-Identifier: AGPL-3.0-or-later
//! The address from which a calendar fetches: whose days stand there, and that nothing else does.
use crate::{
    changes::{open, propose, ready_dwelling},
    diary::{stands, withdraw},
    place::{Place, Someone, on_both, problem},
};
use reqwest::blocking::{Client, Response};
use serde_json::Value;
use soglia_domain::{
    action::Action,
    answer::Answer,
    assignee::{Assignee, Colleague},
    author::Role,
    calendar::Day,
    id::{HouseholdId, PlacementId, TaskId, VisitId},
    task::{self, TaskKind},
    visit::{self, Appointment, Purpose, VisitFact},
};
use uuid::Uuid;

/// The day on which the devices of these tests are.
const TODAY: Day = Day::constant(2026, 9, 21);

/// Words that stand nowhere but in what people wrote.
const PERSONAL: [&str; 6] = [
    "Zwingliano",
    "Quarenghi",
    "cortile",
    "Insegnante",
    "mediatrice",
    "Anna",
];

fn plan(someone: &Someone<'_>, household: HouseholdId, day: Day) -> VisitId {
    let id = VisitId(Uuid::now_v7());
    let verb = visit::Verb::Plan {
        household,
        dwelling: None,
        purpose: Purpose::Home,
        appointment: Appointment {
            day,
            from: Some(570),
            to: Some(630),
            place: "via Quarenghi 80, scala B".to_owned(),
        },
        who: None,
    };
    stands(&someone.act(Action::on(id, verb), Vec::new()));
    let note = VisitFact::Safety(Answer::Known("cane in cortile".to_owned()));
    stands(&someone.act(Action::on(id, visit::Verb::Say(note)), Vec::new()));
    id
}

fn ask(someone: &Someone<'_>, household: HouseholdId, due: Day, assignee: Assignee) -> TaskId {
    let id = TaskId(Uuid::now_v7());
    let verb = task::Verb::Ask {
        household,
        what: TaskKind::Call,
        about: None,
        text: "Insegnante: sentire la mediatrice".to_owned(),
        due,
        assignee,
    };
    stands(&someone.act(Action::on(id, verb), Vec::new()));
    id
}

fn me(someone: &Someone<'_>) -> Assignee {
    Assignee::Person(Colleague::of(&someone.author))
}

/// Makes an address.
pub(crate) fn address(someone: &Someone<'_>) -> String {
    let made = someone.post("/api/calendar").send().unwrap();
    assert_eq!(made.status(), 200);
    let told: Value = made.json().unwrap();
    told["path"].as_str().unwrap().to_owned()
}

fn since(someone: &Someone<'_>) -> Option<i64> {
    let told: Value = someone.get("/api/calendar").send().unwrap().json().unwrap();
    assert!(told.get("path").is_none(), "the address is told once");
    told.get("since_ms").and_then(Value::as_i64)
}

/// As a calendar asks: without a session.
fn fetch(someone: &Someone<'_>, path: &str) -> Response {
    Client::new()
        .get(format!("{}{path}", someone.place.url))
        .send()
        .unwrap()
}

fn read(someone: &Someone<'_>, path: &str) -> String {
    let fetched = fetch(someone, path);
    assert_eq!(fetched.status(), 200);
    assert_eq!(fetched.headers()["content-type"], "text/calendar; charset=utf-8");
    assert_eq!(fetched.headers()["cache-control"], "no-store");
    fetched.text().unwrap()
}

/// The events, each as its lines without what is the same in all of them.
fn events(text: &str) -> Vec<Vec<&str>> {
    assert!(text.lines().all(|line| line.len() <= 75));
    let mut events: Vec<Vec<&str>> = text
        .split("BEGIN:VEVENT\r\n")
        .skip(1)
        .map(|event| {
            let (event, _) = event.split_once("END:VEVENT").unwrap();
            let lines = event.split("\r\n").filter(|line| !line.is_empty());
            lines.filter(|line| !line.starts_with("DTSTAMP:")).collect()
        })
        .collect();
    events.sort();
    events
}

fn days(text: &str) -> Vec<String> {
    let starts = text.lines().filter(|line| line.starts_with("DTSTART;"));
    let mut days: Vec<String> = starts
        .map(|line| line.split_once(':').unwrap().1.trim_end().to_owned())
        .collect();
    days.sort();
    days
}

#[test]
fn a_calendar_has_the_hours_of_visits_and_the_days_of_tasks_and_no_word_of_anybody() {
    on_both(|stage| {
        let anna = stage.person("anna", "social-worker", "Welfare");
        let bruno = stage.person("bruno", "housing-officer", "Casa");
        let household = open(&anna, "Famiglia Zwingliano");
        let visit = plan(&anna, household, TODAY.plus_days(1));
        let due = ask(&anna, household, TODAY.plus_days(3), me(&anna));
        ask(
            &bruno,
            household,
            TODAY.plus_days(4),
            Assignee::Role(Role::SocialWorker),
        );
        // Of others, and what is over.
        plan(&bruno, household, TODAY.plus_days(2));
        ask(
            &anna,
            household,
            TODAY.plus_days(5),
            Assignee::Role(Role::HousingOfficer),
        );
        let done = ask(&anna, household, TODAY.plus_days(6), me(&anna));
        let finish = task::Verb::Finish { answer: None };
        stands(&anna.act(Action::on(done, finish), Vec::new()));
        let off = plan(&anna, household, TODAY.plus_days(7));
        let cancel = visit::Verb::Cancel {
            reason: "trasferiti".to_owned(),
        };
        stands(&anna.act(Action::on(off, cancel), Vec::new()));

        let text = read(&anna, &address(&anna));
        assert_eq!(days(&text), ["20260922T093000", "20260924", "20260925"]);
        for word in PERSONAL {
            assert!(!text.contains(word), "{word} in {text}");
        }
        assert!(!text.contains(&household.0.to_string()), "{text}");
        let events = events(&text);
        let of = |key: String| {
            let uid = format!("UID:{key}@soglia");
            let event = events.iter().find(|event| event.contains(&uid.as_str()));
            event.unwrap_or_else(|| panic!("{uid} in {events:?}")).clone()
        };
        let link = format!("URL:{}/", anna.place.url);
        let uid = format!("UID:visit:{visit}@soglia");
        assert_eq!(
            of(format!("visit:{visit}")),
            [
                uid.as_str(),
                "DTSTART;TZID=Europe/Rome:20260922T093000",
                "DTEND;TZID=Europe/Rome:20260922T103000",
                "SUMMARY:Visita",
                &link
            ]
        );
        let uid = format!("UID:task:{due}@soglia");
        assert_eq!(
            of(format!("task:{due}")),
            [
                uid.as_str(),
                "DTSTART;VALUE=DATE:20260924",
                "TRANSP:TRANSPARENT",
                "SUMMARY:Scadenza",
                &link
            ]
        );
        stage.verify();
    });
}

#[test]
fn a_partner_has_its_own_days_for_as_long_as_it_sees_the_household() {
    on_both(|stage| {
        let anna = stage.person("anna", "social-worker", "Welfare");
        let bruno = stage.person("bruno", "housing-officer", "Casa");
        let sara = stage.person("sara", "managing-partner", "Cooperativa");
        let household = open(&anna, "Famiglia Zwingliano");
        ask(
            &anna,
            household,
            TODAY.plus_days(3),
            Assignee::Role(Role::ManagingPartner),
        );
        let path = address(&sara);
        assert_eq!(days(&read(&sara, &path)), [""; 0]);
        let dwelling = ready_dwelling(&bruno, Some(sara.author.organisation));
        let offer = PlacementId(Uuid::now_v7());
        stands(&anna.act(propose(household, dwelling, offer), Vec::new()));
        plan(&sara, household, TODAY.plus_days(1));
        assert_eq!(days(&read(&sara, &path)), ["20260922T093000", "20260924"]);
        stands(&anna.act(withdraw(offer), Vec::new()));
        assert_eq!(days(&read(&sara, &path)), [""; 0]);
    });
}

#[test]
fn an_address_that_was_replaced_or_taken_away_or_never_was_shows_nothing() {
    on_both(|stage| {
        let anna = stage.person("anna", "social-worker", "Welfare");
        assert_eq!(since(&anna), None);
        let first = address(&anna);
        let secret = first.strip_prefix("/api/calendar/").unwrap();
        let secret = secret.strip_suffix(".ics").unwrap();
        assert_eq!(secret.len(), 32);
        assert!(secret.bytes().all(|byte| byte.is_ascii_hexdigit()));
        read(&anna, &first);
        let second = address(&anna);
        assert!(since(&anna).is_some());
        assert_ne!(first, second);
        problem(fetch(&anna, &first), 404);
        read(&anna, &second);
        for wrong in [
            "/api/calendar/00000000000000000000000000000000.ics".to_owned(),
            "/api/calendar/.ics".to_owned(),
            "/api/calendar/%00.ics".to_owned(),
            second.trim_end_matches(".ics").to_owned(),
            second.to_uppercase().replace("/API/CALENDAR/", "/api/calendar/"),
        ] {
            problem(fetch(&anna, &wrong), 404);
        }
        for _ in 0..2 {
            assert_eq!(anna.delete("/api/calendar").send().unwrap().status(), 204);
            problem(fetch(&anna, &second), 404);
        }
        assert_eq!(since(&anna), None);
    });
}

#[test]
fn who_is_not_signed_in_makes_no_address_and_who_asks_without_a_pause_is_told_to_wait() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    problem(place.get("/api/calendar").send().unwrap(), 401);
    problem(place.post("/api/calendar").send().unwrap(), 401);
    let path = address(&anna);
    let mut waits = None;
    for _ in 0..20 {
        let fetched = fetch(&anna, &path);
        if fetched.status() == 429 {
            waits = fetched.headers().get("retry-after").cloned();
            break;
        }
    }
    assert!(waits.is_some(), "nobody needs their calendar so often");
}

/// A backup carries the hash, and nothing from which somebody could ask.
#[test]
fn the_secret_rests_nowhere() {
    let mut place = Place::new();
    let path = {
        let anna = place.person("anna", "social-worker", "Welfare");
        address(&anna)
    };
    place.stop();
    let secret = path.strip_prefix("/api/calendar/").unwrap();
    let secret = secret.strip_suffix(".ics").unwrap();
    for file in std::fs::read_dir(place.data()).unwrap() {
        let file = file.unwrap().path();
        if file.is_file() {
            let bytes = std::fs::read(&file).unwrap();
            let is_there = bytes.windows(secret.len()).any(|part| part == secret.as_bytes());
            assert!(!is_there, "{}", file.display());
        }
    }
}
