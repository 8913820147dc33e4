// SPDX-License-Identifier: AGPL-3.0-or-later
//! From the schemas of the types to those of the description.
use schemars::{SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};

const HOME: &str = "/components/schemas";

/// Writes schemas in the dialect of OpenAPI 3.1. What may be left out in a request may be missing.
pub(super) fn generator() -> SchemaGenerator {
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        settings.definitions_path = HOME.into();
        settings.meta_schema = None;
    });
    settings.into_generator()
}

/// Puts all schemas in their place.
pub(super) fn put(whole: &mut Value, mut generator: SchemaGenerator) {
    let mut schemas = generator.take_definitions(true);
    let names = names_of_rooms(&schemas);
    schemas = schemas
        .into_iter()
        .map(|(name, schema)| (renamed(&names, &name).unwrap_or(name), schema))
        .collect();
    let mut schemas = Value::Object(schemas);
    walk(&mut schemas, &unwrap_lines);
    whole["components"]["schemas"] = schemas;
    walk(whole, &|object| {
        bound(object);
        let Some(Value::String(reference)) = object.get_mut("$ref") else {
            return;
        };
        let new = reference
            .rsplit_once('/')
            .and_then(|(home, name)| Some(format!("{home}/{}", renamed(&names, name)?)));
        if let Some(new) = new {
            *reference = new;
        }
    });
}

/// Every room calls its verbs `Verb` and its refusals `Refusal`; numbered, they tell nobody which is which. Under the
/// type of any kind each stands with the name of its kind.
fn names_of_rooms(schemas: &Map<String, Value>) -> Vec<(String, String)> {
    let mut names = Vec::new();
    for outer in ["Verb", "Refusal"] {
        let variants = schemas.get(outer).and_then(|schema| schema["oneOf"].as_array());
        for (kind, inner) in variants
            .into_iter()
            .flatten()
            .filter_map(|variant| variant["properties"].as_object())
            .flatten()
        {
            if let Some((_, name)) = inner["$ref"].as_str().and_then(|name| name.rsplit_once('/')) {
                names.push((name.to_owned(), format!("{}{outer}", capitals(kind))));
            }
        }
    }
    names
}

fn renamed(names: &[(String, String)], name: &str) -> Option<String> {
    names
        .iter()
        .find(|(old, _)| old == name)
        .map(|(_, new)| new.clone())
}

/// `city_rules` as `CityRules`.
fn capitals(name: &str) -> String {
    name.split('_')
        .filter_map(|word| word.split_at_checked(1))
        .map(|(first, rest)| format!("{}{rest}", first.to_ascii_uppercase()))
        .collect()
}

/// Formats of numbers are hints; their bounds are what a reader holds.
fn bound(object: &mut Map<String, Value>) {
    let (least, most) = match object.get("format").and_then(Value::as_str) {
        Some("uint32") => (json!(0), json!(u32::MAX)),
        Some("uint64" | "uint") => (json!(0), json!(u64::MAX)),
        Some("int32") => (json!(i32::MIN), json!(i32::MAX)),
        Some("int64") => (json!(i64::MIN), json!(i64::MAX)),
        _ => return,
    };
    object.entry("minimum").or_insert(least);
    object.entry("maximum").or_insert(most);
}

/// Comments of the code are wrapped at its width and point into it; a description is a sentence.
fn unwrap_lines(object: &mut Map<String, Value>) {
    if let Some(Value::String(says)) = object.get_mut("description") {
        *says = says.replace('\n', " ").replace("[`", "`").replace("`]", "`");
    }
}

fn walk(value: &mut Value, change: &impl Fn(&mut Map<String, Value>)) {
    match value {
        Value::Object(object) => {
            change(object);
            object.values_mut().for_each(|value| walk(value, change));
        }
        Value::Array(values) => values.iter_mut().for_each(|value| walk(value, change)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The fields of a type as what may stand behind the question mark. A parameter is there or it is not: none is null.
/// What is no plain value stands there as JSON.
pub(super) fn query_parameters(shape: &Value) -> Vec<Value> {
    let required: Vec<&str> = shape["required"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let fields = shape["properties"].as_object();
    fields
        .into_iter()
        .flatten()
        .map(|(name, schema)| {
            let mut schema = without_null(schema.clone());
            let description = schema.as_object_mut().and_then(|schema| {
                schema.remove("default");
                schema.remove("description")
            });
            let mut parameter = json!({
                "name": name, "in": "query", "required": required.contains(&name.as_str()), "description": description,
            });
            if schema["$ref"] == json!(format!("#{HOME}/Mapping")) {
                parameter["content"] = json!({ "application/json": { "schema": schema } });
            } else {
                parameter["schema"] = schema;
            }
            parameter
        })
        .collect()
}

fn without_null(mut schema: Value) -> Value {
    if let Some(kinds) = schema["type"].as_array().cloned()
        && let [kind] = &kinds
            .into_iter()
            .filter(|kind| kind != "null")
            .collect::<Vec<_>>()[..]
    {
        schema["type"] = kind.clone();
    }
    let other = schema["anyOf"].as_array().and_then(|any| any.first()).cloned();
    if let (Some(Value::Object(other)), Value::Object(schema)) = (other, &mut schema) {
        schema.remove("anyOf");
        schema.extend(other);
    }
    schema
}
