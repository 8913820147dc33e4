// SPDX-License-Identifier: AGPL-3.0-or-later
//! The description as a page that people read: `docs/api.md`.
use crate::http::routes::{self, Tag};
use serde_json::Value;
use std::{collections::BTreeSet, fmt::Write as _};

const HEAD: &str = "\
<!-- Written from the description: UPDATE=1 cargo test -p soglia-server --bin soglia openapi -->
# Interface between client and server

";

const TYPES: &str = "
`GET /api/openapi.json` gives the same as OpenAPI 3.1, made from the types of the code; the names in capitals below stand there under
`components/schemas`, with every field and what it means. `cargo xtask check-api` holds a server against it.

| request | what for |
|---|---|
";

/// The whole page.
pub(super) fn page(description: &Value) -> String {
    let mut page = HEAD.to_owned();
    line(&mut page, text(&description["info"]["description"]));
    page.push_str(TYPES);
    for (request, operation) in operations(description) {
        let summary = text(&operation["summary"]);
        line(&mut page, &format!("| {request} | {summary} |"));
    }
    for tag in Tag::ALL {
        line(&mut page, &format!("\n## {}\n", capital(tag.key())));
        line(&mut page, tag.says().trim_end());
        let under = operations(description).filter(|(_, operation)| operation["tags"][0] == tag.key());
        for (request, operation) in under {
            line(&mut page, &format!("\n### {request}\n"));
            section(&mut page, operation);
        }
    }
    page.push_str("\n## Errors\n\n| status | `code` | when |\n|---|---|---|\n");
    let faults: BTreeSet<_> = routes::all()
        .flat_map(|route| route.all_faults())
        .map(|fault| (fault.status, fault.code, fault.when))
        .collect();
    for (status, code, when) in faults {
        line(&mut page, &format!("| {status} | `{code}` | {when} |"));
    }
    page
}

/// In the order of the table.
fn operations(description: &Value) -> impl Iterator<Item = (String, &Value)> {
    routes::all().map(|route| {
        let path = format!("/api{}", route.path);
        let method = route.method.key();
        let request = format!("`{} {path}`", method.to_ascii_uppercase());
        (request, &description["paths"][path][method])
    })
}

fn section(page: &mut String, operation: &Value) {
    let summary = text(&operation["summary"]);
    let says = text(&operation["description"]);
    line(page, format!("{summary}. {says}").trim_end());
    page.push('\n');
    let may_ask = match operation["security"].as_array().map(Vec::len) {
        Some(0) => "anybody",
        _ => "who is signed in",
    };
    line(page, &format!("- asked by: {may_ask}"));
    for parameter in operation["parameters"].as_array().into_iter().flatten() {
        let (name, place) = (text(&parameter["name"]), text(&parameter["in"]));
        let kind = match &parameter["content"] {
            Value::Null => kind(&parameter["schema"]),
            content => format!("{} as JSON", kind(&content["application/json"]["schema"])),
        };
        let wanted = match (place, &parameter["required"]) {
            ("query", Value::Bool(true)) => ", required",
            _ => "",
        };
        let says = text(&parameter["description"]).replace('\n', " ");
        line(page, &format!("- {place} `{name}` ({kind}{wanted}): {says}"));
    }
    if let Value::Object(content) = &operation["requestBody"]["content"] {
        line(page, &format!("- body: {}", contents(content)));
    }
    for (status, response) in operation["responses"].as_object().into_iter().flatten() {
        match &response["content"] {
            Value::Object(content) if !content.contains_key("application/problem+json") => {
                line(page, &format!("- {status}: {}", contents(content)));
            }
            _ => line(page, &format!("- {status}: {}", text(&response["description"]))),
        }
    }
}

/// The media types, each with its type where it has one.
fn contents(content: &serde_json::Map<String, Value>) -> String {
    let each: Vec<String> = content
        .iter()
        .map(|(media_type, content)| match &content["schema"] {
            Value::Null => format!("`{media_type}`"),
            schema => format!("{} as `{media_type}`", kind(schema)),
        })
        .collect();
    each.join(" or ")
}

fn kind(schema: &Value) -> String {
    match (&schema["$ref"], &schema["type"]) {
        (Value::String(reference), _) => {
            format!("`{}`", reference.rsplit('/').next().unwrap_or_default())
        }
        (_, Value::String(kind)) => kind.clone(),
        _ => "any value".to_owned(),
    }
}

fn capital(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    format!("{}{rest}", first.to_ascii_uppercase())
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn line(page: &mut String, line: &str) {
    let _ = writeln!(page, "{line}");
}
