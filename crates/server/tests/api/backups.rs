// SPDX-License-Identifier: AGPL-3.0-or-later
use crate::{
    changes::{income, open, propose, ready_dwelling},
    photos::{image, name_photo, upload},
    place::{Database, Place, command, problem, run, sql},
};
use serde_json::{Value, json};
use soglia_domain::{digest::sha256_hex, id::PlacementId};
use std::{
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
};
use uuid::Uuid;

/// A store with something of everything: people, devices, a review, a removal, a refusal, something set aside, photos.
fn filled() -> Place {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let bruno = place.person("bruno", "housing-officer", "Casa");
    let sara = place.person("sara", "managing-partner", "Cooperativa");
    let dwelling = ready_dwelling(&bruno, Some(sara.author.organisation));
    let bytes = image(1, 300_000);
    upload(&bruno, &bytes);
    name_photo(&bruno, dwelling, &bytes);
    let household = open(&anna, "Famiglia D’Amico – Öztürk “Uno”");
    anna.act(income(household, 900), Vec::new());
    bruno.act(income(household, 950), Vec::new());
    let offer = PlacementId(Uuid::now_v7());
    anna.act(propose(household, dwelling, offer), Vec::new());
    anna.act(propose(household, dwelling, offer), Vec::new());
    let mut newer = json!(anna.change(income(household, 1), Vec::new()));
    newer["action"]["verb"] = json!({ "household": { "dance": { "tempo": "walzer" } } });
    anna.send(&json!({ "changes": [newer] }));
    command(
        &place.data(),
        &["device", "revoke", "sara", &sara.device.to_string()],
    );
    place
}

fn backup(data: &Path, name: &str) -> PathBuf {
    let file = data.with_file_name(name);
    command(data, &["backup", file.to_str().unwrap()]);
    file
}

fn restore(file: &Path, data: &Path, options: &[&str]) -> (i32, String) {
    run(data, &[&["restore", file.to_str().unwrap()], options].concat())
}

/// What a backup says, without the moment at which it was made.
fn content(file: &Path) -> Vec<String> {
    let unpacked = zstd::decode_all(std::fs::File::open(file).unwrap()).unwrap();
    let mut archive = tar::Archive::new(unpacked.as_slice());
    let mut parts = Vec::new();
    for entry in archive.entries().unwrap() {
        let mut entry = entry.unwrap();
        let name = entry.path().unwrap().display().to_string();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut entry, &mut bytes).unwrap();
        if name != "manifest.json" {
            parts.push(format!("{name} {}", sha256_hex(&bytes)));
        }
    }
    parts
}

#[test]
fn a_backup_holds_everything_and_becomes_the_same_store_again() {
    let place = filled();
    let file = backup(&place.data(), "one.soglia");
    let elsewhere = place.data().with_file_name("elsewhere");
    let (code, told) = restore(&file, &elsewhere, &["--json"]);
    assert_eq!(code, 0, "{told}");
    let verified = place.verify();
    let told: Value = serde_json::from_str(&told).unwrap();
    assert_eq!((&told["head"], &told["n_blobs"]), (&verified["head"], &json!(1)));
    let again = backup(&elsewhere, "two.soglia");
    assert_eq!(content(&file), content(&again));
    // A second time it would go over what is there.
    let (code, told) = restore(&file, &elsewhere, &[]);
    assert_eq!((code, told.contains("--replace")), (2, true), "{told}");
    assert_eq!(restore(&file, &elsewhere, &["--replace"]).0, 0);
    let (code, _) = run(&place.data(), &["backup", file.to_str().unwrap()]);
    assert_eq!(code, 2, "a backup is not written over another one");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(
            std::fs::metadata(&file).unwrap().permissions().mode() & 0o777,
            0o600
        );
    }
}

