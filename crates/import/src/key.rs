// SPDX-License-Identifier: AGPL-3.0-or-later
//! Natural keys: the same dwelling gets the same identity in every edition of a list, in whatever order its rows stand.
use crate::fold::fold;
use soglia_domain::{
    dwelling::{Address, CadastralKey, Origin},
    id::DwellingId,
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The namespace of dwellings that come from lists. It never changes: every identity given so far follows from it.
const NAMESPACE: Uuid = Uuid::from_u128(0x5061_6c63_7f0d_5b0e_9a3c_6f2d_1b84_e7a1);

/// What a row offers to be known by.
pub(crate) struct Marks {
    pub(crate) origin: Origin,
    /// Cadastral code of the municipality, or its name where the code is not known.
    pub(crate) municipality: String,
    pub(crate) cadastral: Option<CadastralKey>,
    /// What the list writes behind the unit: "ex 701".
    pub(crate) former_unit: String,
    pub(crate) address: Address,
    pub(crate) inventory_code: String,
    pub(crate) row_number: String,
    /// Sheet, parcel and unit as written, also where they do not make a key.
    pub(crate) land: String,
    /// Kind and size as written.
    pub(crate) kind_and_size: String,
}

/// The key of a row, and others by which an edition with more or fewer doubles would have known it.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) key: String,
    pub(crate) others: Vec<String>,
}

/// The identity that follows from a key.
pub(crate) fn id(key: &str) -> DwellingId {
    DwellingId(Uuid::new_v5(&NAMESPACE, key.as_bytes()))
}

impl Marks {
    /// By the land register where the row names sheet and parcel; else by inventory and address.
    fn base(&self) -> String {
        let start = format!("{}:{}", self.origin.key(), self.municipality);
        match &self.cadastral {
            Some(key) => {
                let former = fold(&self.former_unit);
                let former = if former.is_empty() {
                    former
                } else {
                    format!("+{former}")
                };
                format!(
                    "{start}/{}/{}/{}{former}",
                    fold(&key.sheet),
                    fold(&key.parcel),
                    fold(&key.unit)
                )
            }
            None if self.inventory_code.is_empty() => format!("{start}@{}", self.place()),
            None => format!("{start}#{}@{}", fold(&self.inventory_code), self.place()),
        }
    }

    fn place(&self) -> String {
        format!("{}|{}", fold(&self.address.street), fold(&self.address.number))
    }

    /// What tells doubles apart, from what changes least to what changes most between editions.
    fn differences(&self) -> [String; 5] {
        [
            self.place(),
            fold(&self.inventory_code),
            fold(&self.land),
            fold(&self.kind_and_size),
            fold(&self.row_number),
        ]
    }
}

/// The key of each row. Rows with the same key are told apart by what differs between them; rows in which nothing
/// differs are counted, so that none is swallowed.
pub(crate) fn keys(marks: &[Marks]) -> Vec<Key> {
    let mut by_base: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, mark) in marks.iter().enumerate() {
        by_base.entry(mark.base()).or_default().push(index);
    }
    let mut keys: Vec<Key> = marks
        .iter()
        .map(|_| Key {
            key: String::new(),
            others: Vec::new(),
        })
        .collect();
    for (base, rows) in by_base {
        if let [row] = rows[..] {
            let others = match &marks[row].cadastral {
                Some(_) => vec![format!("{base}~{}", marks[row].place())],
                None => Vec::new(),
            };
            keys[row] = Key { key: base, others };
        } else {
            let mut told_apart = Vec::new();
            tell_apart(marks, &rows, 0, base.clone(), &mut told_apart);
            for (row, key) in told_apart {
                keys[row] = Key {
                    key,
                    others: vec![base.clone()],
                };
            }
        }
    }
    keys
}

fn tell_apart(marks: &[Marks], rows: &[usize], level: usize, key: String, out: &mut Vec<(usize, String)>) {
    if let [row] = rows {
        out.push((*row, key));
        return;
    }
    let mut parts: BTreeMap<Option<String>, Vec<usize>> = BTreeMap::new();
    for row in rows {
        let difference = marks[*row].differences().get(level).cloned();
        parts.entry(difference).or_default().push(*row);
    }
    for (difference, part) in parts {
        match difference {
            Some(difference) if part.len() < rows.len() => {
                tell_apart(marks, &part, level + 1, format!("{key}~{difference}"), out);
            }
            Some(_) => tell_apart(marks, &part, level + 1, key.clone(), out),
            None => {
                let counted = part.iter().enumerate();
                out.extend(counted.map(|(index, row)| (*row, format!("{key}~{}", index + 1))));
            }
        }
    }
}

/// Letters and digits that nobody mistakes for one another.
const CLEAR: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The letter before the codes of one origin.
const fn letter(origin: Origin) -> char {
    match origin {
        Origin::Municipal => 'M',
        Origin::Confiscated => 'C',
        Origin::MetropolitanArea => 'H',
        Origin::ThirdSector => 'T',
    }
}

/// A code of the number that the list gives to the row: "C-0042".
pub(crate) fn numbered_code(origin: Origin, row_number: &str) -> Option<String> {
    let number: u32 = row_number.parse().ok()?;
    Some(format!("{}-{number:04}", letter(origin)))
}

/// A code of `n` signs that follows from the identity: "H-7K2QM".
pub(crate) fn drawn_code(origin: Origin, id: DwellingId, n: usize) -> String {
    let mut code = format!("{}-", letter(origin));
    let mut bits = id.0.as_u128();
    for _ in 0..n {
        code.push(char::from(CLEAR[(bits % 32) as usize]));
        bits /= 32;
    }
    code
}

/// The first code that nobody bears yet: of the row number, else of the identity.
pub(crate) fn free_code(
    origin: Origin,
    row_number: &str,
    id: DwellingId,
    is_taken: &dyn Fn(&str) -> bool,
) -> String {
    let drawn = (5..=25).map(|n| drawn_code(origin, id, n));
    let mut codes = numbered_code(origin, row_number).into_iter().chain(drawn);
    codes
        .find(|code| !is_taken(code))
        .unwrap_or_else(|| format!("{}-{id}", letter(origin)))
}
