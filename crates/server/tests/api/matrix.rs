// SPDX-License-Identifier: AGPL-3.0-or-later
//! Every role at every address, out of the description of the API: an address that is added is asked for too, and has to be closed
//! unless it is named here. And every verb of every room, by every role.
use crate::{
    changes::open,
    place::{Place, Someone, problem},
};
use reqwest::blocking::{Client, RequestBuilder, Response};
use serde_json::{Value, json};
use soglia_domain::{author::Role, record::Key, samples};
use soglia_sync::change::Answer;
use uuid::Uuid;

/// Open to anybody; everything else needs a session.
const ANYBODY: [&str; 15] = [
    "show-status",
    "show-description",
    "show-metrics",
    "sign-in",
    "sign-out",
    "show-provider",
    "begin-at-provider",
    "come-back-from-provider",
    "tell-who-came-back",
    "finish-at-provider",
    "tell-invitation",
    "take-up-invitation",
    "show-calendar",
    "show-shared",
    "show-shared-photo",
];

const ADMINISTRATOR: &[Role] = &[Role::Administrator];
const AUDITOR: &[Role] = &[Role::Auditor];
const KEEPERS: &[Role] = &[Role::SocialWorker, Role::Coordinator];

/// For some roles alone, with the code of the refusal.
const FOR_SOME: [(&str, &[Role], &str); 16] = [
    ("list-accounts", ADMINISTRATOR, "not_an_administrator"),
    ("add-account", ADMINISTRATOR, "not_an_administrator"),
    ("change-account", ADMINISTRATOR, "not_an_administrator"),
    ("invite", ADMINISTRATOR, "not_an_administrator"),
    ("take-second-factor", ADMINISTRATOR, "not_an_administrator"),
    ("link-tax-code", ADMINISTRATOR, "not_an_administrator"),
    ("unlink-tax-code", ADMINISTRATOR, "not_an_administrator"),
    ("list-audit", AUDITOR, "not_an_auditor"),
    ("export-audit", AUDITOR, "not_an_auditor"),
    ("decide-erasure", AUDITOR, "not_an_auditor"),
    (
        "list-erasures",
        &[Role::SocialWorker, Role::Coordinator, Role::Auditor],
        "not_a_keeper",
    ),
    ("ask-erasure", KEEPERS, "not_a_keeper"),
    ("list-archive", KEEPERS, "not_a_keeper"),
    ("archive", KEEPERS, "not_a_keeper"),
    ("reopen", KEEPERS, "not_a_keeper"),
    ("import-dwellings", &[Role::HousingOfficer], "not_your_task"),
];

/// An operation of the description.
struct Operation {
    name: String,
    method: reqwest::Method,
    path: String,
    is_open: bool,
}

fn operations(place: &Place) -> Vec<Operation> {
    let document: Value = place.get("/api/openapi.json").send().unwrap().json().unwrap();
    let mut all = Vec::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let Some(name) = operation["operationId"].as_str() else {
                continue;
            };
            all.push(Operation {
                name: name.to_owned(),
                method: method.to_uppercase().parse().unwrap(),
                path: path.clone(),
                is_open: operation["security"] == json!([]),
            });
        }
    }
    all
}

impl Operation {
    /// A request that reads, about what nobody has.
    fn request(&self, place: &Place, household: &str) -> RequestBuilder {
        let mut path = self.path.clone();
        for (part, value) in [
            ("{key}", household),
            ("{sha256}", &"0".repeat(64)),
            ("{n}", "0"),
            ("{file}", "0.ics"),
        ] {
            path = path.replace(part, value);
        }
        while let Some((front, rest)) = path.split_once('{') {
            let (_, back) = rest.split_once('}').unwrap();
            path = format!("{front}{}{back}", Uuid::now_v7());
        }
        let query = match self.name.as_str() {
            "show-photo" => format!("?record={household}"),
            "import-dwellings" => "?dry_run=true&origin=municipal&file_name=prova.csv".to_owned(),
            _ => String::new(),
        };
        let url = format!("{}{path}{query}", place.url);
        let request = Client::new().request(self.method.clone(), url);
        match self.method.as_str() {
            "GET" | "DELETE" => request,
            _ if self.name == "import-dwellings" => request
                .header("content-type", "application/octet-stream")
                .body("indirizzo;superficie\nVia Prova 1;50\n"),
            _ => request.json(&json!({})),
        }
    }