/// F9: devices notice that the server was set back, and it goes on.
#[test]
fn after_a_restore_devices_are_told_and_everybody_can_work() {
    let mut place = filled();
    let file = backup(&place.data(), "one.soglia");
    let (device, scope, cursor) = {
        let anna = place.sign_in("anna", crate::place::PASSWORD);
        open(&anna, "Famiglia Due");
        let page: Value = anna.get("/api/records?since=0").send().unwrap().json().unwrap();
        let scope = page["scope"].as_str().unwrap().to_owned();
        (anna.device, scope, page["cursor"].clone())
    };
    place.stop();
    assert_eq!(restore(&file, &place.data(), &["--replace"]).0, 0);
    place.restart();
    let anna = place.sign_in_on("anna", device);
    assert_eq!(
        problem(
            anna.get(&format!("/api/records?since={cursor}")).send().unwrap(),
            409
        ),
        "cursor_ahead"
    );
    let lost = anna.change(
        income(soglia_domain::id::HouseholdId(Uuid::now_v7()), 1),
        Vec::new(),
    );
    let late = json!({ "after": 1, "changes": [lost] });
    let answer = anna.post("/api/changes").json(&late).send().unwrap();
    assert_eq!(problem(answer, 409), "earlier_changes_missing");
    // Even when others have taken the place of what was lost, the device hears of it.
    let bruno = place.sign_in("bruno", crate::place::PASSWORD);
    open(&bruno, "Famiglia Tre");
    let path = format!("/api/records?since={cursor}&scope={scope}");
    assert_eq!(problem(anna.get(&path).send().unwrap(), 409), "cursor_ahead");
    place.verify();
}

#[test]
fn a_backup_taken_while_devices_deliver_is_one_moment_and_verifies() {
    let place = filled();
    let anna = place.sign_in("anna", crate::place::PASSWORD);
    let is_over = AtomicBool::new(false);
    let files = std::thread::scope(|scope| {
        let delivering = scope.spawn(|| {
            let mut n = 0;
            while !is_over.load(Ordering::Relaxed) {
                let household = open(&anna, "Famiglia Ionescu");
                anna.act(income(household, 900), Vec::new());
                n += 1;
            }
            n
        });
        let files: Vec<PathBuf> = (0..5)
            .map(|n| backup(&place.data(), &format!("{n}.soglia")))
            .collect();
        is_over.store(true, Ordering::Relaxed);
        assert!(delivering.join().unwrap() > 0);
        files
    });
    let mut before = 0;
    for (n, file) in files.iter().enumerate() {
        let data = place.data().with_file_name(format!("restored{n}"));
        let (code, told) = restore(file, &data, &["--json"]);
        assert_eq!(code, 0, "{told}");
        let told: Value = serde_json::from_str(&told).unwrap();
        let n_changes = told["n_changes"].as_u64().unwrap();
        assert!(n_changes >= before);
        before = n_changes;
    }
}

#[test]
fn a_file_that_is_no_whole_backup_changes_nothing() {
    let place = filled();
    let file = backup(&place.data(), "one.soglia");
    let bytes = std::fs::read(&file).unwrap();
    let before = place.verify();
    let bad = place.data().with_file_name("bad.soglia");
    let mut altered = bytes.clone();
    altered[bytes.len() / 2] ^= 1;
    let cut = bytes[..bytes.len() - 1].to_vec();
    for content in [altered, cut, b"something else".to_vec(), Vec::new()] {
        std::fs::write(&bad, content).unwrap();
        let (code, told) = restore(&bad, &place.data(), &["--replace"]);
        assert_eq!(code, 1, "{told}");
        assert!(told.contains("nothing was changed"), "{told}");
        assert_eq!(place.verify(), before);
    }
    assert_eq!(
        restore(&place.data().join("nothing"), &place.data(), &["--replace"]).0,
        2
    );
}

/// Does damage to a store, and gives what verifying says about it.
fn after_damage(damage: impl FnOnce(&Path)) -> Vec<Value> {
    let place = filled();
    damage(&place.data());
    let (code, told) = run(&place.data(), &["verify", "--json"]);
    assert_eq!(code, 1, "{told}");
    let told: Value = serde_json::from_str(told.lines().next().unwrap()).unwrap();
    assert_eq!(told["ok"], false);
    told["flaws"].as_array().unwrap().clone()
}

fn kinds(flaws: &[Value]) -> Vec<&str> {
    flaws.iter().map(|flaw| flaw["kind"].as_str().unwrap()).collect()
}

