// SPDX-License-Identifier: AGPL-3.0-or-later
//! `soglia doctor` names what is set up wrongly, and how to mend it.
use crate::place::{Place, run};
use serde_json::Value;
use std::path::Path;

/// What it found by name, and how it ended.
fn doctor(data: &Path, words: &[&str]) -> (i32, Value) {
    let asked: Vec<&str> = ["doctor", "--json"].iter().chain(words).copied().collect();
    let (code, told) = run(data, &asked);
    let line = told.lines().next().unwrap();
    (
        code,
        serde_json::from_str(line).unwrap_or_else(|_| panic!("{told}")),
    )
}

fn standing<'a>(report: &'a Value, name: &str) -> Option<&'a str> {
    let checks = report["checks"].as_array().unwrap();
    let found = checks.iter().find(|found| found["name"] == name)?;
    let is_well = found["standing"] == "well";
    assert_eq!(
        found["mend"].is_string(),
        !is_well,
        "what is not well says how to mend it: {found}"
    );
    found["standing"].as_str()
}

/// Makes a folder its owner's alone.
fn own(folder: &Path) {
    #[cfg(unix)]
    std::fs::set_permissions(folder, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
    #[cfg(not(unix))]
    let _ = folder;
}

/// A folder with the files of a client.
fn built(place: &Place) -> String {
    let dist = place.data().join("client");
    std::fs::create_dir_all(&dist).unwrap();
    for file in ["index.html", "share.html", "sw.js"] {
        std::fs::write(dist.join(file), "").unwrap();
    }
    dist.display().to_string()
}

#[test]
fn what_is_set_up_well_is_said_to_be() {
    let place = Place::new();
    place.person("anna", "social-worker", "Casa");
    own(&place.data());
    let dist = built(&place);
    let (code, report) = doctor(
        &place.data(),
        &["--dist", &dist, "--second-factor-for", "social-worker"],
    );
    assert_eq!((code, &report["standing"]), (0, &Value::from("well")), "{report}");
    for name in [
        "client",
        "clock",
        "folder",
        "address",
        "second_factor",
        "database",
        "people",
    ] {
        assert_eq!(standing(&report, name), Some("well"), "{name}");
    }
}

#[test]
fn a_client_that_is_missing_and_a_database_that_does_not_open_are_wrong() {
    let place = Place::new();
    let (code, report) = doctor(&place.data(), &["--dist", "/nowhere"]);
    assert_eq!(code, 1);
    assert_eq!(standing(&report, "client"), Some("wrong"));
    assert_eq!(standing(&report, "people"), Some("doubt"), "nobody may sign in");
    let address = "postgres://soglia@127.0.0.1:1/soglia";
    let (code, report) = doctor(
        &place.data(),
        &["--dist", &built(&place), "--database-url", address],
    );
    assert_eq!(code, 1);
    assert_eq!(standing(&report, "database"), Some("wrong"));
}

#[test]
fn what_works_and_should_not_stay_so_is_a_doubt() {
    let place = Place::with(&["--demo"]);
    let (code, report) = doctor(
        &place.data(),
        &["--dist", &built(&place), "--listen", "0.0.0.0:80"],
    );
    assert_eq!(
        (code, &report["standing"]),
        (0, &Value::from("doubt")),
        "{report}"
    );
    for name in ["address", "second_factor", "demonstration"] {
        assert_eq!(standing(&report, name), Some("doubt"), "{name}");
    }
    assert_eq!(standing(&report, "clock_behind"), None);
}

#[test]
fn a_store_that_is_not_there_is_not_made_by_looking() {
    let place = Place::new();
    let elsewhere = place.data().join("elsewhere");
    let (code, report) = doctor(&elsewhere, &["--dist", &built(&place)]);
    assert_eq!(code, 0);
    assert_eq!(standing(&report, "folder"), Some("doubt"));
    assert_eq!(standing(&report, "database"), Some("doubt"));
    assert!(!elsewhere.exists());
}

/// The folder of the data is for its owner alone, where the server makes it.
#[cfg(unix)]
#[test]
fn a_folder_that_others_may_look_into_is_a_doubt_and_the_server_makes_none() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::new();
    let made = place.data().join("made");
    let (code, told) = run(&made, &["user", "end-second-factor", "nobody"]);
    assert_eq!(code, 1, "{told}");
    let mode = |folder: &Path| std::fs::metadata(folder).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&made), 0o700);
    let dist = built(&place);
    assert_eq!(
        standing(&doctor(&made, &["--dist", &dist]).1, "folder_access"),
        None
    );
    std::fs::set_permissions(&made, std::fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(
        standing(&doctor(&made, &["--dist", &dist]).1, "folder_access"),
        Some("doubt")
    );
}
