// SPDX-License-Identifier: AGPL-3.0-or-later
//! Addresses as lists write them: kind of street, name, house number, and a municipality hidden in brackets.
mod case;
mod number;

use crate::{
    fold::{fold, tidy},
    municipality,
};
pub(crate) use case::name_case;

/// An address taken apart.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct ReadAddress {
    pub(crate) street: String,
    pub(crate) number: String,
    /// The municipality as the address itself names it.
    pub(crate) municipality: Option<String>,
}

/// Kinds of streets as lists shorten them.
const KINDS: &[(&str, &[&str])] = &[
    ("via", &["via", "v", "v."]),
    ("viale", &["viale", "v.le", "vle", "vl", "vl."]),
    ("corso", &["corso", "c.so", "cso"]),
    ("piazza", &["piazza", "p.za", "p.zza", "pza", "pzza", "pz", "pz."]),
    (
        "piazzale",
        &["piazzale", "p.le", "ple", "p.zale", "pzle", "p.zzale"],
    ),
    ("piazzetta", &["piazzetta", "p.tta", "p.zzetta"]),
    ("largo", &["largo", "l.go", "lgo"]),
    ("vicolo", &["vicolo", "v.lo", "vlo", "vic."]),
    ("strada", &["strada", "str."]),
    ("frazione", &["frazione", "fraz.", "fraz"]),
    ("località", &["località", "localita", "localita'", "loc.", "loc"]),
    ("cascina", &["cascina", "c.na"]),
    ("bastioni", &["bastioni", "bastione", "bast."]),
    ("alzaia", &["alzaia"]),
    ("foro", &["foro"]),
    ("galleria", &["galleria"]),
    ("passaggio", &["passaggio"]),
    ("ripa", &["ripa"]),
    ("rotonda", &["rotonda"]),
    ("vicolo", &["vicoletto"]),
];

fn kind_of(token: &str) -> Option<&'static str> {
    let token = token.to_lowercase();
    KINDS
        .iter()
        .find(|(_, written)| written.contains(&token.as_str()))
        .map(|(kind, _)| *kind)
}

/// Whether a cell begins like an address.
pub(crate) fn looks_like_address(text: &str) -> bool {
    let text = text.trim();
    let first = text.split_whitespace().next().unwrap_or_default();
    text.len() > first.len() && kind_of(first).is_some()
}

/// Takes an address apart. A number in a cell of its own goes before one at the end of the street.
pub(crate) fn read_address(text: &str, number_cell: Option<&str>) -> Option<ReadAddress> {
    let (text, municipality) = split_municipality(&tidy(text));
    let (street, mut number) = number::split(&text);
    let mut street = street.to_owned();
    if let Some(cell) = number_cell
        .map(number::tidy_number)
        .filter(|cell| !cell.is_empty())
    {
        if !number.is_empty() && fold(&number) != fold(&cell) {
            // The street ends in a number that is not the house number, as "via Cadorna 4" does in some lists: both stay.
            street = text.trim_end_matches(',').to_owned();
        }
        number = cell;
    }
    let street = tidy_street(&street);
    (!street.is_empty()).then_some(ReadAddress {
        street,
        number,
        municipality,
    })
}

/// The address without the municipality that it hides, and that municipality: "VIA X [RHO]". In round brackets, after a
/// dash or a comma only a name that is known to be a municipality counts.
fn split_municipality(text: &str) -> (String, Option<String>) {
    if let Some((before, rest)) = text.rsplit_once('[')
        && let Some((inside, after)) = rest.split_once(']')
    {
        let rest = tidy(&format!("{before} {after}"));
        let inside = tidy(inside);
        return (rest, (!inside.is_empty()).then_some(inside));
    }
    let bracketed = text.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    let ended = bracketed
        .or_else(|| text.rsplit_once(" - "))
        .or_else(|| text.rsplit_once(", "));
    if let Some((before, name)) = ended
        && !before.trim().is_empty()
        && municipality::find(name).is_some()
    {
        return (before.trim().to_owned(), Some(name.trim().to_owned()));
    }
    (text.to_owned(), None)
}

/// The street with its kind written out and its name in ordinary case.
fn tidy_street(text: &str) -> String {
    let text = text.trim().trim_end_matches([',', ';', '-']).trim();
    let (kind, name) = split_kind(text);
    let shouted = !text.chars().any(char::is_lowercase);
    let mut name = if shouted {
        name_case(name, kind.is_none())
    } else {
        name.to_owned()
    };
    if matches!(kind, Some("frazione" | "località")) {
        name = written_out_inside(&name);
    }
    match kind {
        Some(kind) if name.is_empty() => kind.to_owned(),
        Some(kind) => format!("{kind} {name}"),
        None => name,
    }
}

/// The kind of street at the beginning, and the rest; also where no space parts them: "V.BIFFI".
fn split_kind(text: &str) -> (Option<&'static str>, &str) {
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    if let Some(kind) = kind_of(first) {
        return (Some(kind), rest.trim());
    }
    let glued = |start: &str| {
        text.get(..start.len())
            .filter(|head| head.eq_ignore_ascii_case(start))
            .and(text.get(start.len()..))
            .filter(|rest| {
                rest.split(' ')
                    .next()
                    .is_some_and(|word| word.chars().count() > 2 && !word.contains('.'))
            })
    };
    for (start, kind) in [
        ("v.le", "viale"),
        ("c.so", "corso"),
        ("p.za", "piazza"),
        ("p.zza", "piazza"),
        ("v.", "via"),
    ] {
        if let Some(rest) = glued(start) {
            return (Some(kind), rest);
        }
    }
    (None, text)
}

/// A hamlet is followed by its street: "frazione Bazzano V.Cascina Bazzana".
fn written_out_inside(name: &str) -> String {
    let word = |word: &str| match split_kind(word) {
        (Some(kind), "") => kind.to_owned(),
        (Some(kind), rest) => format!("{kind} {rest}"),
        (None, _) => word.to_owned(),
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
