// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a play came to.
use soglia_domain::record::Kind;
use std::{collections::BTreeMap, ops::AddAssign};

/// What a play came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Played {
    /// Changes that people saved.
    pub n_saved: usize,
    /// Changes in the log of the server in the end.
    pub n_logged: usize,
    /// Times that a device or the server stopped or was set back.
    pub n_mishaps: usize,
    /// Entries of the diary in the end.
    pub n_entries: usize,
    /// Tasks and visits in the end.
    pub n_works: usize,
    /// Commitments in the end.
    pub n_commitments: usize,
    /// Commitments that were refused because too little was left of their source.
    pub n_beyond: usize,
    /// How often each verb of each kind was accepted, in the words of the wire.
    pub accepted: BTreeMap<(Kind, &'static str), usize>,
}

impl Played {
    /// How often something with records of a kind was accepted.
    pub fn n_accepted(&self, kind: Kind) -> usize {
        let of_kind = self.accepted.iter().filter(|((of, _), _)| *of == kind);
        of_kind.map(|(_, n)| n).sum()
    }
}

impl AddAssign for Played {
    fn add_assign(&mut self, other: Self) {
        self.n_saved += other.n_saved;
        self.n_logged += other.n_logged;
        self.n_mishaps += other.n_mishaps;
        self.n_entries += other.n_entries;
        self.n_works += other.n_works;
        self.n_commitments += other.n_commitments;
        self.n_beyond += other.n_beyond;
        for (verb, n) in other.accepted {
            *self.accepted.entry(verb).or_default() += n;
        }
    }
}
