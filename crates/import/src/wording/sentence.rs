// SPDX-License-Identifier: AGPL-3.0-or-later
//! A sentence as it goes over the wire: in both languages at once.
use serde::{Deserialize, Serialize};
use soglia_wording::Language;

/// A sentence in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sentence {
    /// Italian.
    pub it: String,
    /// English.
    pub en: String,
}

impl Sentence {
    /// The sentence in one language.
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::Italian => &self.it,
            Language::English => &self.en,
        }
    }
}

pub(super) fn both(it: impl Into<String>, en: impl Into<String>) -> Sentence {
    Sentence {
        it: it.into(),
        en: en.into(),
    }
}
