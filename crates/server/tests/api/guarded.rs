// SPDX-License-Identifier: AGPL-3.0-or-later
//! Shared links that ask for a PIN or open one time only.
use crate::{
    changes::ready_dwelling,
    photos::{image, name_photo, upload},
    place::{Place, problem},
    shared::{TOKEN, share_on},
};
use reqwest::blocking::Response;
use serde_json::json;
use soglia_domain::{
    action::Action,
    digest::sha256_hex,
    shared_link::{SharedView, Terms, Verb, link_of, pin_hash},
};

const PIN: &str = "271828";

/// Asks with a PIN, in a visit.
fn with_pin(place: &Place, pin: Option<&str>, visit: &str) -> Response {
    let asked = json!({ "token": TOKEN, "language": "en", "pin": pin, "visit": visit });
    place.post("/api/shared").json(&asked).send().unwrap()
}

/// Names of visits, as pages draw them.
fn visit(n: u8) -> String {
    format!("{n:022}")
}

fn pinned() -> Terms {
    Terms {
        pin_hash: Some(pin_hash(TOKEN, PIN)),
        ..Terms::default()
    }
}

#[test]
fn a_link_with_a_pin_opens_to_whoever_knows_it_and_guessing_costs_time() {
    let place = Place::new();
    let bruno = place.person("bruno", "housing-officer", "Casa");
    let dwelling = ready_dwelling(&bruno, None);
    share_on(&bruno, TOKEN, SharedView::Contractor { dwelling }, pinned());
    assert_eq!(problem(with_pin(&place, None, &visit(1)), 401), "pin_needed");
    assert_eq!(
        problem(with_pin(&place, Some("271829"), &visit(1)), 401),
        "pin_wrong"
    );
    assert_eq!(
        problem(with_pin(&place, Some(PIN), "no visit"), 400),
        "bad_request"
    );
    assert_eq!(with_pin(&place, Some("271 828"), &visit(1)).status(), 200);
    // The visit goes on without it, another one does not begin.
    assert_eq!(with_pin(&place, None, &visit(1)).status(), 200);
    assert_eq!(problem(with_pin(&place, None, &visit(2)), 401), "pin_needed");
    // The right one forgave the wrong one before it.
    for n in 0..5 {
        assert_eq!(
            problem(with_pin(&place, Some("000000"), &visit(2)), 401),
            "pin_wrong",
            "{n}"
        );
    }
    let late = with_pin(&place, Some(PIN), &visit(2));
    let wait: u32 = late.headers()["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((1..=60).contains(&wait), "{wait}");
    assert_eq!(problem(late, 429), "slow_down");
    assert_eq!(
        with_pin(&place, None, &visit(1)).status(),
        200,
        "who is in stays in"
    );
    bruno.act(Action::on(link_of(TOKEN), Verb::Revoke {}), Vec::new());
    problem(with_pin(&place, None, &visit(1)), 404);
}

/// Many guesses at once are counted one by one: no more of them are compared than cost nothing.
#[test]
fn guesses_at_once_are_counted_one_by_one() {
    let place = Place::new();
    let bruno = place.person("bruno", "housing-officer", "Casa");
    let dwelling = ready_dwelling(&bruno, None);
    share_on(&bruno, TOKEN, SharedView::Contractor { dwelling }, pinned());
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let guesses: Vec<_> = (0..24_u8)
            .map(|n| {
                let place = &place;
                scope.spawn(move || {
                    let guess = format!("{:06}", 100 + u32::from(n));
                    with_pin(place, Some(&guess), &visit(n)).status().as_u16()
                })
            })
            .collect();
        guesses.into_iter().map(|guess| guess.join().unwrap()).collect()
    });
    let compared = statuses.iter().filter(|status| **status == 401).count();
    let sent_away = statuses.iter().filter(|status| **status == 429).count();
    assert_eq!((compared, sent_away), (5, 19));
}

#[test]
fn the_photos_of_a_guarded_link_open_within_a_visit_alone() {
    let place = Place::new();
    let bruno = place.person("bruno", "housing-officer", "Casa");
    let bytes = image(3, 2_000);
    let dwelling = ready_dwelling(&bruno, None);
    upload(&bruno, &bytes);
    name_photo(&bruno, dwelling, &bytes);
    share_on(&bruno, TOKEN, SharedView::Contractor { dwelling }, pinned());
    let photo = |pin: Option<&str>, visit: &str| {
        let asked = json!({ "token": TOKEN, "photo": sha256_hex(&bytes), "pin": pin, "visit": visit });
        place.post("/api/shared/photo").json(&asked).send().unwrap()
    };
    assert_eq!(problem(photo(Some(PIN), &visit(1)), 403), "no_visit");
    assert_eq!(with_pin(&place, Some(PIN), &visit(1)).status(), 200);
    assert_eq!(photo(None, &visit(1)).status(), 200);
    assert_eq!(problem(photo(None, &visit(2)), 403), "no_visit");
}

#[test]
fn a_link_that_opens_once_opens_for_one_visit() {
    let place = Place::new();
    let bruno = place.person("bruno", "housing-officer", "Casa");
    let dwelling = ready_dwelling(&bruno, None);
    let once = Terms {
        once: true,
        ..Terms::default()
    };
    share_on(&bruno, TOKEN, SharedView::Contractor { dwelling }, once);
    assert_eq!(with_pin(&place, None, &visit(1)).status(), 200);
    assert_eq!(with_pin(&place, None, &visit(1)).status(), 200);
    assert_eq!(problem(with_pin(&place, None, &visit(2)), 410), "opened_before");
    // A wrong PIN for a link that asks for none changes nothing.
    assert_eq!(
        problem(with_pin(&place, Some("1"), &visit(3)), 410),
        "opened_before"
    );
}
