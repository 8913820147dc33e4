// SPDX-License-Identifier: AGPL-3.0-or-later
//! What of a row a search looks at, and the order of what it found.
use soglia_domain::{dwelling::Row as DwellingRow, household::Row as HouseholdRow};
use soglia_search::{Field, Found, sorted_by_number};

/// One row that a search found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Place among the dwellings, or among the households.
    pub row: usize,
    /// Why it was found.
    pub matched: Matched,
}

/// Why a row was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matched {
    /// Nothing was searched for.
    Everything,
    /// The code of a dwelling.
    Code,
    /// Street or number.
    Address,
    /// Municipality.
    Municipality,
    /// The name of a household.
    Name,
    /// The name of a member.
    MemberName,
    /// The tax code of a member.
    TaxCode,
}

pub(super) const DWELLING_FIELDS: [Matched; 3] = [Matched::Code, Matched::Address, Matched::Municipality];
pub(super) const HOUSEHOLD_FIELDS: [Matched; 3] = [Matched::Name, Matched::MemberName, Matched::TaxCode];

pub(super) fn dwelling_fields(row: &DwellingRow) -> [Field<'_>; 3] {
    [
        Field {
            kind: 0,
            text: &row.code,
        },
        Field {
            kind: 1,
            text: &row.street,
        },
        Field {
            kind: 2,
            text: &row.municipality,
        },
    ]
}

/// Names apart from tax codes, which mix letters and digits.
pub(super) fn names_and_codes(row: &HouseholdRow) -> (String, String) {
    let mut parts = (String::new(), String::new());
    for word in row.names.split(' ') {
        let is_code = word.bytes().any(|b| b.is_ascii_digit());
        let part = if is_code { &mut parts.1 } else { &mut parts.0 };
        part.push_str(word);
        part.push(' ');
    }
    parts
}

pub(super) fn household_fields<'a>(row: &'a HouseholdRow, names: &'a str, codes: &'a str) -> [Field<'a>; 3] {
    [
        Field {
            kind: 0,
            text: &row.label,
        },
        Field { kind: 1, text: names },
        Field { kind: 2, text: codes },
    ]
}

pub(super) fn everything(order: &[u32]) -> Vec<Hit> {
    order
        .iter()
        .map(|row| Hit {
            row: *row as usize,
            matched: Matched::Everything,
        })
        .collect()
}

/// Best first; among equals in the order of the list.
pub(super) fn hits(mut found: Vec<Found>, order: &[u32], fields: &[Matched; 3]) -> Vec<Hit> {
    let mut rank = vec![0_u32; order.len()];
    for (at, row) in order.iter().enumerate() {
        rank[*row as usize] = at as u32;
    }
    found.retain(|found| found.doc < rank.len());
    sorted_by_number(&found, |found| {
        u64::from(found.score) << 20 | u64::from(rank[found.doc])
    })
    .into_iter()
    .map(|found| Hit {
        row: found.doc,
        matched: fields[usize::from(found.kind).min(2)],
    })
    .collect()
}
