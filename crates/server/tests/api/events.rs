// SPDX-License-Identifier: AGPL-3.0-or-later
use crate::{
    changes::open,
    place::{Place, command, problem},
};
use serde_json::json;

#[test]
fn a_device_hears_where_the_order_stands_and_what_comes_new() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let bruno = place.person("bruno", "housing-officer", "Casa");
    open(&anna, "Famiglia Uno");
    let mut heard = bruno.listen();
    assert_eq!(heard.next(), Some(("head".to_owned(), json!({ "position": 1 }))));
    open(&anna, "Famiglia Due");
    assert_eq!(heard.next(), Some(("head".to_owned(), json!({ "position": 2 }))));
    assert_eq!(bruno.pull(1).records.len(), 1);
}

#[test]
fn what_another_process_writes_into_the_folder_is_heard_too() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let mut heard = anna.listen();
    heard.until(0);
    let list = place.data().join("alloggi.csv");
    std::fs::write(
        &list,
        "CODICE;INDIRIZZO;CIVICO;MUNICIPIO;SUPERFICIE\n1;VIA PADOVA;12;2;55,5\n",
    )
    .unwrap();
    let words = [
        "import",
        "dwellings",
        list.to_str().unwrap(),
        "--origin",
        "municipal",
    ];
    command(&place.data(), &words);
    heard.until(1);
}

#[test]
fn a_revoked_device_hears_it_and_then_nothing_more() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let phone = place.sign_in("anna", crate::place::PASSWORD);
    let (mut lost, mut kept) = (phone.listen(), anna.listen());
    lost.until(0);
    kept.until(0);
    let revoked = anna.delete(&format!("/api/devices/{}", phone.device));
    assert_eq!(revoked.send().unwrap().status(), 204);
    assert_eq!(lost.next().map(|(name, _)| name).as_deref(), Some("revoked"));
    assert_eq!(lost.next(), None);
    problem(phone.get("/api/events").send().unwrap(), 403);
    open(&anna, "Famiglia Uno");
    kept.until(1);
}

#[test]
fn nobody_listens_without_signing_in() {
    let place = Place::new();
    assert_eq!(
        problem(place.get("/api/events").send().unwrap(), 401),
        "signed_out"
    );
}

#[test]
fn the_oldest_stream_of_a_device_makes_room() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let mut streams: Vec<_> = (0..4).map(|_| anna.listen()).collect();
    streams[0].until(0);
    assert_eq!(streams[0].next(), None);
    open(&anna, "Famiglia Uno");
    for stream in &mut streams[1..] {
        stream.until(1);
    }
}

#[cfg(unix)]
#[test]
fn a_server_asked_to_end_does_not_wait_for_who_only_listens() {
    let mut place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let mut heard = anna.listen();
    heard.until(0);
    drop(anna);
    let asked = std::time::Instant::now();
    let status = place.end();
    assert_eq!(heard.next(), None);
    assert!(status.success(), "{status}");
    // Its last resort is to end after 5 s, whoever is left.
    assert!(asked.elapsed().as_millis() < 4_000, "{:?}", asked.elapsed());
}
