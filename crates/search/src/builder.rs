// SPDX-License-Identifier: AGPL-3.0-or-later
//! Gathering documents for an index.
use crate::{
    Field, Index,
    base::{Base, Place},
    fold::words,
    hash::QuickHash,
};
use std::collections::HashMap;

/// Gathers documents for an index.
#[derive(Default)]
pub struct Builder {
    n_docs: u32,
    words: HashMap<Box<str>, u32, QuickHash>,
    found: Vec<(u32, Place)>,
}

impl Builder {
    /// Room for this many documents.
    pub fn with_capacity(n_docs: usize) -> Self {
        Self {
            found: Vec::with_capacity(n_docs * 10),
            ..Self::default()
        }
    }

    /// Number of documents so far.
    pub const fn n_docs(&self) -> usize {
        self.n_docs as usize
    }

    /// Adds the next document; its number is the number of those before it.
    pub fn push<'a>(&mut self, fields: impl IntoIterator<Item = Field<'a>>) {
        let doc = self.n_docs;
        self.n_docs += 1;
        for field in fields {
            words(field.text, |word, position| {
                let n_words = self.words.len() as u32;
                let word = match self.words.get(word) {
                    Some(known) => *known,
                    None => {
                        self.words.insert(word.into(), n_words);
                        n_words
                    }
                };
                self.found.push((word, Place::new(doc, field.kind, position)));
            });
        }
    }

    /// The index over all documents pushed.
    pub fn finish(self) -> Index {
        Index::over(Base::of(self.n_docs, self.words, &self.found))
    }
}
