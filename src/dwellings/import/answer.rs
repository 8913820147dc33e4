// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the server answers to a list: the report, and before the import a preview.
use crate::text::dwellings::import as text;
use serde::Deserialize;
use soglia_import::{Column, Mapping, Meaning, Preview, Report};
use std::collections::BTreeMap;

/// The answer of the server, with its own text for the download.
#[derive(Clone, PartialEq)]
pub(super) struct Answer {
    pub(super) report: Report,
    pub(super) preview: Option<Preview>,
    /// The whole answer as the server wrote it, made readable.
    pub(super) json: String,
}

#[derive(Deserialize)]
struct Wire {
    #[serde(flatten)]
    report: Report,
    #[serde(default)]
    preview: Option<Preview>,
}

impl Answer {
    /// Reads the answer.
    ///
    /// # Errors
    /// A sentence for the person, when the server is of another version than this page.
    pub(super) fn read(value: serde_json::Value) -> Result<Self, String> {
        let json = serde_json::to_string_pretty(&value).unwrap_or_default();
        let wire: Wire = serde_json::from_value(value).map_err(|_| text::server_failed().to_owned())?;
        Ok(Self {
            report: wire.report,
            preview: wire.preview,
            json,
        })
    }

    /// The mapping to ask for: the guess with what the person changed; none when nothing was.
    pub(super) fn mapping(&self, changed: &BTreeMap<usize, Meaning>) -> Option<String> {
        let preview = self.preview.as_ref().filter(|_| !changed.is_empty())?;
        let columns = preview
            .columns
            .iter()
            .map(|column| Column {
                index: column.index,
                header: column.header.clone(),
                meaning: changed.get(&column.index).copied().unwrap_or(column.meaning),
            })
            .collect();
        serde_json::to_string(&Mapping { columns }).ok()
    }
}
