// SPDX-License-Identifier: AGPL-3.0-or-later
//! The names of the parameters, as they stand in `rulebook/*.toml`.
include!(concat!(env!("OUT_DIR"), "/rulebook_names.rs"));

impl ParameterName {
    /// The parameter of that name in the rulebook.
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|name| name.key() == key)
    }
}
