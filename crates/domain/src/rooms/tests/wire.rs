// SPDX-License-Identifier: AGPL-3.0-or-later
//! Everything travels and comes back as it was.
use super::*;
use crate::record::Edit;
use serde::de::DeserializeOwned;
use std::{collections::BTreeSet, fmt::Debug};

#[track_caller]
fn travels<T: Serialize + DeserializeOwned + PartialEq + Debug>(values: &[T]) {
    for value in values {
        let wire = serde_json::to_string(value).expect("it can be written");
        let read: T = serde_json::from_str(&wire).unwrap_or_else(|error| panic!("{value:?}: {error}"));
        assert!(read == *value, "{value:?} came back otherwise");
    }
}

#[test]
fn every_sample_travels_and_comes_back_as_it_was() {
    travels(&samples::records());
    travels(&samples::actions());
    travels(&samples::edits());
    travels(&samples::refusals());
    travels(&samples::rows());
}

#[test]
fn an_action_is_named_as_on_the_wire() {
    for action in samples::actions() {
        let wire = serde_json::to_value(&action).expect("an action can be written");
        let kind = action.verb.kind();
        assert!(
            !wire["verb"][kind.as_str()][action.verb.key()].is_null(),
            "{action:?}"
        );
        assert_eq!(action.name(), format!("{kind}.{}", action.verb.key()));
    }
}

#[test]
fn kind_and_version_stand_outside_of_what_a_version_may_not_know() {
    for action in samples::actions() {
        let wire = serde_json::to_value(&action).expect("an action can be written");
        assert_eq!(wire["on"], serde_json::json!(action.on.to_string()));
        assert_eq!(version_of(action.on.kind), Some(action.version));
        assert_eq!(wire["version"], serde_json::json!(action.version));
    }
}

#[test]
fn a_field_names_no_other_field_of_its_record() {
    let plain = |edit: &Edit| !edit.op.field().0.contains('/') && edit.op.merge_rule() == MergeRule::OneValue;
    let mut seen = BTreeSet::new();
    for edit in samples::edits().iter().filter(|edit| plain(edit)) {
        let field = (edit.record.kind, edit.op.field());
        assert!(field.1.0 != "state" && field.1.0 != "created", "{edit:?}");
        assert!(seen.insert(field), "{edit:?}");
    }
}

#[test]
fn every_code_of_a_refusal_is_its_own() {
    let mut seen = BTreeSet::new();
    for refusal in samples::refusals() {
        assert!(seen.insert(refusal.code()), "{}", refusal.code());
    }
}

#[test]
fn the_samples_name_every_kind_and_every_verb_of_the_table() {
    let kinds: Vec<Kind> = samples::records()
        .iter()
        .map(|record| record.key().kind)
        .collect();
    assert_eq!(kinds, KINDS);
    let rows: Vec<Key> = samples::rows().iter().map(Row::key).collect();
    let keys: Vec<Key> = samples::records().iter().map(Record::key).collect();
    assert_eq!(rows, keys);
    let named: BTreeSet<(Kind, &str)> = samples::actions()
        .iter()
        .map(|action| (action.verb.kind(), action.verb.key()))
        .collect();
    for (kind, name, ..) in table_of_verbs() {
        assert!(named.contains(&(kind, name)), "{kind}.{name}");
    }
}
