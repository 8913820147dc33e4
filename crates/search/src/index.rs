// SPDX-License-Identifier: AGPL-3.0-or-later
//! The index: the immutable part, and what changed since.
use crate::{
    Field,
    base::Base,
    fold::{terms, words},
    order::sorted_by_number,
    score::{NONE, kind_of, score},
};
use std::{collections::BTreeMap, sync::Arc};

/// A searchable set of documents, cheap to copy.
#[derive(Clone, Default)]
pub struct Index {
    base: Arc<Base>,
    /// Documents that changed since; none where one was taken out.
    over: BTreeMap<u32, Option<Arc<Doc>>>,
}

/// The words of one changed document: kind of field, place, word.
struct Doc(Vec<(u8, u8, Box<str>)>);

/// One document that a query found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its number.
    pub doc: usize,
    /// The field that matched best.
    pub kind: u8,
    /// How well it matches; smaller is better.
    pub score: u16,
}

impl Index {
    pub(crate) fn over(base: Base) -> Self {
        Self {
            base: Arc::new(base),
            over: BTreeMap::new(),
        }
    }

    /// Puts a document in the place of the one with that number, or adds it.
    pub fn replace<'a>(&mut self, doc: usize, fields: impl IntoIterator<Item = Field<'a>>) {
        let mut found = Vec::new();
        for field in fields {
            words(field.text, |word, position| {
                found.push((field.kind.min(15), position.min(3) as u8, word.into()));
            });
        }
        self.over.insert(doc as u32, Some(Arc::new(Doc(found))));
    }

    /// Takes a document out.
    pub fn remove(&mut self, doc: usize) {
        self.over.insert(doc as u32, None);
    }

    /// How many documents lie over the immutable part: beyond some hundred a new index is due.
    pub fn n_over(&self) -> usize {
        self.over.len()
    }

    /// The documents in which every word of the query begins some word, best first. A query without a word finds
    /// nothing.
    pub fn find(&self, query: &str) -> Vec<Found> {
        let terms = terms(query);
        if terms.is_empty() {
            return Vec::new();
        }
        let mut found = self.find_in_base(&terms);
        for (doc, changed) in &self.over {
            if let Some((kind, score)) = changed.as_ref().and_then(|changed| changed.matches(&terms)) {
                found.push(Found {
                    doc: *doc as usize,
                    kind,
                    score,
                });
            }
        }
        sort_by_score(&found)
    }

    fn find_in_base(&self, terms: &[String]) -> Vec<Found> {
        let n_docs = self.base.n_docs as usize;
        let mut best = vec![NONE; n_docs];
        // Sum of the scores in the upper half, best single score in the lower one; all ones where a term is missing.
        let mut sums = vec![(0_u16, NONE); n_docs];
        for term in terms {
            self.base.best(term, &mut best);
            for (sum, best) in sums.iter_mut().zip(&best) {
                if *best == NONE {
                    sum.0 = u16::MAX;
                } else {
                    sum.0 = sum.0.saturating_add(u16::from(*best));
                    sum.1 = sum.1.min(*best);
                }
            }
        }
        let mut found = Vec::new();
        let mut changed = self.over.keys().map(|doc| *doc as usize).peekable();
        for (doc, (score, best)) in sums.iter().enumerate() {
            if changed.next_if_eq(&doc).is_some() || *score == u16::MAX {
                continue;
            }
            found.push(Found {
                doc,
                kind: kind_of(*best),
                score: *score,
            });
        }
        found
    }
}

impl Doc {
    fn matches(&self, terms: &[String]) -> Option<(u8, u16)> {
        let mut sum = 0_u16;
        let mut overall = NONE;
        for term in terms {
            let best = self
                .0
                .iter()
                .filter(|(_, _, word)| word.starts_with(term.as_str()))
                .map(|(kind, place, word)| score(*kind, word.len() == term.len(), *place))
                .min()?;
            sum = sum.saturating_add(u16::from(best));
            overall = overall.min(best);
        }
        Some((kind_of(overall), sum))
    }
}

/// Best first, documents in order among equals. One letter finds half of all documents, so this is a sort of plain numbers.
fn sort_by_score(found: &[Found]) -> Vec<Found> {
    sorted_by_number(found, |found| u64::from(found.score) << 20 | found.doc as u64)
}
