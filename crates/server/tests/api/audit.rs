// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who looked at what: noted, chained, told to auditors and to who works with the record.
use crate::{
    changes::open,
    place::{Place, Someone, command, now_ms, problem, run, sql},
};
use serde_json::{Value, json};
use soglia_domain::id::HouseholdId;
use std::collections::BTreeSet;
use uuid::Uuid;

fn lines(auditor: &Someone<'_>, wanted: &str) -> Vec<Value> {
    let path = format!("/api/audit{wanted}");
    let told: Value = auditor.get(&path).send().unwrap().json().unwrap();
    told["lines"].as_array().unwrap().clone()
}

fn read(someone: &Someone<'_>, household: HouseholdId, at_ms: i64) -> reqwest::blocking::Response {
    let record = format!("household:{household}");
    let asked = json!({ "reads": [{ "record": record, "at_ms": at_ms }] });
    someone.post("/api/reads").json(&asked).send().unwrap()
}

#[test]
fn sign_ins_reads_refusals_and_exports_are_noted() {
    let place = Place::new();
    let auditor = place.person("giorgio", "auditor", "Protezione dati");
    let anna = place.person("anna", "social-worker", "Casa");
    let partner = place.person("sara", "managing-partner", "Cooperativa");
    let household = open(&anna, "Famiglia Prova");
    place.try_sign_in("anna", "sbagliata sbagliata", Uuid::now_v7());
    place.try_sign_in("nessuno", "segretissima in questo campo", Uuid::now_v7());
    assert_eq!(read(&anna, household, 1_000).status(), 204);
    assert_eq!(read(&anna, household, now_ms() + 86_400_000).status(), 204);
    let history = format!("/api/records/household:{household}/history");
    assert_eq!(anna.get(&history).send().unwrap().status(), 200);
    assert_eq!(problem(partner.get(&history).send().unwrap(), 404), "not_found");
    assert_eq!(
        problem(partner.get("/api/accounts").send().unwrap(), 403),
        "not_an_administrator"
    );
    assert_eq!(anna.delete("/api/session").send().unwrap().status(), 204);
    let file = auditor.get("/api/audit.csv").send().unwrap();
    assert_eq!(file.headers()["content-type"], "text/csv; charset=utf-8");
    let text = file.text().unwrap();
    assert!(text.contains(&format!("household:{household}")), "{text}");
    let all = lines(&auditor, "");
    let deeds: BTreeSet<&str> = all.iter().filter_map(|line| line["deed"].as_str()).collect();
    for deed in [
        "signed_in",
        "sign_in_failed",
        "signed_out",
        "read",
        "history_read",
        "refused",
        "exported",
        "audit_read",
        "account_changed",
    ] {
        assert!(deeds.contains(deed), "{deed}: {deeds:?}");
    }
    // Neither what was typed nor what a household is called.
    for secret in ["segretissima", "sbagliata", "nessuno", "Famiglia"] {
        assert!(
            !text.contains(secret) && !json!(all).to_string().contains(secret),
            "{secret}"
        );
    }
    let reads = lines(&auditor, "?deed=read&person=anna");
    let times: Vec<i64> = reads.iter().filter_map(|line| line["at_ms"].as_i64()).collect();
    assert_eq!(times.len(), 2);
    assert!(times[0] <= now_ms() && times[1] == 1_000, "{times:?}");
    assert!(lines(&auditor, "?person=nobody").is_empty());
    let about = format!("?about=household:{household}&deed=refused");
    assert_eq!(lines(&auditor, &about)[0]["name"], json!("Sara"));
    let verified = place.verify_with_audit();
    assert_eq!(verified["ok"], json!(true));
    assert!(verified["audit"]["n"].as_u64().unwrap() >= all.len() as u64);
}

