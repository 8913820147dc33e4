// SPDX-License-Identifier: AGPL-3.0-or-later
use crate::{
    changes::ready_dwelling,
    place::{PASSWORD, Place, Someone, problem},
};
use reqwest::blocking::Response;
use serde_json::{Value, json};
use soglia_domain::dwelling::Verb as DwellingVerb;
use soglia_domain::{
    action::Action,
    calendar::Day,
    digest::sha256_hex,
    id::{DwellingId, OrganisationId},
    photo::{Photo, PhotoStage},
};

pub(crate) const PART: usize = 262_144;

/// Bytes that begin as an image of a camera does, another image for each number.
pub(crate) fn image(number: u8, n_bytes: usize) -> Vec<u8> {
    let mut bytes = vec![number; n_bytes];
    bytes[..4].copy_from_slice(&[0xff, 0xd8, 0xff, 0xe0]);
    bytes
}

pub(crate) fn announce(someone: &Someone<'_>, bytes: &[u8]) -> Response {
    let asked = json!({ "sha256": sha256_hex(bytes), "size": bytes.len(), "media_type": "image/jpeg" });
    someone.post("/api/blobs").json(&asked).send().unwrap()
}

pub(crate) fn send_part(someone: &Someone<'_>, name: &str, part: usize, bytes: &[u8]) -> Response {
    someone
        .put(&format!("/api/blobs/{name}/parts/{part}"))
        .header("content-type", "application/octet-stream")
        .body(bytes.to_vec())
        .send()
        .unwrap()
}

pub(crate) fn told(response: Response) -> (u64, bool) {
    assert_eq!(response.status(), 200);
    let told: Value = response.json().unwrap();
    (
        told["received"].as_u64().unwrap(),
        told["complete"].as_bool().unwrap(),
    )
}

/// Sends a photo as a device does.
pub(crate) fn upload(someone: &Someone<'_>, bytes: &[u8]) {
    let (received, mut is_complete) = told(announce(someone, bytes));
    for (part, bytes_of_part) in bytes.chunks(PART).enumerate().skip(received as usize / PART) {
        if !is_complete {
            is_complete = told(send_part(someone, &sha256_hex(bytes), part, bytes_of_part)).1;
        }
    }
    assert!(is_complete);
}

/// Says in the record that a dwelling has a photo.
pub(crate) fn name_photo(someone: &Someone<'_>, dwelling: DwellingId, bytes: &[u8]) {
    let photo = Photo {
        id: sha256_hex(bytes).parse().unwrap(),
        size: bytes.len() as u32,
        media_type: "image/jpeg".to_owned(),
        taken: Day::new(2026, 3, 20).unwrap(),
        stage: PhotoStage::Before,
        caption: String::new(),
    };
    let answer = someone.act(Action::on(dwelling, DwellingVerb::AddPhoto { photo }), Vec::new());
    assert!(answer.position().is_some(), "{answer:?}");
}

pub(crate) fn show(someone: &Someone<'_>, bytes: &[u8], dwelling: DwellingId) -> Response {
    let path = format!("/api/blobs/{}?record=dwelling:{dwelling}", sha256_hex(bytes));
    someone.get(&path).send().unwrap()
}

/// F8: a photo of several parts goes on where it stopped, also when the server was killed in between.
#[test]
fn a_photo_arrives_in_parts_over_a_kill_and_is_shown_to_who_sees_the_dwelling() {
    let mut place = Place::new();
    let bytes = image(7, 2 * PART + 1_000);
    let name = sha256_hex(&bytes);
    let device = {
        let bruno = place.person("bruno", "housing-officer", "Casa");
        assert_eq!(told(announce(&bruno, &bytes)), (0, false));
        assert_eq!(
            told(send_part(&bruno, &name, 0, &bytes[..PART])),
            (PART as u64, false)
        );
        assert_eq!(
            told(send_part(&bruno, &name, 2, &bytes[2 * PART..])),
            (PART as u64, false)
        );
        bruno.device
    };
    place.restart();
    let bruno = place.sign_in_on("bruno", device);
    assert_eq!(told(announce(&bruno, &bytes)), (PART as u64, false));
    let dwelling = ready_dwelling(&bruno, None);
    problem(show(&bruno, &bytes, dwelling), 404);
    let whole = (bytes.len() as u64, true);
    assert_eq!(told(send_part(&bruno, &name, 1, &bytes[PART..2 * PART])), whole);
    assert_eq!(told(send_part(&bruno, &name, 1, &bytes[PART..2 * PART])), whole);
    assert_eq!(told(announce(&bruno, &bytes)), whole);
    // The bytes are there; the record does not name them yet.
    problem(show(&bruno, &bytes, dwelling), 404);
    name_photo(&bruno, dwelling, &bytes);
    let shown = show(&bruno, &bytes, dwelling);
    assert_eq!(shown.headers()["content-type"], "image/jpeg");
    assert_eq!(shown.headers()["x-content-type-options"], "nosniff");
    // A browser would keep it unsealed, and longer than the device is anybody's.
    assert_eq!(shown.headers()["cache-control"], "no-store");
    assert!(!shown.headers().contains_key("etag"));
    assert_eq!(shown.bytes().unwrap(), bytes);
    assert!(
        !place
            .data()
            .join("uploads")
            .join(bruno.author.person.to_string())
            .exists()
    );
    place.verify();
}

