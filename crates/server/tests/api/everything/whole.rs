// SPDX-License-Identifier: AGPL-3.0-or-later
//! The households of the demonstration, with all that is rooted in them.
use super::{ask, html};
use crate::place::Place;
use serde_json::Value;
use soglia_domain::{household::Household, record::Key, rooms::Room as _};
use std::collections::BTreeSet;

/// Every text of every record.
fn texts(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => drop(found.insert(text.clone())),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(map) => map.values().for_each(|value| texts(value, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn every_household_of_the_demonstration_is_told_whole() {
    let place = Place::with(&["--demo", "--demo-day", "2026-05-04"]);
    let marta = place.sign_in("marta.riva", "demo-marta");
    let all = marta.pull(0).records;
    let households: Vec<Key> = all
        .iter()
        .filter(|stored| Household::of(&stored.record).is_some())
        .map(|stored| stored.key)
        .collect();
    let n_rooted = |key: &Key| all.iter().filter(|stored| stored.roots.contains(key)).count();
    let mut fullest = households.clone();
    fullest.sort_by_key(n_rooted);
    assert!(n_rooted(fullest.last().unwrap()) > 10);
    for key in fullest.iter().rev().take(5) {
        let copy: Value = ask(&marta, *key, "").json().unwrap();
        let mut told = BTreeSet::new();
        texts(&copy, &mut told);
        let mut expected = BTreeSet::new();
        for stored in all
            .iter()
            .filter(|stored| stored.key == *key || stored.roots.contains(key))
        {
            let mut record = serde_json::to_value(&stored.record).unwrap();
            if let Some(link) = record.get_mut("shared_link").and_then(Value::as_object_mut) {
                link.remove("token_hash");
                link["terms"].as_object_mut().unwrap().remove("pin_hash");
            }
            texts(&record, &mut expected);
        }
        let missing: Vec<_> = expected.difference(&told).collect();
        assert!(missing.is_empty(), "{key}: {missing:?}");
        assert!(html(&marta, *key).len() > 10_000);
    }
}
