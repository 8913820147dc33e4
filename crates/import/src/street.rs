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

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: [&str; 3]) {
        let read = read_address(text, None).expect("an address");
        let found = [
            read.street.as_str(),
            &read.number,
            read.municipality.as_deref().unwrap_or_default(),
        ];
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn the_house_number_stays_however_the_street_is_written() {
        check("via Padova 80", ["via Padova", "80", ""]);
        check("via Torre C. 24", ["via Torre C.", "24", ""]);
        check("Via Millelire, 18", ["via Millelire", "18", ""]);
        check("via Palmanova,91", ["via Palmanova", "91", ""]);
        check("viale Jenner 29/31", ["viale Jenner", "29/31", ""]);
        check("via Litta Modignani 6-8", ["via Litta Modignani", "6-8", ""]);
        check("corso Lodi 59 torre H", ["corso Lodi", "59 torre H", ""]);
        check("via Asiago 51 (ex 4)", ["via Asiago", "51 (ex 4)", ""]);
        check("via Roma n. 12 bis", ["via Roma", "12 bis", ""]);
        check("via Roma n.12", ["via Roma", "12", ""]);
        check("via Roma snc", ["via Roma", "snc", ""]);
    }

    #[test]
    fn numbers_that_belong_to_the_name_stay_in_the_street() {
        check("via Due Giugno 14", ["via Due Giugno", "14", ""]);
        check("via 25 Aprile", ["via 25 Aprile", "", ""]);
        check(
            "via Concilio Vaticano II 3",
            ["via Concilio Vaticano II", "3", ""],
        );
        check("via Giulietti/Palmanova", ["via Giulietti/Palmanova", "", ""]);
    }

    #[test]
    fn capitals_become_ordinary_case() {
        check(
            "V. ALDO MORO [LOCATE TRIULZI]",
            ["via Aldo Moro", "", "LOCATE TRIULZI"],
        );
        check(
            "V.LE FORLANINI [GARBAGNATE MILANESE]",
            ["viale Forlanini", "", "GARBAGNATE MILANESE"],
        );
        check(
            "V.BIFFI [TREZZO SULL'ADDA]",
            ["via Biffi", "", "TREZZO SULL'ADDA"],
        );
        check(
            "PZ I MAGGIO MM [SESTO SAN GIOVANNI]",
            ["piazza I Maggio MM", "", "SESTO SAN GIOVANNI"],
        );
        check("C.SO SEMPIONE 4", ["corso Sempione", "4", ""]);
        check(
            "P.ZA DELL'UNITA' D'ITALIA 3",
            ["piazza dell'Unità d'Italia", "3", ""],
        );
        check(
            "GIOVANNI XXIII 107/A [BRESSO]",
            ["Giovanni XXIII", "107/A", "BRESSO"],
        );
        check(
            "DELLE AZALEE [CUSANO MILANINO]",
            ["Delle Azalee", "", "CUSANO MILANINO"],
        );
        check(
            "FRAZ. BAZZANO V.CASCINA BAZZANA [ASSAGO]",
            ["frazione Bazzano via Cascina Bazzana", "", "ASSAGO"],
        );
        check("CASSINA DE' PECCHI MM", ["Cassina de' Pecchi MM", "", ""]);
    }

    #[test]
    fn a_municipality_is_found_behind_the_street() {
        check("VIA SONDRIO [MUGGIO'] 26", ["via Sondrio", "26", "MUGGIO'"]);
        check("via Roma 5 (Rho)", ["via Roma", "5", "Rho"]);
        check("via Roma 5 - Monza", ["via Roma", "5", "Monza"]);
        check("via Roma 5, Monza", ["via Roma", "5", "Monza"]);
        check("via Asiago (cortile)", ["via Asiago (cortile)", "", ""]);
    }

    #[test]
    fn a_number_in_its_own_cell_goes_before_the_one_in_the_street() {
        let read = |text: &str, cell: &str| {
            let read = read_address(text, Some(cell)).expect("an address");
            (read.street, read.number)
        };
        assert_eq!(
            read("VIA ROMA", "12/A"),
            ("via Roma".to_owned(), "12/A".to_owned())
        );
        assert_eq!(
            read("via Roma 12", "12"),
            ("via Roma".to_owned(), "12".to_owned())
        );
        assert_eq!(
            read("via Roma 4", "12"),
            ("via Roma 4".to_owned(), "12".to_owned())
        );
        assert_eq!(read("via Roma 4", "-"), ("via Roma".to_owned(), "4".to_owned()));
    }
}