#[test]
fn a_partner_sees_the_photos_of_its_own_dwellings_and_of_no_other() {
    let place = Place::new();
    let bruno = place.person("bruno", "housing-officer", "Casa");
    let sara = place.person("sara", "managing-partner", "Cooperativa");
    let bytes = image(1, 5_000);
    upload(&bruno, &bytes);
    let entrusted = |to: Option<OrganisationId>| {
        let dwelling = ready_dwelling(&bruno, to);
        name_photo(&bruno, dwelling, &bytes);
        dwelling
    };
    let (theirs, other) = (entrusted(Some(sara.author.organisation)), entrusted(None));
    assert_eq!(show(&sara, &bytes, theirs).bytes().unwrap(), bytes);
    problem(show(&sara, &bytes, other), 404);
    let name = sha256_hex(&bytes);
    problem(sara.get(&format!("/api/blobs/{name}")).send().unwrap(), 400);
    for record in ["household:", "city_rules", "dwelling:x", "", "../x"] {
        let answer = sara
            .get(&format!("/api/blobs/{name}?record={record}"))
            .send()
            .unwrap();
        assert!([400, 404].contains(&answer.status().as_u16()), "{record}");
    }
    problem(
        place
            .get(&format!("/api/blobs/{name}?record=dwelling:{theirs}"))
            .send()
            .unwrap(),
        401,
    );
}

#[test]
fn what_is_not_what_was_announced_is_dropped() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let bytes = image(2, PART + 10);
    let name = sha256_hex(&bytes);
    let mut altered = bytes.clone();
    altered[PART + 5] ^= 1;
    assert_eq!(told(announce(&anna, &bytes)), (0, false));
    told(send_part(&anna, &name, 0, &altered[..PART]));
    assert_eq!(
        problem(send_part(&anna, &name, 1, &altered[PART..]), 422),
        "blob_mismatch"
    );
    // It is begun anew, and arrives.
    problem(send_part(&anna, &name, 1, &bytes[PART..]), 404);
    upload(&anna, &bytes);

    // The right name, and no image; or another kind than was said.
    for (bytes, kind) in [
        (b"<svg onload=alert(1)>".to_vec(), "image/png"),
        (image(3, 100), "image/png"),
    ] {
        let name = sha256_hex(&bytes);
        let asked = json!({ "sha256": name, "size": bytes.len(), "media_type": kind });
        told(anna.post("/api/blobs").json(&asked).send().unwrap());
        assert_eq!(problem(send_part(&anna, &name, 0, &bytes), 422), "blob_mismatch");
    }
}

#[test]
fn two_devices_that_send_the_same_photo_at_once_end_with_one() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let phone = place.sign_in("anna", PASSWORD);
    let bruno = place.person("bruno", "housing-officer", "Casa");
    let bytes = image(4, 3 * PART + 17);
    std::thread::scope(|scope| {
        for someone in [&anna, &phone, &bruno] {
            scope.spawn(|| upload(someone, &bytes));
        }
    });
    let name = sha256_hex(&bytes);
    let kept = std::fs::read(place.data().join("blobs").join(&name[..2]).join(&name)).unwrap();
    assert_eq!(kept, bytes);
    place.verify();
}
