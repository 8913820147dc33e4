// SPDX-License-Identifier: AGPL-3.0-or-later
use super::{description, markdown};
use crate::http::routes;
use jsonschema::Validator;
use serde::Serialize;
use serde_json::{Value, json};
use soglia_domain::{
    record::{LogPosition, Review, beginning},
    samples,
};
use soglia_sync::change::Answer;
use std::collections::{BTreeMap, BTreeSet};

const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/api.md");

/// The validator of one type of the description.
fn validator(description: &Value, name: &str) -> Validator {
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$ref": format!("#/components/schemas/{name}"),
        "components": description["components"],
    });
    jsonschema::validator_for(&schema).expect("the schema is one")
}

#[track_caller]
fn assert_described<T: Serialize>(validator: &Validator, values: impl IntoIterator<Item = T>) {
    for value in values {
        let value = serde_json::to_value(value).expect("it can be written");
        let errors: Vec<String> = validator
            .iter_errors(&value)
            .map(|error| error.to_string())
            .collect();
        assert!(errors.is_empty(), "{value}: {errors:?}");
    }
}

#[test]
fn the_document_says_what_the_description_says() {
    let page = markdown::page(&description());
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(DOCUMENT, &page).expect("the document can be written");
    }
    let document = std::fs::read_to_string(DOCUMENT).expect("the document can be read");
    assert!(
        page == document,
        "where the interface was meant to change: UPDATE=1 cargo test -p soglia-server --bin soglia openapi"
    );
}

#[test]
fn every_sample_is_what_its_schema_says() {
    let description = description();
    assert_described(&validator(&description, "Action"), samples::actions());
    let stored = samples::records().into_iter().map(|record| {
        let mut stored = beginning(record, LogPosition(7));
        stored.reviews = samples::edits()
            .into_iter()
            .map(|edit| Review {
                field: edit.op.field(),
                change: soglia_domain::id::ChangeId(uuid::Uuid::nil()),
                op: edit.op,
                by: samples::PERSON,
                by_name: String::new(),
                role: soglia_domain::author::Role::Coordinator,
                device: soglia_domain::id::DeviceId(uuid::Uuid::nil()),
                at: samples::AT,
                present: None,
            })
            .collect();
        stored
    });
    assert_described(&validator(&description, "Stored"), stored);
    let refusals = samples::refusals().into_iter();
    assert_described(
        &validator(&description, "Answer"),
        refusals.map(|refusal| Answer::Refused { refusal }),
    );
}

#[test]
fn what_no_type_says_is_not_described() {
    let action = validator(&description(), "Action");
    let mut value = serde_json::to_value(&samples::actions()[0]).expect("it can be written");
    assert!(action.is_valid(&value));
    value["verb"] = json!({ "dwelling": { "demolish": {} } });
    assert!(!action.is_valid(&value));
}

#[test]
fn every_reference_leads_somewhere_and_no_name_is_a_number() {
    let description = description();
    let schemas = description["components"]["schemas"]
        .as_object()
        .expect("there are schemas");
    for name in schemas.keys() {
        let bare = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
        assert!(
            bare == name || !schemas.contains_key(bare),
            "two types are called {bare}: give one of them a name with #[schemars(rename = …)]"
        );
    }
    let text = description.to_string();
    for reference in text
        .split("\"$ref\":\"#/components/schemas/")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
    {
        assert!(schemas.contains_key(reference), "{reference}");
    }
}

#[test]
fn every_part_of_a_path_is_described_and_every_name_is_its_own() {
    let mut names = BTreeSet::new();
    for route in routes::all() {
        assert!(names.insert(route.name), "{}", route.name);
        let braces: Vec<&str> = route
            .path
            .split('{')
            .skip(1)
            .filter_map(|rest| rest.split('}').next())
            .collect();
        let parts: Vec<&str> = route.parts.iter().map(|(name, ..)| *name).collect();
        assert_eq!(braces, parts, "{}", route.path);
    }
}

#[test]
fn a_code_means_one_thing() {
    let mut meanings = BTreeMap::new();
    for fault in routes::all().flat_map(|route| route.all_faults()) {
        let meaning = (fault.status, fault.when);
        assert_eq!(
            *meanings.entry(fault.code).or_insert(meaning),
            meaning,
            "{}",
            fault.code
        );
    }
}
