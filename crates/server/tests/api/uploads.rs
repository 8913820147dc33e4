// SPDX-License-Identifier: AGPL-3.0-or-later
use crate::{
    photos::{PART, announce, image, send_part, told, upload},
    place::{Place, problem},
};
use serde_json::{Value, json};
use soglia_domain::digest::sha256_hex;
use std::time::{Duration, SystemTime};

#[test]
fn uploads_that_nobody_needs_are_refused() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let ask = |name: &str, size: Value, kind: &str| {
        let asked = json!({ "sha256": name, "size": size, "media_type": kind });
        anna.post("/api/blobs").json(&asked).send().unwrap()
    };
    let name = sha256_hex(b"x");
    for bad in [
        "",
        "x",
        "../../../etc/passwd",
        &name[1..],
        &name.to_uppercase(),
        &"0".repeat(65),
    ] {
        problem(ask(bad, json!(10), "image/jpeg"), 400);
    }
    for size in [json!(0), json!(-1), json!(1.5), json!("10"), Value::Null] {
        problem(ask(&name, size, "image/jpeg"), 400);
    }
    for size in [8_388_609_u64, u64::MAX] {
        assert_eq!(problem(ask(&name, json!(size), "image/jpeg"), 413), "too_large");
    }
    for kind in ["image/svg+xml", "text/html", "", "image/JPEG"] {
        problem(ask(&name, json!(10), kind), 415);
    }
    problem(send_part(&anna, &name, 0, b"x"), 404);
    assert_eq!(ask(&name, json!(PART + 10), "image/jpeg").status(), 200);
    for (part, n_bytes) in [(0, 1), (0, PART - 1), (1, PART), (1, 9), (2, 10), (usize::MAX, 1)] {
        assert_eq!(
            problem(send_part(&anna, &name, part, &vec![0; n_bytes]), 400),
            "wrong_part"
        );
    }
    problem(send_part(&anna, &name, 0, &vec![0; PART + 1]), 413);
    let path = format!("/api/blobs/{name}/parts");
    problem(
        anna.put(&format!("{path}/-1"))
            .header("content-type", "application/octet-stream")
            .send()
            .unwrap(),
        400,
    );
    problem(anna.put(&format!("{path}/0")).body("x").send().unwrap(), 415);
    problem(anna.put("/api/blobs/x/parts/0").send().unwrap(), 400);
    let signed_out = place.post("/api/blobs").json(&json!({}));
    problem(signed_out.send().unwrap(), 401);

    // One was begun above. What somebody else begins is not counted.
    for n in 1..50_u32 {
        assert_eq!(
            ask(&sha256_hex(&n.to_le_bytes()), json!(10), "image/jpeg").status(),
            200
        );
    }
    assert_eq!(
        problem(ask(&sha256_hex(b"one more"), json!(10), "image/jpeg"), 429),
        "too_many_uploads"
    );
    assert_eq!(ask(&name, json!(PART + 10), "image/jpeg").status(), 200);
    upload(&place.person("bruno", "housing-officer", "Casa"), &image(5, 100));
    assert!(
        anna.delete(&format!("/api/devices/{}", anna.device))
            .send()
            .unwrap()
            .status()
            .is_success()
    );
    assert_eq!(
        problem(ask(&name, json!(10), "image/jpeg"), 403),
        "device_revoked"
    );
    place.verify();
}

#[test]
fn parts_that_nobody_went_on_with_for_a_week_are_forgotten() {
    let mut place = Place::new();
    let (old, new) = (image(6, PART + 1), image(7, PART + 1));
    let (device, person) = {
        let anna = place.person("anna", "social-worker", "Welfare");
        for bytes in [&old, &new] {
            told(announce(&anna, bytes));
            told(send_part(&anna, &sha256_hex(bytes), 0, &bytes[..PART]));
        }
        (anna.device, anna.author.person)
    };
    let folder = place
        .data()
        .join("uploads")
        .join(person.to_string())
        .join(sha256_hex(&old));
    for part in std::fs::read_dir(&folder).unwrap() {
        let file = std::fs::File::options()
            .write(true)
            .open(part.unwrap().path())
            .unwrap();
        let week = Duration::from_secs(7 * 86_400 + 60);
        file.set_modified(SystemTime::now() - week).unwrap();
    }
    place.restart();
    let anna = place.sign_in_on("anna", device);
    // The cleaning runs beside the first requests.
    let begun = std::time::Instant::now();
    while folder.exists() && begun.elapsed() < Duration::from_secs(10) {
        std::thread::yield_now();
    }
    assert_eq!(told(announce(&anna, &old)), (0, false));
    assert_eq!(told(announce(&anna, &new)), (PART as u64, false));
}
