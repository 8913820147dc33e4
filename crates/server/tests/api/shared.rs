// SPDX-License-Identifier: AGPL-3.0-or-later
//! Shared links: what whoever has one reads, until it runs out or is taken back, and what is told of that.
use crate::{
    changes::ready_dwelling,
    photos::{image, name_photo, upload},
    place::{Place, Someone, problem},
};
use reqwest::blocking::Response;
use serde_json::{Value, json};
use soglia_domain::{
    action::Action,
    calendar::{Day, Timestamp},
    digest::sha256_hex,
    id::DwellingId,
    shared_link::{SharedView, Terms, Verb, link_of, token_hash},
};
use std::time::{SystemTime, UNIX_EPOCH};

pub(crate) const TOKEN: &str = "AbCdEfGhIjKlMnOpQrSt-g";
const PHONE: &str = "Mozilla/5.0 (Linux; Android 14; K) Chrome/140.0.0.0 Mobile Safari/537.36";
pub(crate) const OTHER: &str = "ZbCdEfGhIjKlMnOpQrSt-g";

/// A day that is over whenever the devices of these tests write.
pub(crate) const LONG_AGO: Day = Day::constant(2026, 1, 7);

fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    Timestamp {
        ms: since.as_millis() as i64,
        counter: 0,
    }
}

fn today() -> Day {
    now().day()
}

pub(crate) fn share(someone: &Someone<'_>, token: &str, dwelling: DwellingId) {
    share_on(
        someone,
        token,
        SharedView::Contractor { dwelling },
        Terms::default(),
    );
}

pub(crate) fn share_on(someone: &Someone<'_>, token: &str, view: SharedView, terms: Terms) {
    let verb = Verb::Share {
        view,
        to: "Impresa Prova".to_owned(),
        token_hash: token_hash(token),
        until: today().plus_days(30),
        terms,
    };
    let mut change = someone.change(Action::on(link_of(token), verb), Vec::new());
    // A link is made today: its last day is counted from now.
    change.at = now();
    let answer = someone.push(&[change]).remove(0);
    assert!(answer.position().is_some(), "{answer:?}");
}

pub(crate) fn read(place: &Place, token: &str) -> Response {
    read_with(place, token, PHONE)
}

fn read_with(place: &Place, token: &str, agent: &str) -> Response {
    let asked = json!({ "token": token, "language": "en" });
    let request = place.post("/api/shared").header("user-agent", agent);
    request.json(&asked).send().unwrap()
}

fn views(someone: &Someone<'_>, token: &str) -> Response {
    let path = format!("/api/shared/{}/views", link_of(token));
    someone.get(&path).send().unwrap()
}

#[test]
fn whoever_has_a_link_reads_the_dwelling_until_it_is_taken_back() {
    let place = Place::new();
    let bruno = place.person("bruno", "housing-officer", "Casa");
    let dwelling = ready_dwelling(&bruno, None);
    assert_eq!(problem(read(&place, TOKEN), 404), "not_found");
    share(&bruno, TOKEN, dwelling);
    let shown = read(&place, TOKEN);
    assert_eq!(shown.status(), 200);
    assert_eq!(shown.headers()["cache-control"], "no-store");
    let page: Value = shown.json().unwrap();
    assert_eq!(page["title"], "Dwelling C-0001");
    assert!(page["sections"].as_array().unwrap().len() == 1, "{page}");
    // Neither the identity of the record nor of anybody travels.
    assert!(!page.to_string().contains(&dwelling.to_string()));
    assert!(!page.to_string().contains("bruno"));
    assert_eq!(problem(read(&place, OTHER), 404), "not_found");
    bruno.act(Action::on(link_of(TOKEN), Verb::Revoke {}), Vec::new());
    assert_eq!(problem(read(&place, TOKEN), 404), "not_found");
}

/// Whoever makes the identity of a link up does not get in: the hash has to fit too.
#[test]
fn a_record_that_was_made_for_another_token_opens_to_neither() {
    let place = Place::new();
    let bruno = place.person("bruno", "housing-officer", "Casa");
    let verb = Verb::Share {
        view: SharedView::Contractor {
            dwelling: ready_dwelling(&bruno, None),
        },
        to: "Impresa Prova".to_owned(),
        token_hash: token_hash(OTHER),
        until: today(),
        terms: Terms::default(),
    };
    let mut change = bruno.change(Action::on(link_of(TOKEN), verb), Vec::new());
    change.at = now();
    assert!(bruno.push(&[change]).remove(0).position().is_some());
    for token in [TOKEN, OTHER] {
        problem(read(&place, token), 404);
    }
}

#[test]
fn views_are_told_to_the_city_by_day_and_kind_of_device_alone() {
    let place = Place::new();
    let bruno = place.person("bruno", "housing-officer", "Casa");
    let paola = place.person("paola", "managing-partner", "Ente");
    share(&bruno, TOKEN, ready_dwelling(&bruno, None));
    // Whoever reads on is counted once.
    for agent in [PHONE, PHONE, "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"] {
        assert_eq!(read_with(&place, TOKEN, agent).status(), 200);
    }
    let told: Value = views(&bruno, TOKEN).json().unwrap();
    let told = told["views"].as_array().unwrap();
    let devices: Vec<&str> = told.iter().map(|view| view["device"].as_str().unwrap()).collect();
    assert_eq!(devices, ["computer", "phone"]);
    assert!(told.iter().all(|view| view.as_object().unwrap().len() == 2));
    problem(views(&bruno, OTHER), 404);
    problem(views(&paola, TOKEN), 404);
    problem(
        place
            .get(&format!("/api/shared/{}/views", link_of(TOKEN)))
            .send()
            .unwrap(),
        401,
    );
}

#[test]
fn a_link_shows_the_photos_of_its_dwelling_and_no_other() {
    let place = Place::new();
    let bruno = place.person("bruno", "housing-officer", "Casa");
    let (bytes, foreign) = (image(3, 2_000), image(4, 2_000));
    let (dwelling, other) = (ready_dwelling(&bruno, None), ready_dwelling(&bruno, None));
    for (photo, of) in [(&bytes, dwelling), (&foreign, other)] {
        upload(&bruno, photo);
        name_photo(&bruno, of, photo);
    }
    share(&bruno, TOKEN, dwelling);
    let ask = |token: &str, photo: &str| {
        let asked = json!({ "token": token, "photo": photo });
        place.post("/api/shared/photo").json(&asked).send().unwrap()
    };
    let page: Value = read(&place, TOKEN).json().unwrap();
    assert_eq!(page["photos"][0]["id"], sha256_hex(&bytes));
    let shown = ask(TOKEN, &sha256_hex(&bytes));
    assert_eq!(shown.headers()["content-type"], "image/jpeg");
    assert_eq!(shown.headers()["cache-control"], "no-store");
    assert_eq!(shown.bytes().unwrap().to_vec(), bytes);
    problem(ask(TOKEN, &sha256_hex(&foreign)), 404);
    problem(ask(OTHER, &sha256_hex(&bytes)), 404);
    problem(ask(TOKEN, "../../etc/passwd"), 400);
    bruno.act(Action::on(link_of(TOKEN), Verb::Revoke {}), Vec::new());
    problem(ask(TOKEN, &sha256_hex(&bytes)), 404);
}
