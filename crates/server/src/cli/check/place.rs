// SPDX-License-Identifier: AGPL-3.0-or-later
//! The names of the places that tax codes carry: where the tables come from stands in `place-codes/README.md`.
use std::{collections::HashMap, sync::OnceLock};

const MUNICIPALITIES: &str = include_str!("../../../place-codes/municipalities.csv");
const STATES: &str = include_str!("../../../place-codes/states.csv");

/// The municipality or state with a code; none for a municipality that is no more.
pub(super) fn name(code: &str) -> Option<&'static str> {
    static NAMES: OnceLock<HashMap<&'static str, &'static str>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let lines = MUNICIPALITIES.lines().chain(STATES.lines());
        lines.filter_map(|line| line.split_once(';')).collect()
    });
    names.get(code).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_names_its_municipality_or_state() {
        assert_eq!(name("F205"), Some("Milano"));
        assert_eq!(name("I690"), Some("Sesto San Giovanni"));
        assert_eq!(name("Z129"), Some("Romania"));
        assert_eq!(name("Z404"), Some("Stati Uniti d'America"));
        assert_eq!(name("A000"), None);
    }

    #[test]
    fn every_line_of_the_tables_is_read_and_no_code_stands_twice() {
        let lines = || MUNICIPALITIES.lines().chain(STATES.lines());
        let codes: std::collections::BTreeSet<&str> = lines()
            .map(|line| {
                let (code, called) = line.split_once(';').expect("code and name");
                assert!(
                    code.len() == 4 && !called.is_empty() && !called.contains(';'),
                    "{line}"
                );
                code
            })
            .collect();
        assert_eq!(codes.len(), lines().count());
        assert_eq!(codes.len(), 7_896 + 213);
    }
}