    fn ask(&self, someone: &Someone<'_>, household: &str) -> Response {
        let request = self.request(someone.place, household);
        request.header("cookie", &someone.cookie).send().unwrap()
    }
}

fn people(place: &Place) -> Vec<Someone<'_>> {
    Role::ALL
        .into_iter()
        .map(|role| {
            let name = role.key().replace('_', "-");
            place.person(&name, &name, "Ente")
        })
        .collect()
}

#[test]
fn every_address_is_closed_but_to_those_for_whom_it_is() {
    let place = Place::new();
    let operations = operations(&place);
    assert!(operations.len() > 35, "{}", operations.len());
    let known = |name: &str| operations.iter().any(|operation| operation.name == name);
    for name in ANYBODY.iter().chain(FOR_SOME.iter().map(|(name, ..)| name)) {
        assert!(known(name), "{name} is no operation");
    }
    for operation in &operations {
        let name = operation.name.as_str();
        assert_eq!(operation.is_open, ANYBODY.contains(&name), "{name}");
        if !operation.is_open {
            let refused = operation.request(&place, "household:none").send().unwrap();
            assert_eq!(problem(refused, 401), "signed_out", "{name}");
        }
    }
    let household = format!("household:{}", Uuid::now_v7());
    for someone in people(&place) {
        let role = someone.author.role;
        // The stream of news stays open for whoever is signed in: `events.rs`.
        let closed = operations.iter().filter(|operation| !operation.is_open);
        for operation in closed.filter(|operation| operation.name != "tell-news") {
            let name = operation.name.as_str();
            let response = operation.ask(&someone, &household);
            let only = FOR_SOME.iter().find(|(known, ..)| *known == name);
            match only.filter(|(_, of, _)| !of.contains(&role)) {
                Some((.., code)) => {
                    assert_eq!(response.status(), 403, "{role:?} {name}");
                    assert_eq!(problem(response, 403), *code, "{role:?} {name}");
                }
                None => {
                    let status = response.status().as_u16();
                    assert!(
                        status < 500 && status != 401 && status != 403,
                        "{role:?} {name} {status}"
                    );
                }
            }
        }
    }
}

#[test]
fn what_is_foreign_is_told_at_no_address() {
    let place = Place::new();
    let people = people(&place);
    let worker = people
        .iter()
        .find(|someone| someone.author.role == Role::SocialWorker);
    let household = format!("household:{}", open(worker.unwrap(), "Famiglia Prova"));
    let reading = ["show-history", "list-readers", "show-photo", "export-everything"];
    for operation in operations(&place) {
        if !reading.contains(&operation.name.as_str()) {
            continue;
        }
        for someone in &people {
            let role = someone.author.role;
            let sees = match role {
                Role::SocialWorker | Role::Coordinator => true,
                Role::HousingOfficer => operation.name != "export-everything",
                Role::Auditor => operation.name == "list-readers",
                Role::ManagingPartner | Role::Administrator => false,
            };
            let response = operation.ask(someone, &household);
            let has_no_such_photo = operation.name == "show-photo";
            if sees && !has_no_such_photo {
                assert_eq!(response.status(), 200, "{role:?} {}", operation.name);
            } else {
                assert_eq!(problem(response, 404), "not_found", "{role:?} {}", operation.name);
            }
        }
    }
}

/// On a record that is there and is not theirs, and on one that is nowhere.
#[test]
fn nobody_does_by_a_request_what_is_not_theirs_to_do() {
    let place = Place::new();
    let people = people(&place);
    let worker = people
        .iter()
        .find(|someone| someone.author.role == Role::SocialWorker);
    let household: Key = format!("household:{}", open(worker.unwrap(), "Famiglia Prova"))
        .parse()
        .unwrap();
    let mut n_refused = 0;
    for someone in &people {
        let role = someone.author.role;
        for mut action in samples::actions() {
            if action.on.kind == household.kind {
                action.on = household;
            }
            let may = action.verb.who().allows(role);
            let answer = someone.act(action.clone(), Vec::new());
            if !may || (role == Role::ManagingPartner && action.on == household) {
                assert!(
                    matches!(answer, Answer::Refused { .. }),
                    "{role:?} {action:?}: {answer:?}"
                );
                n_refused += 1;
            }
        }
    }
    assert!(n_refused > 200, "{n_refused}");
}
