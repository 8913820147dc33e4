// SPDX-License-Identifier: AGPL-3.0-or-later
//! Output held against the schemas that are published in docs/schemas.
use jsonschema::Validator;
use serde_json::Value;
use std::path::Path;

/// A published schema by its name: "check".
#[track_caller]
pub(crate) fn schema(name: &str) -> Validator {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/schemas");
    let text = std::fs::read(folder.join(format!("{name}.schema.json"))).unwrap();
    let schema: Value = serde_json::from_slice(&text).unwrap();
    jsonschema::meta::validate(&schema).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

/// Every object is what the schema describes.
#[track_caller]
pub(crate) fn assert_described(name: &str, objects: &[Value]) {
    let schema = schema(name);
    for object in objects {
        let errors: Vec<String> = schema
            .iter_errors(object)
            .map(|error| error.to_string())
            .collect();
        assert!(errors.is_empty(), "{object}: {errors:?}");
    }
}
