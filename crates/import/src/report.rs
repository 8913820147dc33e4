// SPDX-License-Identifier: AGPL-3.0-or-later
//! What became of the rows of a file.
use crate::{
    prepare::Remark,
    wording::{self, Sentence},
};
use serde::{Deserialize, Serialize};
use soglia_domain::{dwelling::Origin, id::DwellingId};

/// What became of the rows of a file. `rows` is always the sum of the five counts after it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Report {
    /// Name of the file.
    pub file_name: String,
    /// Origin given to its dwellings.
    pub origin: Origin,
    /// Edition as the list states it; empty where it does not.
    pub edition: String,
    /// Rows below the heading.
    pub rows: u32,
    /// Dwellings that were not known before.
    pub created: u32,
    /// Known dwellings about which the list says something new.
    pub updated: u32,
    /// Known dwellings about which it says nothing new.
    pub unchanged: u32,
    /// Rows that are garages, shops, land.
    pub not_dwellings: u32,
    /// Rows that could not be read; each is kept in its entry.
    pub unreadable: u32,
    /// One entry for each row that was not created.
    pub entries: Vec<Entry>,
    /// What is worth a look in rows that became or are dwellings.
    #[serde(default)]
    pub remarks: Vec<RowRemark>,
}

/// What became of a row that did not create a dwelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "ImportOutcome"))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// A known dwelling was updated.
    Updated,
    /// A known dwelling stays as it is.
    Unchanged,
    /// Plainly not a dwelling.
    NotDwelling,
    /// Could not be read.
    Unreadable,
}

/// One row that did not create a dwelling.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "ImportEntry"))]
pub struct Entry {
    /// Line of the file, from 1.
    pub line: u32,
    /// What became of the row.
    pub outcome: Outcome,
    /// Why: a code that does not change between versions.
    pub reason: String,
    /// Why, as a sentence.
    pub sentence: Sentence,
    /// The dwelling, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dwelling: Option<DwellingId>,
    /// The code of the dwelling, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// What the list changes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<FieldChange>,
    /// What the list says otherwise, and people know better: their answer stays.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<FieldChange>,
    /// The row as it stands in the file, where it could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// One field before and after.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FieldChange {
    /// Name of the field on the wire.
    pub field: String,
    /// What is known; empty where nothing was.
    pub before: String,
    /// What the list says; empty where it says nothing any more.
    pub after: String,
}

/// Something worth a look in a row that is a dwelling.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RowRemark {
    /// Line of the file, from 1.
    pub line: u32,
    /// Which remark: a code that does not change between versions.
    pub reason: String,
    /// The remark as a sentence.
    pub sentence: Sentence,
    /// The code of the dwelling.
    pub code: String,
}

impl Report {
    /// A report in which nothing has happened yet.
    pub fn new(file_name: &str, origin: Origin, edition: &str) -> Self {
        Self {
            file_name: file_name.to_owned(),
            origin,
            edition: edition.to_owned(),
            rows: 0,
            created: 0,
            updated: 0,
            unchanged: 0,
            not_dwellings: 0,
            unreadable: 0,
            entries: Vec::new(),
            remarks: Vec::new(),
        }
    }

    /// Counts a row that created a dwelling.
    pub(crate) const fn count_created(&mut self) {
        self.rows += 1;
        self.created += 1;
    }

    /// Counts a row that did not, and keeps its entry.
    pub(crate) fn push(&mut self, entry: Entry) {
        self.rows += 1;
        *match entry.outcome {
            Outcome::Updated => &mut self.updated,
            Outcome::Unchanged => &mut self.unchanged,
            Outcome::NotDwelling => &mut self.not_dwellings,
            Outcome::Unreadable => &mut self.unreadable,
        } += 1;
        self.entries.push(entry);
    }

    pub(crate) fn remark(&mut self, line: u32, code: &str, remark: &Remark) {
        self.remarks.push(RowRemark {
            line,
            reason: remark.code().to_owned(),
            sentence: wording::remark(line, remark),
            code: code.to_owned(),
        });
    }
}

impl std::fmt::Debug for Report {
    /// Tells the counts, never the rows.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "Report({} rows: {} created, {} updated, {} unchanged, {} not dwellings, {} unreadable)",
            self.rows, self.created, self.updated, self.unchanged, self.not_dwellings, self.unreadable
        )
    }
}
