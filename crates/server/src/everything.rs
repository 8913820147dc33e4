// SPDX-License-Identifier: AGPL-3.0-or-later
//! Everything that is held about one household, in words: the copy that its people can ask for (GDPR, art. 15).
//!
//! Nothing here knows a kind of record. A record is walked field by field as it is written on the wire, so that what a room adds
//! is told by itself; what its words are stands in `soglia-wording`, and a test asks for those of every room.
mod around;
mod compose;
mod gather;
mod history;
mod html;
mod names;
mod pieces;
mod scalar;
#[cfg(test)]
mod tests;
mod walk;

pub(crate) use compose::{Making, compose};
pub(crate) use gather::gather;
pub(crate) use html::{page, policy};

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

/// The copy.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Everything {
    /// The language it is written in.
    pub(crate) language: &'static str,
    /// The record of the household.
    pub(crate) about: String,
    /// When it was made, in milliseconds since 1970.
    pub(crate) made_ms: i64,
    /// By whom and when, in words.
    pub(crate) made: String,
    /// What it is.
    pub(crate) title: &'static str,
    /// The same in a sentence.
    pub(crate) lead: &'static str,
    /// Above what has to be looked at before it is handed over.
    pub(crate) review_title: &'static str,
    /// What has to be looked at before it is handed over.
    pub(crate) review: Vec<&'static str>,
    /// All of it, in order.
    pub(crate) sections: Vec<Section>,
}

/// What stands under a title.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "HeldSection")]
pub(crate) struct Section {
    /// Which: a kind of record, or a name for the rest.
    pub(crate) key: String,
    /// Title.
    pub(crate) title: String,
    /// What it is.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(crate) lead: &'static str,
    /// Why it has to be read again before it is handed over; empty where it has not.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(crate) review: &'static str,
    /// What it holds.
    pub(crate) entries: Vec<Entry>,
}

/// One record, one change, one view.
#[derive(Default, Serialize, JsonSchema)]
#[schemars(rename = "HeldEntry")]
pub(crate) struct Entry {
    /// Title.
    pub(crate) title: String,
    /// By whom and when; empty where that is not known.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) by: String,
    /// Sentences.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) text: Vec<String>,
    /// Field by field.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) said: Vec<Said>,
}

/// A field with its value.
#[derive(Clone, Default, Serialize, JsonSchema)]
#[schemars(rename = "HeldField")]
pub(crate) struct Said {
    /// Its name on the wire.
    pub(crate) field: String,
    /// What it is called.
    pub(crate) name: String,
    /// The value in words; empty where it has parts alone.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) value: String,
    /// The value as programs read it.
    #[serde(skip_serializing_if = "Value::is_null")]
    pub(crate) raw: Value,
    /// Who wrote it, and when, as far as the log tells.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) by: String,
    /// Its parts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) parts: Vec<Said>,
    /// Whether there are words for it.
    #[serde(skip)]
    pub(crate) is_named: bool,
}

impl Said {
    /// A line beside the records.
    pub(crate) fn line(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            value: value.into(),
            is_named: true,
            ..Self::default()
        }
    }

    /// The field with its value as programs read it.
    fn mark(&self) -> String {
        format!("{}={}", self.field, self.raw)
    }
}
