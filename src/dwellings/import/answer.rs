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
    /// The whole answer as the server wrote it.
    pub(super) json: String,
}

/// What stands beside the report in the same object, before the import only.
#[derive(Deserialize)]
struct Beside {
    #[serde(default)]
    preview: Option<Preview>,
}

impl Answer {
    /// Reads the answer.
    ///
    /// # Errors
    /// A sentence for the person, when the server is of another version than this page.
    pub(super) fn read(json: String) -> Result<Self, String> {
        let failed = |_| text::server_failed().to_owned();
        let report: Report = soglia_json::from_slice(json.as_bytes()).map_err(failed)?;
        let Beside { preview } = soglia_json::from_slice(json.as_bytes()).map_err(failed)?;
        Ok(Self {
            report,
            preview,
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
        soglia_json::to_string(&Mapping { columns }).ok()
    }
}
