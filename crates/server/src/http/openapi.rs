// SPDX-License-Identifier: AGPL-3.0-or-later
//! The API described as OpenAPI 3.1, from the table of addresses and from the types themselves.
mod shapes;

#[cfg(test)]
mod markdown;
#[cfg(test)]
mod tests;

use super::{
    cookie::COOKIE,
    problem::Told,
    routes::{self, Access, Answer, Body, Fault, Route, Shape, Tag},
};
use schemars::SchemaGenerator;
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

/// Where the next request finds what it needs: from which operation, to which one, which parameter, read from where.
const LINKS: [(&str, &str, &str, &str); 3] = [
    (
        "pull-records",
        "show-history",
        "key",
        "$response.body#/records/0/key",
    ),
    ("announce-photo", "send-part", "sha256", "$request.body#/sha256"),
    (
        "list-devices",
        "revoke-device",
        "device",
        "$response.body#/devices/0/device",
    ),
];

/// It is the same for everybody and as long as the server runs.
static DESCRIPTION: LazyLock<Vec<u8>> = LazyLock::new(|| description().to_string().into_bytes());

/// The description as it is given.
pub(super) fn text() -> Vec<u8> {
    DESCRIPTION.clone()
}

/// The whole description.
fn description() -> Value {
    let mut generator = shapes::generator();
    let problem = generator.subschema_for::<Told>().to_value();
    let mut paths = Map::new();
    for route in routes::all() {
        let at = paths
            .entry(format!("/api{}", route.path))
            .or_insert_with(|| json!({}));
        at[route.method.key()] = operation(route, &problem, &mut generator);
    }
    let tags = Tag::ALL.map(|tag| json!({ "name": tag.key(), "description": tag.says().trim_end() }));
    let mut whole = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Soglia",
            "version": env!("CARGO_PKG_VERSION"),
            "description": include_str!("openapi/all.md").trim_end(),
            "license": { "name": "AGPL-3.0-or-later", "identifier": "AGPL-3.0-or-later" },
        },
        "servers": [{ "url": "/" }],
        "tags": tags,
        "paths": paths,
        "components": {
            "securitySchemes": {
                "session": {
                    "type": "apiKey",
                    "in": "cookie",
                    "name": COOKIE,
                    "description": "The cookie that signing in gives.",
                },
            },
        },
    });
    shapes::put(&mut whole, generator);
    whole
}

fn operation(route: &Route, problem: &Value, generator: &mut SchemaGenerator) -> Value {
    let mut operation = json!({
        "operationId": route.name,
        "tags": [route.tag.key()],
        "summary": route.summary,
        "security": match route.access {
            Access::Anybody => json!([]),
            Access::SignedIn | Access::SignedInAnywhere => json!([{ "session": [] }]),
        },
        "responses": responses(route, problem, generator),
    });
    if !route.says.is_empty() {
        operation["description"] = route.says.into();
    }
    let parameters = parameters(route, generator);
    if !parameters.is_empty() {
        operation["parameters"] = parameters.into();
    }
    let content = match route.body {
        Body::None => return operation,
        Body::Json(shape) => json_content(shape, generator),
        // What the bytes are is said by their media type alone.
        Body::Octets(kinds) => kinds
            .iter()
            .map(|kind| ((*kind).to_owned(), json!({})))
            .collect::<Map<_, _>>()
            .into(),
    };
    operation["requestBody"] = json!({ "required": true, "content": content });
    operation
}

fn json_content(shape: Shape, generator: &mut SchemaGenerator) -> Value {
    json!({ "application/json": { "schema": shape(generator) } })
}

fn parameters(route: &Route, generator: &mut SchemaGenerator) -> Vec<Value> {
    let mut parameters = Vec::new();
    for (name, shape, says) in route.parts {
        let schema = shape(generator);
        parameters.push(json!({
            "name": name, "in": "path", "required": true, "description": says, "schema": schema,
        }));
    }
    if let Some(shape) = route.query {
        parameters.extend(shapes::query_parameters(&shape(generator).to_value()));
    }
    parameters
}

fn responses(route: &Route, problem: &Value, generator: &mut SchemaGenerator) -> Value {
    let mut responses = Map::new();
    let (status, mut answer) = match route.answer {
        Answer::Nothing => ("204", json!({ "description": "Done." })),
        Answer::Json(shape) => (
            "200",
            json!({ "description": "The answer.", "content": json_content(shape, generator) }),
        ),
        Answer::Document => (
            "200",
            json!({
                "description": "The document.",
                "content": { "application/json": { "schema": { "type": "object" } } },
            }),
        ),
        Answer::Image(kinds) => {
            let kinds = kinds.iter().map(|kind| ((*kind).to_owned(), json!({})));
            let content: Map<String, Value> = kinds.collect();
            ("200", json!({ "description": "The image.", "content": content }))
        }
        Answer::Text(kind) => (
            "200",
            json!({
                "description": "The text.",
                "content": { kind: { "schema": { "type": "string" } } },
            }),
        ),
        Answer::Events => (
            "200",
            json!({
                "description": "The stream.",
                "content": { "text/event-stream": { "schema": { "type": "string" } } },
            }),
        ),
        Answer::Redirect(to) => (
            "303",
            json!({
                "description": format!("To {to}."),
                "headers": { "location": { "schema": { "type": "string" } } },
            }),
        ),
    };
    let links: Map<String, Value> = LINKS
        .iter()
        .filter(|(from, ..)| *from == route.name)
        .map(|(_, to, name, place)| {
            let link = json!({ "operationId": to, "parameters": { *name: place } });
            ((*to).to_owned(), link)
        })
        .collect();
    if !links.is_empty() {
        answer["links"] = links.into();
    }
    responses.insert(status.to_owned(), answer);
    let faults = route.all_faults();
    for same in faults.chunk_by(|one, other| one.status == other.status) {
        responses.insert(same[0].status.to_string(), refusal(same, problem));
    }
    responses.into()
}

/// What may be wrong under one status.
fn refusal(faults: &[Fault], problem: &Value) -> Value {
    let lines: Vec<String> = faults
        .iter()
        .map(|fault| format!("`{}`: {}", fault.code, fault.when))
        .collect();
    let codes: Vec<&str> = faults.iter().map(|fault| fault.code).collect();
    let schema = json!({ "allOf": [problem, { "properties": { "code": { "enum": codes } } }] });
    json!({
        "description": format!("{}.", lines.join("; ")),
        "content": { "application/problem+json": { "schema": schema } },
    })
}
