// SPDX-License-Identifier: AGPL-3.0-or-later
//! The immutable part: sorted words, each with the places where it stands.
use crate::{
    hash::QuickHash,
    score::{NONE, score},
};
use std::collections::HashMap;

/// Sorted words and their places.
#[derive(Default)]
pub(crate) struct Base {
    pub(crate) n_docs: u32,
    /// All words one after another, in order.
    text: String,
    /// Where each word begins in `text`, and where the last one ends.
    word_starts: Vec<u32>,
    /// Where the places of each word begin in `places`, and where the last ones end.
    place_starts: Vec<u32>,
    places: Vec<Place>,
}

/// One place of a word: document, field and position in 32 bits.
#[derive(Clone, Copy)]
pub(crate) struct Place(u32);

impl Place {
    pub(crate) const fn new(doc: u32, kind: u8, position: usize) -> Self {
        let position = if position > 3 { 3 } else { position as u32 };
        Self(doc << 6 | ((kind & 15) as u32) << 2 | position)
    }

    const fn doc(self) -> usize {
        (self.0 >> 6) as usize
    }

    const fn score(self, exact: bool) -> u8 {
        score((self.0 >> 2 & 15) as u8, exact, (self.0 & 3) as u8)
    }
}

impl Base {
    /// Of words with their numbers, and of the places of each number.
    pub(crate) fn of(n_docs: u32, words: HashMap<Box<str>, u32, QuickHash>, found: &[(u32, Place)]) -> Self {
        let mut words: Vec<(Box<str>, u32)> = words.into_iter().collect();
        words.sort_unstable();
        let mut base = Base {
            n_docs,
            ..Base::default()
        };
        let mut rank = vec![0_u32; words.len()];
        for (at, (word, known)) in words.iter().enumerate() {
            base.word_starts.push(base.text.len() as u32);
            base.text.push_str(word);
            rank[*known as usize] = at as u32;
        }
        base.word_starts.push(base.text.len() as u32);

        // Counting sort: how many places each word has, then where they begin, then each to its slot.
        base.place_starts = vec![0; words.len() + 1];
        for (word, _) in found {
            base.place_starts[rank[*word as usize] as usize + 1] += 1;
        }
        for at in 0..words.len() {
            base.place_starts[at + 1] += base.place_starts[at];
        }
        let mut next = base.place_starts.clone();
        base.places = vec![Place(0); found.len()];
        for (word, place) in found {
            let slot = &mut next[rank[*word as usize] as usize];
            base.places[*slot as usize] = *place;
            *slot += 1;
        }
        base
    }

    fn word(&self, at: usize) -> &str {
        &self.text[self.word_starts[at] as usize..self.word_starts[at + 1] as usize]
    }

    fn n_words(&self) -> usize {
        self.word_starts.len().saturating_sub(1)
    }

    /// The best score of each document for one term, written into `best`.
    pub(crate) fn best(&self, term: &str, best: &mut [u8]) {
        best.fill(NONE);
        let (mut low, mut high) = (0, self.n_words());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.word(middle) < term {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for at in low..self.n_words() {
            let word = self.word(at);
            if !word.starts_with(term) {
                break;
            }
            let exact = word.len() == term.len();
            for place in &self.places[self.place_starts[at] as usize..self.place_starts[at + 1] as usize] {
                let best = &mut best[place.doc()];
                *best = (*best).min(place.score(exact));
            }
        }
    }
}
