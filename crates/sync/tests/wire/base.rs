// SPDX-License-Identifier: AGPL-3.0-or-later
//! What earlier versions wrote, kept as files: every later version reads it, and says all of it again under the same
//! names. Fields are added, never renamed.
//!
//! The files of a version are written once, when it is made: `WIRE_BASE=0.3 cargo test -p soglia-sync --test wire`.
use crate::{
    rooms::{actions, edits, refusals, stored},
    shapes,
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use soglia_domain::{
    action::Action,
    record::{Edit, Stored},
    rooms::{KINDS, Refusal},
};
use soglia_sync::{
    change::{Delivery, OutboxEntry},
    segment::read_body,
    storage::Head,
    wire::{BlobAnnounced, BlobReceived, EventHead, KnownDevices, Push, Pushed, Session, SignIn},
    workfile::WorkFile,
};
use std::{fs, path::PathBuf};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/wire/base")
}

/// Everything that this version writes, by the name of its file.
fn written() -> Vec<(String, Value)> {
    let rooms = KINDS.iter().map(|kind| {
        let of_room = json!({
            "actions": actions(*kind),
            "edits": edits(*kind),
            "refusals": refusals(kind.as_str()),
            "stored": [stored(*kind)],
        });
        (kind.as_str().to_owned(), of_room)
    });
    let around = [
        ("common".to_owned(), json!({ "refusals": refusals("common") })),
        ("envelope".to_owned(), shapes::everything()),
    ];
    rooms.chain(around).collect()
}

/// Where a text no longer says what it said before: a name that is gone, or another value.
fn lost(before: &Value, now: &Value, at: &str) -> Option<String> {
    match (before, now) {
        (Value::Object(before), Value::Object(now)) => before.iter().find_map(|(name, value)| {
            let at = format!("{at}/{name}");
            match now.get(name) {
                Some(now) => lost(value, now, &at),
                None => Some(at),
            }
        }),
        (Value::Array(before), Value::Array(now)) if before.len() == now.len() => {
            let mut both = before.iter().zip(now).enumerate();
            both.find_map(|(n, (before, now))| lost(before, now, &format!("{at}/{n}")))
        }
        _ => (before != now).then(|| at.to_owned()),
    }
}

/// Reads a value as both implementations do, and looks whether all of it is said again.
fn holds<T: Serialize + DeserializeOwned>(name: &str, before: &Value) {
    let text = before.to_string();
    let read: [T; 2] = [
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}: {text}")),
        soglia_json::from_slice(text.as_bytes()).unwrap_or_else(|_| panic!("{name} is not read: {text}")),
    ];
    for read in read {
        let now = serde_json::to_value(&read).expect("it can be written");
        assert_eq!(lost(before, &now, name), None, "{text}\n{now}");
    }
}

fn each(values: &Value) -> impl Iterator<Item = &Value> {
    values.as_array().into_iter().flatten()
}

fn check_room(name: &str, file: &Value) {
    each(&file["actions"]).for_each(|value| holds::<Action>(name, value));
    each(&file["edits"]).for_each(|value| holds::<Edit>(name, value));
    each(&file["refusals"]).for_each(|value| holds::<Refusal>(name, value));
    for body in each(&file["stored"]) {
        holds::<Stored>(name, body);
        let read = read_body(body.to_string().as_bytes()).expect("it is read");
        assert!(!read.partly_unread, "{name}: something of it is left out");
    }
}

type Check = fn(&str, &Value);

fn check_envelope(file: &Value) {
    let checks: [(&str, Check); 10] = [
        ("sign_in", holds::<SignIn>),
        ("session", holds::<Session>),
        ("push", holds::<Push>),
        ("pushed", holds::<Pushed>),
        ("known_devices", holds::<KnownDevices>),
        ("event_head", holds::<EventHead>),
        ("blob_announced", holds::<BlobAnnounced>),
        ("blob_received", holds::<BlobReceived>),
        ("head", holds::<Head>),
        ("work_file", holds::<WorkFile>),
    ];
    for (name, check) in checks {
        check(name, &file[name]);
    }
    each(&file["outbox"]).for_each(|entry| holds::<OutboxEntry>("outbox", entry));
    holds::<Delivery>("delivery", &file["delivery"]);
    WorkFile::read(file["work_file"].to_string().as_bytes()).expect("a work file is read");
}

#[test]
fn what_every_version_wrote_is_read_and_said_again() {
    if let Some(version) = std::env::var_os("WIRE_BASE") {
        let folder = folder().join(version);
        fs::create_dir_all(&folder).expect("there is a place for it");
        for (name, value) in written() {
            let text = serde_json::to_string_pretty(&value).expect("it can be written");
            fs::write(folder.join(name + ".json"), text + "\n").expect("it can be written");
        }
    }
    let mut n_files = 0;
    for version in fs::read_dir(folder()).expect("there are versions") {
        for file in fs::read_dir(version.expect("a folder").path()).expect("it can be listed") {
            let path = file.expect("a file").path();
            let text = fs::read_to_string(&path).expect("it can be read");
            let value: Value = serde_json::from_str(&text).expect("it is JSON");
            let name = path
                .file_stem()
                .expect("it has a name")
                .to_string_lossy()
                .into_owned();
            if name == "envelope" {
                check_envelope(&value);
            } else {
                check_room(&name, &value);
            }
            n_files += 1;
        }
    }
    assert!(n_files >= KINDS.len() + 2, "{n_files} files");
}

/// The comparison itself: what is added is no loss, everything else is.
#[test]
fn a_name_that_is_gone_or_another_value_is_a_loss() {
    let before = json!({"a": [{"b": 1}], "c": null});
    assert_eq!(
        lost(&before, &json!({"a": [{"b": 1, "d": 2}], "c": null, "e": 3}), ""),
        None
    );
    for now in [
        json!({"a": [{"b": 1}]}),
        json!({"a": [{"bb": 1}], "c": null}),
        json!({"a": [{"b": 2}], "c": null}),
        json!({"a": [], "c": null}),
        json!({"a": [{"b": 1}], "c": 0}),
    ] {
        assert!(lost(&before, &now, "").is_some(), "{now}");
    }
}
