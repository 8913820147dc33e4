// SPDX-License-Identifier: AGPL-3.0-or-later
//! From what is written on the wire to fields with their names and values. Total: what nobody has words for is told by its name
//! on the wire, and never left out.
use super::{
    Said,
    gather::Gathered,
    names::Names,
    scalar::{as_moment, moment, scalar},
};
use serde_json::{Map, Value, json};
use soglia_domain::{
    record::{FieldKey, Key, Kind},
    rooms::EditOp,
};
use soglia_wording::{self as wording, Held, HeldShape, Language, held};

/// Where a field stands.
#[derive(Clone)]
struct At<'a> {
    kind: &'a str,
    parent: &'a str,
    /// The list and the part, where it stands in one.
    part: Option<(&'a str, &'a Value)>,
    /// The record, where it is one as it stands now.
    record: Option<Key>,
}

/// Walks in one language.
pub(super) struct Walk<'a> {
    pub(super) language: Language,
    pub(super) names: &'a Names,
    /// Knows who wrote which field.
    pub(super) gathered: Option<&'a Gathered>,
}

impl Walk<'_> {
    /// A record as it stands, by its content on the wire: `{"household": {…}}`.
    pub(super) fn record(&self, key: Key, record: &Value) -> Vec<Said> {
        let Some((kind, Value::Object(content))) = only(record) else {
            return Vec::new();
        };
        let at = At {
            kind,
            parent: kind,
            part: None,
            record: Some(key),
        };
        self.object(&at, content)
    }

    /// An edit or what a person did: `{"household": {"say": {…}}}`.
    pub(super) fn done(&self, done: &Value) -> Vec<Said> {
        let Some((kind, inner)) = only(done) else {
            return Vec::new();
        };
        let at = At {
            kind,
            parent: kind,
            part: None,
            record: None,
        };
        match only(inner) {
            Some(("say", Value::Object(facts))) => facts
                .iter()
                .map(|(field, value)| self.fact(&at, field, value))
                .collect(),
            Some(("say_of", said)) => self.said_of(&at, said),
            Some(("resolve", Value::Object(resolved))) => self.resolved(&at, resolved),
            Some(("move", state)) => vec![self.field(&at, "state", state)],
            Some(("begin", Value::Object(content))) => self.object(&at, content),
            Some((parent, Value::Object(content))) => self.object(&At { parent, ..at }, content),
            Some((parent, value)) => vec![self.field(&at, parent, value)],
            None => Vec::new(),
        }
    }

    fn said_of(&self, at: &At<'_>, said: &Value) -> Vec<Said> {
        let (Some(part), Value::Object(facts)) = (only(&said["part"]), &said["fact"]) else {
            return vec![self.field(at, "say_of", said)];
        };
        let at = At {
            part: Some(part),
            ..at.clone()
        };
        facts
            .iter()
            .map(|(field, value)| self.fact(&at, field, value))
            .collect()
    }

    fn resolved(&self, at: &At<'_>, resolved: &Map<String, Value>) -> Vec<Said> {
        let field = resolved.get("field").and_then(Value::as_str).unwrap_or_default();
        let chosen = resolved.get("chosen").filter(|chosen| !chosen.is_null());
        let chosen = chosen.map(|chosen| self.done(&json!({ at.kind: chosen })));
        vec![Said {
            field: field.to_owned(),
            name: self.name_of(at.kind, &FieldKey(field.to_owned())),
            raw: json!(field),
            parts: chosen.unwrap_or_default(),
            is_named: true,
            ..Said::default()
        }]
    }

    fn name_of(&self, kind: &str, field: &FieldKey) -> String {
        let name = Kind::parse(kind).map(|kind| wording::field_name(kind, field, self.language));
        name.unwrap_or_default().to_owned()
    }

    fn object(&self, at: &At<'_>, map: &Map<String, Value>) -> Vec<Said> {
        let mut said = Vec::new();
        for (field, value) in map {
            match value {
                Value::Object(facts) if field == "facts" => {
                    said.extend(facts.iter().map(|(field, value)| self.fact(at, field, value)));
                }
                _ => said.push(self.field(at, field, value)),
            }
        }
        said
    }

    /// A fact, in the words of its room.
    fn fact(&self, at: &At<'_>, field: &str, value: &Value) -> Said {
        let say = match at.part {
            None => json!({ "say": { field: value } }),
            Some((part, id)) => json!({ "say_of": { "part": { part: id }, "fact": { field: value } } }),
        };
        let Ok(op) = serde_json::from_value::<EditOp>(json!({ at.kind: say })) else {
            return self.field(at, field, value);
        };
        let path = op.field();
        let mut said = Said {
            field: field.to_owned(),
            name: self.name_of(at.kind, &path),
            value: wording::written_value(&op, self.language),
            raw: value.clone(),
            by: self.by(at, &path),
            parts: Vec::new(),
            is_named: true,
        };
        // What a line of words leaves out is told below it.
        if said.value.is_empty() || !texts(value).iter().all(|text| said.value.contains(text.as_str())) {
            let told = self.field(at, field, value);
            if told.parts.is_empty() && said.value.is_empty() {
                said.value = told.value;
            }
            said.parts = told.parts;
        }
        said
    }

    fn by(&self, at: &At<'_>, field: &FieldKey) -> String {
        let written = self.gathered.zip(at.record);
        let written = written.and_then(|(gathered, key)| gathered.written(key, field, self.language));
        written.unwrap_or_default()
    }

    /// A field that is no fact.
    fn field(&self, at: &At<'_>, field: &str, value: &Value) -> Said {
        let found = wording::held_field(at.kind, at.parent, field, self.language);
        let (name, shape) = found.unwrap_or((field, HeldShape::Text));
        let mut said = Said {
            field: field.to_owned(),
            name: name.to_owned(),
            is_named: found.is_some(),
            ..Said::default()
        };
        if field == "state" && at.parent == at.kind {
            said.by = self.by(at, &FieldKey(field.to_owned()));
        }
        match (shape, value) {
            (HeldShape::LeftOut, _) => held(Held::LeftOut, self.language).clone_into(&mut said.value),
            (HeldShape::Choice(words), Value::Object(_))
                if only(value).is_some_and(|(key, _)| words(key, self.language).is_some()) =>
            {
                if let Some((key, inner)) = only(value) {
                    words(key, self.language)
                        .unwrap_or_default()
                        .clone_into(&mut said.value);
                    said.raw = json!(key);
                    said.parts = self.inside(at, key, inner);
                }
            }
            (_, Value::Object(_)) => match as_moment(value) {
                Some(ms) => {
                    said.value = moment(ms, self.language);
                    said.raw = value.clone();
                }
                None => said.parts = self.inside(at, field, value),
            },
            (_, Value::Array(items)) if items.iter().any(Value::is_object) => {
                said.parts = items
                    .iter()
                    .zip(1..)
                    .map(|(item, n)| self.item(at, field, &said, item, n))
                    .collect();
            }
            (_, Value::Array(items)) => {
                said.value = self.joined(shape, items, "; ");
                said.raw = value.clone();
            }
            (_, Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) => {
                said.value = scalar(shape, value, self.names, self.language);
                said.raw = value.clone();
            }
        }
        said
    }

    fn joined(&self, shape: HeldShape, items: &[Value], between: &str) -> String {
        let said = items.iter().map(|item| match item {
            Value::Array(pair) => self.joined(shape, pair, ": "),
            _ => scalar(shape, item, self.names, self.language),
        });
        said.collect::<Vec<_>>().join(between)
    }

    fn inside(&self, at: &At<'_>, field: &str, value: &Value) -> Vec<Said> {
        let Value::Object(map) = value else {
            return vec![self.field(at, field, value)];
        };
        let id = map.get("id");
        let is_record = id.is_some()
            && Kind::parse(field).is_some_and(|kind| soglia_domain::rooms::KINDS.contains(&kind));
        let at = At {
            kind: if is_record { field } else { at.kind },
            parent: field,
            part: id.filter(|_| at.parent == "put").map(|id| (field, id)),
            record: None,
        };
        self.object(&at, map)
    }

    /// One of a list of parts.
    fn item(&self, at: &At<'_>, list: &str, of: &Said, item: &Value, n: usize) -> Said {
        let id = &item["id"];
        // The list is named in the plural, a part in the singular.
        let part = list.strip_suffix('s').unwrap_or(list);
        let inner = At {
            part: (!id.is_null()).then_some((part, id)),
            parent: list,
            ..at.clone()
        };
        let path = id.as_str().map_or_else(|| id.to_string(), str::to_owned);
        Said {
            field: format!("{list}/{path}"),
            name: format!("{} {n}", of.name),
            by: self.by(at, &FieldKey(format!("{list}/{path}"))),
            parts: match item {
                Value::Object(map) => self.object(&inner, map),
                _ => vec![self.field(at, list, item)],
            },
            is_named: of.is_named,
            ..Said::default()
        }
    }
}

/// The one entry of an object that has one.
fn only(value: &Value) -> Option<(&str, &Value)> {
    let map = value.as_object().filter(|map| map.len() == 1)?;
    map.iter().next().map(|(key, value)| (key.as_str(), value))
}

/// Every text in a value that has parts, and what else stands in it as it stands.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Object(map) => map.values().flat_map(inner).collect(),
        Value::Array(items) => items.iter().flat_map(inner).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
    }
}

fn inner(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Number(number) => vec![number.to_string()],
        Value::Object(_) | Value::Array(_) => texts(value),
        Value::Null | Value::Bool(_) => Vec::new(),
    }
}
