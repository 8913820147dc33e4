// SPDX-License-Identifier: AGPL-3.0-or-later
//! Photos in a store that speaks like S3.
use crate::{
    changes::ready_dwelling,
    photos::{image, name_photo, show, upload},
    place::{Bucket, Place, run_with},
};
use serde_json::Value;
use soglia_domain::digest::sha256_hex;

#[test]
fn photos_in_a_bucket_are_taken_shown_verified_and_backed_up() {
    let bucket = Bucket::new();
    let surroundings = bucket.surroundings();
    let place = Place::with_surroundings(&surroundings);
    let bruno = place.person("bruno", "housing-officer", "Casa");
    let bytes = image(9, 600_000);
    upload(&bruno, &bytes);
    let dwelling = ready_dwelling(&bruno, None);
    name_photo(&bruno, dwelling, &bytes);
    assert_eq!(show(&bruno, &bytes, dwelling).bytes().unwrap(), bytes);
    let name = sha256_hex(&bytes);
    let key = format!("milano/blobs/{}/{name}", &name[..2]);
    assert_eq!(
        bucket.keys(),
        std::slice::from_ref(&key),
        "the parts are gone, and the photo lies at its place"
    );
    assert!(!place.data().join("blobs").exists());

    let verify = |words: &[&str]| {
        let (code, told) = run_with(&surroundings, &place.data(), words);
        (
            code,
            serde_json::from_str::<Value>(told.lines().next().unwrap()).unwrap(),
        )
    };
    let (code, told) = verify(&["verify", "--json"]);
    assert_eq!((code, told["n_blobs"].as_u64()), (0, Some(1)));
    let file = place.data().with_file_name("one.soglia");
    let words = ["backup", file.to_str().unwrap()];
    assert_eq!(run_with(&surroundings, &place.data(), &words).0, 0);
    // From the bucket into a folder.
    let elsewhere = place.data().with_file_name("elsewhere");
    let (code, told) = run_with(&[], &elsewhere, &["restore", file.to_str().unwrap()]);
    assert_eq!(code, 0, "{told}");
    assert_eq!(
        std::fs::read(elsewhere.join("blobs").join(&name[..2]).join(&name)).unwrap(),
        bytes
    );
    bucket.remove(&key);
    let (code, told) = verify(&["verify", "--json"]);
    assert_eq!(
        (code, told["flaws"][0]["kind"].as_str()),
        (1, Some("blob_missing"))
    );
}
