// SPDX-License-Identifier: AGPL-3.0-or-later
//! Fields of the input that nobody reads: a slip in a name should not pass unseen.
use std::collections::BTreeMap;

/// So many different names are told.
const MOST_NAMES: usize = 20;

/// Longest name that is told.
const LONGEST_NAME: usize = 40;

/// Fields that were passed over, by their path, with how often.
#[derive(Default)]
pub(crate) struct Ignored {
    by_path: BTreeMap<String, u64>,
    n_others: u64,
}

impl Ignored {
    /// One more field of that name below a path such as "isee.".
    pub(super) fn note(&mut self, within: &str, name: &str) {
        // What does not look like the name of a field may be anything, a person's name too, and is only counted.
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        let told = name.len() <= LONGEST_NAME && name.bytes().all(plain);
        self.count(told.then(|| format!("{within}{name}")), 1);
    }

    /// What another part of the input had.
    pub(super) fn add(&mut self, other: Self) {
        for (path, n_times) in other.by_path {
            self.count(Some(path), n_times);
        }
        self.n_others += other.n_others;
    }

    fn count(&mut self, path: Option<String>, n_times: u64) {
        match path {
            Some(path) if self.by_path.len() < MOST_NAMES || self.by_path.contains_key(&path) => {
                *self.by_path.entry(path).or_default() += n_times;
            }
            _ => self.n_others += n_times,
        }
    }

    /// One sentence about all of them; none when there are none.
    pub(crate) fn sentence(&self) -> Option<String> {
        let mut parts: Vec<String> = self
            .by_path
            .iter()
            .map(|(path, n_times)| format!("{path} ({n_times})"))
            .collect();
        if self.n_others > 0 {
            parts.push(format!("others ({})", self.n_others));
        }
        (!parts.is_empty()).then(|| format!("fields that are not read: {}", parts.join(", ")))
    }
}