#[test]
fn every_kind_of_damage_to_the_log_and_the_records_is_named() {
    let altered = |statement: &'static str| after_damage(move |data| sql(data, statement));
    let flaws = altered("UPDATE changes SET action = replace(action, '900', '90') WHERE position = 4");
    assert_eq!((kinds(&flaws)[0], &flaws[0]["position"]), ("altered", &json!(4)));
    let flaws = altered("UPDATE changes SET author_name = 'Nessuno' WHERE position = 2");
    assert_eq!((kinds(&flaws)[0], &flaws[0]["position"]), ("altered", &json!(2)));
    let flaws = altered("DELETE FROM changes WHERE position = 2");
    assert_eq!((kinds(&flaws)[0], &flaws[0]["position"]), ("gap", &json!(3)));
    let flaws = altered("DELETE FROM changes WHERE position = (SELECT max(position) FROM changes)");
    assert!(kinds(&flaws).contains(&"cut_off"), "{flaws:?}");
    let flaws = altered("UPDATE records SET body = replace(body, '900', '901') WHERE kind = 'household'");
    assert_eq!(kinds(&flaws), ["differs"]);
    assert!(flaws[0]["record"].as_str().unwrap().starts_with("household:"));
    let flaws = altered("DELETE FROM records WHERE kind = 'dwelling'");
    assert_eq!(kinds(&flaws), ["missing"]);
    let flaws = altered(
        "INSERT INTO records SELECT 'household:00000000-0000-0000-0000-000000000001', kind, position, created, roles,
         to_all_partners, body FROM records WHERE kind = 'household'",
    );
    assert_eq!(kinds(&flaws), ["extra"]);
}

#[test]
fn every_kind_of_damage_to_the_photos_is_named() {
    let name = sha256_hex(&image(1, 300_000));
    let path = |data: &Path| data.join("blobs").join(&name[..2]).join(&name);
    let flaws = after_damage(|data| std::fs::write(path(data), image(2, 300_000)).unwrap());
    assert_eq!(
        (kinds(&flaws)[0], &flaws[0]["blob"]),
        ("blob_altered", &json!(name))
    );
    let flaws = after_damage(|data| std::fs::remove_file(path(data)).unwrap());
    assert_eq!(
        (kinds(&flaws)[0], &flaws[0]["blob"]),
        ("blob_missing", &json!(name))
    );
    let flaws = after_damage(|data| std::fs::write(path(data).with_file_name("notes.txt"), "x").unwrap());
    assert_eq!(kinds(&flaws), ["blob_stray"]);
}

#[test]
fn a_backup_of_a_store_with_a_spoilt_photo_is_written_and_says_so() {
    let place = filled();
    let name = sha256_hex(&image(1, 300_000));
    let path = place.data().join("blobs").join(&name[..2]).join(&name);
    std::fs::remove_file(path).unwrap();
    let file = place.data().with_file_name("one.soglia");
    let (code, told) = run(&place.data(), &["backup", file.to_str().unwrap()]);
    assert_eq!((code, told.contains(&name)), (1, true), "{told}");
    let (code, told) = restore(&file, &place.data().with_file_name("elsewhere"), &[]);
    assert_eq!((code, told.contains(&name)), (1, true), "{told}");
}

#[test]
fn a_backup_goes_from_one_kind_of_database_to_the_other_and_back_unchanged() {
    let Some(database) = Database::new() else { return };
    let place = filled();
    let first = backup(&place.data(), "one.soglia");
    let beside = place.data().with_file_name("beside");
    let (code, told) = restore(&first, &beside, &["--database-url", &database.address, "--json"]);
    assert_eq!(code, 0, "{told}");
    let told: Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["head"], place.verify()["head"]);
    let second = place.data().with_file_name("two.soglia");
    let words = [
        "backup",
        second.to_str().unwrap(),
        "--database-url",
        &database.address,
    ];
    command(&beside, &words);
    assert_eq!(content(&first), content(&second));
    let back = place.data().with_file_name("back");
    assert_eq!(restore(&second, &back, &[]).0, 0);
    assert_eq!(content(&backup(&back, "three.soglia")), content(&first));
    // Nothing half: what is altered changes nothing in this kind of database either.
    let bytes = std::fs::read(&first).unwrap();
    std::fs::write(&first, &bytes[..bytes.len() - 9]).unwrap();
    let words = ["--database-url", &database.address, "--replace"];
    let (code, told) = restore(&first, &beside, &words);
    assert_eq!((code, told.contains("nothing was changed")), (1, true), "{told}");
    let (code, again) = run(
        &beside,
        &["verify", "--json", "--database-url", &database.address],
    );
    assert_eq!(
        (
            code,
            serde_json::from_str::<Value>(&again).unwrap()["head"].clone()
        ),
        (0, place.verify()["head"].clone())
    );
}
