// SPDX-License-Identifier: AGPL-3.0-or-later
use crate::place::{PASSWORD, Place, Someone, problem};
use serde_json::Value;
use std::{
    path::PathBuf,
    process::{Command, Output},
};

const CONFISCATED: &str = "milano_beni_confiscati_2026-03.csv";
const AROUND: &str = "milano_fabbricati_hinterland_2019.csv";

fn list(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/fixtures/open-data")
        .join(name)
}

fn soglia(place: &Place, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_soglia"))
        .args(["import", "dwellings"])
        .args(arguments)
        .arg("--data")
        .arg(place.data())
        .output()
        .unwrap()
}

fn upload(officer: &Someone<'_>, query: &str, bytes: Vec<u8>) -> reqwest::blocking::Response {
    officer
        .post(&format!("/api/dwelling-imports?{query}"))
        .header("content-type", "application/octet-stream")
        .body(bytes)
        .send()
        .unwrap()
}

/// The count of one kind; every row is counted once.
fn count(report: &Value, what: &str) -> u64 {
    let kinds = ["created", "updated", "unchanged", "not_dwellings", "unreadable"];
    let sum: u64 = kinds.iter().map(|kind| report[kind].as_u64().unwrap()).sum();
    assert_eq!(report["rows"].as_u64().unwrap(), sum);
    let entries = report["entries"].as_array().unwrap().len() as u64;
    assert_eq!(entries, sum - report["created"].as_u64().unwrap());
    report[what].as_u64().unwrap()
}

#[test]
fn both_lists_come_in_row_by_row_and_a_second_time_adds_nothing() {
    let place = Place::new();
    let officer = place.person("bruno", "housing-officer", "Casa");
    let mut n_dwellings = 0;
    for (name, rows) in [(CONFISCATED, 200), (AROUND, 276)] {
        let report_file = place.data().join("report.json");
        let path = list(name);
        let arguments = [path.to_str().unwrap(), "--report", report_file.to_str().unwrap()];
        let output = soglia(&place, &arguments);
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        let first: Value = serde_json::from_slice(&std::fs::read(&report_file).unwrap()).unwrap();
        assert_eq!(first["rows"], rows);
        let created = count(&first, "created");
        assert!(created > 0);
        n_dwellings += created;
        let again = soglia(&place, &[path.to_str().unwrap(), "--json"]);
        let second: Value = serde_json::from_slice(&again.stdout).unwrap();
        assert_eq!((count(&second, "created"), count(&second, "updated")), (0, 0));
        assert_eq!(count(&second, "unchanged"), created);
    }
    let pulled = officer.pull(0);
    assert_eq!(pulled.records.len() as u64, n_dwellings);
    let history = format!("/api/records/{}/history", pulled.records[0].record.key());
    assert!(
        officer
            .get(&history)
            .send()
            .unwrap()
            .text()
            .unwrap()
            .contains(r#"{"dwelling":{"import":{"#)
    );
}

#[test]
fn a_list_is_tried_before_it_is_taken() {
    let place = Place::new();
    let officer = place.person("bruno", "housing-officer", "Casa");
    let bytes = std::fs::read(list(CONFISCATED)).unwrap();
    let query = format!("origin=confiscated&file_name={CONFISCATED}&dry_run=");
    let tried: Value = upload(&officer, &format!("{query}true"), bytes.clone())
        .json()
        .unwrap();
    assert!(
        tried["preview"]["columns"]
            .as_array()
            .is_some_and(|columns| columns.len() == 12)
    );
    assert!(officer.pull(0).records.is_empty());
    // What was only tried holds up nobody else who writes.
    crate::place::add_user(&place.data(), "carla", "social-worker", "Welfare");
    let taken: Value = upload(&officer, &format!("{query}false"), bytes).json().unwrap();
    assert!(taken.get("preview").is_none());
    assert_eq!(count(&taken, "created"), count(&tried, "created"));
    assert_eq!(officer.pull(0).records.len() as u64, count(&taken, "created"));
}

#[test]
fn only_a_housing_officer_imports() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    assert_eq!(
        problem(upload(&anna, "origin=municipal", b"a;b\n1;2\n".to_vec()), 403),
        "not_your_task"
    );
}

#[test]
fn a_file_that_is_no_list_is_refused_in_a_sentence_and_nothing_is_kept() {
    let place = Place::new();
    let officer = place.person("bruno", "housing-officer", "Casa");
    let many_columns = format!(
        "{}\n{}\n",
        vec!["a"; 10_000].join(";"),
        vec!["1"; 10_000].join(";")
    );
    for bytes in [
        Vec::new(),
        vec![0, 159, 146, 150, 0, 1, 2],
        b"\x89PNG\r\n\x1a\n0000".to_vec(),
        b"Indirizzo;Tipo\n".to_vec(),
        b"Colore;Peso\nrosso;3\n".to_vec(),
        b"Indirizzo;Tipo\n\"via Roma 1;appart.\n".to_vec(),
        many_columns.into_bytes(),
    ] {
        let response = upload(&officer, "origin=municipal&file_name=x.csv", bytes);
        let text = response.text().unwrap();
        let body: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(body["status"], 422, "{text}");
        assert!(
            body["sentence"]["en"]
                .as_str()
                .is_some_and(|sentence| sentence.len() > 10),
            "{text}"
        );
    }
    assert_eq!(
        problem(
            upload(&officer, "origin=municipal", vec![b'a'; 21 * 1024 * 1024]),
            413
        ),
        "too_large"
    );
    problem(upload(&officer, "origin=moon", b"a;b\n1;2\n".to_vec()), 400);
    problem(
        upload(&officer, "origin=municipal&mapping=no", b"a;b\n1;2\n".to_vec()),
        400,
    );
    assert!(officer.pull(0).records.is_empty());
}

#[test]
fn the_command_says_whose_fault_it_was() {
    let place = Place::new();
    let unclear = place.data().join("elenco.csv");
    std::fs::write(&unclear, "Indirizzo;Tipologia\nvia Padova 80;appart.\n").unwrap();
    let usage = soglia(&place, &[unclear.to_str().unwrap()]);
    assert_eq!(usage.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&usage.stderr).contains("--origin"));
    let missing = soglia(&place, &["missing.csv"]);
    assert_eq!(missing.status.code(), Some(1));
    let huge = place.data().join("huge.csv");
    std::fs::File::create(&huge)
        .unwrap()
        .set_len(200_000_000)
        .unwrap();
    let too_large = soglia(&place, &[huge.to_str().unwrap(), "--origin", "municipal"]);
    assert_eq!(too_large.status.code(), Some(1));
    let taken = soglia(&place, &[unclear.to_str().unwrap(), "--origin", "third_sector"]);
    assert!(taken.status.success());
    crate::place::add_user(&place.data(), "anna", "social-worker", "Welfare");
    assert_eq!(place.sign_in("anna", PASSWORD).pull(0).records.len(), 1);
}
