// SPDX-License-Identifier: AGPL-3.0-or-later
//! The copy of all that is held about a household: whole, given to few, noted, and harmless.
mod whole;

use crate::{
    changes::{in_view, income, open, propose, ready_dwelling},
    place::{Place, Someone, on_both, problem},
};
use reqwest::blocking::Response;
use serde_json::{Value, json};
use soglia_domain::{
    action::Action,
    answer::Answer as Told,
    calendar::Day,
    diary_entry::{Circle, EntryTopic, Verb as DiaryVerb},
    household::{HouseholdAnswer, Verb as HouseholdVerb},
    id::{DiaryEntryId, HouseholdId, PlacementId},
    key::{Identity as _, Key},
};
use soglia_sync::change::Answer;
use uuid::Uuid;

fn ask(someone: &Someone<'_>, key: Key, wanted: &str) -> Response {
    let path = format!("/api/records/{key}/everything{wanted}");
    someone.get(&path).send().unwrap()
}

fn html(someone: &Someone<'_>, key: Key) -> String {
    ask(someone, key, "?as=html").text().unwrap()
}

fn write(household: HouseholdId, circle: Circle, text: &str) -> Action {
    Action::on(
        DiaryEntryId(Uuid::now_v7()),
        DiaryVerb::Write {
            household,
            day: Day::constant(2026, 3, 20),
            topic: EntryTopic::Note,
            text: text.to_owned(),
            circle,
        },
    )
}

#[track_caller]
fn stands(answer: &Answer) {
    assert!(answer.position().is_some(), "{answer:?}");
}

/// The section of a copy with a name.
fn section<'a>(copy: &'a Value, key: &str) -> &'a Value {
    let sections = copy["sections"].as_array().unwrap();
    sections.iter().find(|section| section["key"] == key).unwrap()
}

const SCRIPT: &str = "<script>alert('Ionescu')</script><img src=x onerror=\"alert(1)\">";

#[test]
fn all_that_was_ever_written_stands_in_the_copy() {
    on_both(|stage| {
        let anna = stage.person("anna", "social-worker", "Welfare");
        let bruno = stage.person("bruno", "housing-officer", "Casa");
        let sara = stage.person("sara", "managing-partner", "Cooperativa Sole");
        let household = open(&anna, "Famiglia Uno");
        let other = open(&anna, "Famiglia Estranea");
        let key = household.key();
        let phone = HouseholdAnswer::Phone(Told::Known("02 5550 0199".to_owned()));
        stands(&anna.act(Action::on(household, HouseholdVerb::Say(phone)), Vec::new()));
        stands(&anna.act(income(household, 950), Vec::new()));
        let view = in_view(&anna.pull(0), key, "net_monthly_income");
        stands(&anna.act(income(household, 700), view.clone()));
        stands(&bruno.act(income(household, 810), view));
        stands(&bruno.act(
            write(household, Circle::Department, "solo per la Casa"),
            Vec::new(),
        ));
        stands(&anna.act(write(other, Circle::Team, "di un altro nucleo"), Vec::new()));
        let refused = anna.act(income(household, -4_321), Vec::new());
        assert!(matches!(refused, Answer::Refused { .. }));
        let dwelling = ready_dwelling(&bruno, Some(sara.author.organisation));
        stands(&anna.act(
            propose(household, dwelling, PlacementId(Uuid::now_v7())),
            Vec::new(),
        ));

        let page = html(&anna, key);
        for text in [
            "Famiglia Uno",
            "02 5550 0199",
            "700,00\u{a0}€",
            // What stood before, what waits beside it, and what was refused.
            "950,00\u{a0}€",
            "810,00\u{a0}€",
            "-4.321,00\u{a0}€",
            // Also what its maker does not read elsewhere.
            "solo per la Casa",
            "C-0001",
            "Cooperativa Sole",
            "Anna, Assistente sociale",
            "Bruno, Ufficio casa",
            "art. 15, par. 4",
        ] {
            assert!(page.contains(text), "{text}");
        }
        for text in ["di un altro nucleo", "Famiglia Estranea", "sha256:"] {
            assert!(!page.contains(text), "{text}");
        }
        let copy: Value = ask(&anna, key, "?lang=en").json().unwrap();
        assert_eq!(
            (&copy["language"], &copy["about"]),
            (&json!("en"), &json!(key.to_string()))
        );
        let keys: Vec<&str> = copy["sections"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["key"].as_str().unwrap())
            .collect();
        let kinds = ["household", "placement", "diary_entry"];
        let rest = [
            "reviews",
            "history",
            "refused",
            "set_aside",
            "readers",
            "opened",
            "images",
            "related",
            "missing",
        ];
        let expected: Vec<&str> = ["information"].into_iter().chain(kinds).chain(rest).collect();
        assert_eq!(keys, expected);
        let said = section(&copy, "household")["entries"][0]["said"]
            .as_array()
            .unwrap();
        let income = said
            .iter()
            .find(|one| one["field"] == "net_monthly_income")
            .unwrap();
        assert_eq!(
            (&income["name"], &income["value"], &income["raw"]),
            (&json!("Net monthly income"), &json!("€700.00"), &json!("700.00"))
        );
        assert!(
            income["by"]
                .as_str()
                .unwrap()
                .starts_with("written by Anna, Social worker, "),
            "{income}"
        );
        assert_eq!(section(&copy, "history")["entries"].as_array().unwrap().len(), 7);
        assert_eq!(section(&copy, "reviews")["entries"].as_array().unwrap().len(), 1);
        assert_eq!(section(&copy, "refused")["entries"].as_array().unwrap().len(), 1);
    });
}

