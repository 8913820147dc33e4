// SPDX-License-Identifier: AGPL-3.0-or-later
//! What changed between two assessments of a household.
use super::{Assessment, NeedDomain};

/// The level of each domain, in the order of [`NeedDomain::ALL`]; none where it is not known.
pub type Levels = [Option<u8>; NeedDomain::ALL.len()];

impl Assessment {
    /// The level of each domain.
    pub fn levels(&self) -> Levels {
        NeedDomain::ALL.map(|domain| self.facts.level(domain))
    }
}

/// By how much each domain changed from one assessment to a later one: above zero it became better. None where one of the
/// two does not know: a level that somebody learns is no change.
pub fn changes(before: &Levels, after: &Levels) -> [(NeedDomain, Option<i8>); NeedDomain::ALL.len()] {
    NeedDomain::ALL.map(|domain| {
        let at = domain as usize;
        let change = before[at].zip(after[at]);
        let change = change.and_then(|(from, to)| i8::try_from(i16::from(to) - i16::from(from)).ok());
        (domain, change)
    })
}