#[test]
fn who_works_with_a_household_sees_who_looked_at_it() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Casa");
    let paolo = place.person("paolo", "housing-officer", "Alloggi");
    let partner = place.person("sara", "managing-partner", "Cooperativa");
    let admin = place.person("admin", "administrator", "Regia");
    let auditor = place.person("giorgio", "auditor", "Protezione dati");
    let household = open(&anna, "Famiglia Prova");
    assert_eq!(read(&paolo, household, 5_000).status(), 204);
    assert_eq!(read(&anna, household, 6_000).status(), 204);
    let path = format!("/api/records/household:{household}/readers");
    for someone in [&anna, &auditor] {
        let told: Value = someone.get(&path).send().unwrap().json().unwrap();
        assert_eq!(
            told,
            json!({ "more": false, "readers": [
                { "name": "Anna", "role": "social_worker", "organisation": "Casa", "at_ms": 6_000 },
                { "name": "Paolo", "role": "housing_officer", "organisation": "Alloggi", "at_ms": 5_000 },
            ] })
        );
    }
    for someone in [&partner, &admin] {
        assert_eq!(problem(someone.get(&path).send().unwrap(), 404), "not_found");
    }
}

#[test]
fn reads_are_taken_by_the_five_hundred_and_well_formed() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Casa");
    let read = json!({ "record": format!("household:{}", Uuid::now_v7()), "at_ms": 1 });
    for (n, status) in [(500, 204), (501, 422)] {
        let asked = json!({ "reads": vec![read.clone(); n] });
        let response = anna.post("/api/reads").json(&asked).send().unwrap();
        assert_eq!(response.status(), status, "{n}");
    }
    for bad in [
        json!({}),
        json!({ "reads": [{ "record": "=1+1", "at_ms": 1 }] }),
        json!({ "reads": 4 }),
    ] {
        assert_eq!(
            problem(anna.post("/api/reads").json(&bad).send().unwrap(), 400),
            "bad_request"
        );
    }
}

/// With the means of the machine, on the file of the store.
#[test]
fn a_line_that_was_altered_taken_out_or_put_in_shows() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Casa");
    let household = open(&anna, "Famiglia Prova");
    for at_ms in [5_000, 6_000] {
        assert_eq!(read(&anna, household, at_ms).status(), 204);
    }
    place.verify();
    let kept = "CREATE TABLE kept AS SELECT * FROM audit";
    let back = "DELETE FROM audit; INSERT INTO audit SELECT * FROM kept";
    sql(&place.data(), kept);
    for statement in [
        "UPDATE audit SET person = '' WHERE at_ms = 5000",
        "UPDATE audit SET about = replace(about, 'household', 'dwelling') WHERE at_ms = 5000",
        "DELETE FROM audit WHERE at_ms = 5000",
        "INSERT INTO audit SELECT n + 1, told_ms, at_ms, person, role, device, deed, about, note, hash FROM audit
         ORDER BY n DESC LIMIT 1",
    ] {
        sql(&place.data(), statement);
        let (code, text) = run(&place.data(), &["verify", "--json"]);
        let verified: Value = serde_json::from_str(text.lines().next().unwrap()).unwrap();
        assert_eq!((code, &verified["ok"]), (1, &json!(false)), "{statement}");
        assert_eq!(verified["flaws"][0]["kind"], json!("audit"), "{statement}");
        sql(&place.data(), back);
    }
    sql(&place.data(), "DROP TABLE kept");
    place.verify();
}

/// A device asks again every few seconds: how it stands is one thing, and no line each time.
#[test]
fn a_revoked_device_that_goes_on_asking_fills_no_list() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Casa");
    let auditor = place.person("giorgio", "auditor", "Protezione dati");
    command(&place.data(), &["user", "end", "anna"]);
    for _ in 0..3 {
        let refused = anna.get("/api/records?since=0").send().unwrap();
        assert_eq!(problem(refused, 403), "device_revoked");
    }
    assert!(lines(&auditor, "?deed=refused").is_empty());
    assert_eq!(
        problem(auditor.get("/api/accounts").send().unwrap(), 403),
        "not_an_administrator"
    );
    assert_eq!(lines(&auditor, "?deed=refused").len(), 1);
}