#[test]
fn a_copy_is_made_by_few_of_what_they_see_and_is_noted() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let mario = place.person("mario", "coordinator", "Regia");
    let auditor = place.person("giorgio", "auditor", "Protezione dati");
    let household = open(&anna, "Famiglia Uno").key();
    let nowhere = HouseholdId(Uuid::now_v7()).key();
    let dwelling = ready_dwelling(&place.person("bruno", "housing-officer", "Casa"), None).key();
    for (name, role) in [
        ("paolo", "housing-officer"),
        ("sara", "managing-partner"),
        ("admin", "administrator"),
        ("gino", "auditor"),
    ] {
        let someone = place.person(name, role, "Ente");
        for wanted in ["", "?as=html"] {
            assert_eq!(
                problem(ask(&someone, household, wanted), 404),
                "not_found",
                "{role}"
            );
        }
    }
    for key in [nowhere, dwelling] {
        assert_eq!(problem(ask(&anna, key, ""), 404), "not_found");
    }
    assert_eq!(
        problem(
            place
                .get(&format!("/api/records/{household}/everything"))
                .send()
                .unwrap(),
            401
        ),
        "signed_out"
    );
    for wanted in ["?as=pdf", "?lang=xx"] {
        assert_eq!(problem(ask(&anna, household, wanted), 400), "bad_request");
    }
    assert_eq!(ask(&mario, household, "").status(), 200);
    let copy: Value = ask(&anna, household, "").json().unwrap();
    // Its own making included.
    let readers = section(&copy, "readers")["entries"].as_array().unwrap();
    assert_eq!(readers[0]["title"], "Anna, Assistente sociale");
    assert_eq!(readers[0]["said"][0]["raw"], "exported");
    let lines = auditor
        .get(&format!("/api/audit?about={household}"))
        .send()
        .unwrap();
    let lines: Value = lines.json().unwrap();
    let noted: Vec<_> = lines["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| {
            (
                line["name"].as_str().unwrap(),
                line["deed"].as_str().unwrap(),
                line["note"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(noted[0], ("Anna", "exported", "everything.json"));
    assert_eq!(noted[1], ("Mario", "exported", "everything.json"));
    assert_eq!(noted.iter().filter(|line| line.1 == "refused").count(), 8);
}

#[test]
fn a_copy_is_kept_by_nobody_and_runs_nothing() {
    let place = Place::with(&["--controller", "Comune di <Prova>, via Prova 1"]);
    let anna = place.person("anna", "social-worker", "Welfare");
    let household = open(&anna, SCRIPT);
    stands(&anna.act(write(household, Circle::Team, SCRIPT), Vec::new()));
    let key = household.key();
    for (wanted, media_type, end) in [
        ("", "application/json", "json"),
        ("?as=html", "text/html; charset=utf-8", "html"),
    ] {
        let response = ask(&anna, key, wanted);
        let header = |name: &str| response.headers()[name].to_str().unwrap().to_owned();
        assert_eq!(header("content-type"), media_type);
        assert_eq!(header("cache-control"), "no-store");
        assert_eq!(header("x-content-type-options"), "nosniff");
        let policy = header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'; style-src 'sha256-"),
            "{policy}"
        );
        assert!(
            policy.contains("sandbox") && !policy.contains("unsafe"),
            "{policy}"
        );
        let disposition = header("content-disposition");
        assert!(
            disposition.starts_with("attachment; filename=\"soglia-copia-2"),
            "{disposition}"
        );
        assert!(disposition.ends_with(&format!(".{end}\"")) && !disposition.contains("alert"));
    }
    let page = html(&anna, key);
    for element in [
        "<script",
        "<img",
        "onerror=\"",
        "<link",
        "<iframe",
        "http://",
        "https://",
    ] {
        assert!(!page.contains(element), "{element}");
    }
    assert!(page.contains("&lt;script&gt;alert(&#39;Ionescu&#39;)&lt;/script&gt;"));
    assert!(page.contains("Comune di &lt;Prova&gt;, via Prova 1"));
    assert!(
        page.contains("[Comune: responsabile della protezione dei dati"),
        "what is missing is asked for"
    );
    // A browser does not show it, even to who is signed in.
    let opened = anna
        .get(&format!("/api/records/{key}/everything?as=html"))
        .header("sec-fetch-mode", "navigate");
    assert_eq!(problem(opened.send().unwrap(), 403), "not_a_page");
}
