// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the sections are made of.
use super::{Entry, Section, gather::Gathered};
use soglia_domain::record::Key;
use soglia_wording::{Held, Language, held};

/// A section with nothing in it.
pub(super) fn section(key: &str, title: Held, language: Language) -> Section {
    Section {
        key: key.to_owned(),
        title: held(title, language).to_owned(),
        lead: "",
        review: "",
        entries: Vec::new(),
    }
}

/// An entry of one sentence.
pub(super) fn sentence(sentence: Held, language: Language) -> Entry {
    Entry {
        text: vec![held(sentence, language).to_owned()],
        ..Entry::default()
    }
}

/// What a record is called.
pub(super) fn name_of(key: Key, gathered: &Gathered) -> String {
    let name = gathered.names.of(&key.id.to_string());
    name.map_or_else(|| key.to_string(), str::to_owned)
}
