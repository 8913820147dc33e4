// SPDX-License-Identifier: AGPL-3.0-or-later
//! A first guess of what the columns mean: by the words of the heading, checked against the cells, then by the cells alone.
use crate::{
    cell, fold,
    kind::{Kind, classify},
    mapping::{Column, Mapping, Meaning},
    municipality, street,
    table::Table,
};
use std::collections::HashSet;

/// So many filled cells of a column are looked at.
const CELLS_TO_LOOK_AT: usize = 200;

type Check = fn(&str) -> bool;

const fn anything(_: &str) -> bool {
    true
}

/// Meaning, what its cells look like, and phrases of headings; more particular ones come first. A phrase after "=" has to
/// be the whole heading.
const RULES: &[(Meaning, Check, &[&str])] = &[
    (
        Meaning::ContractPeriod,
        anything,
        &[
            "periodo contratto",
            "decorrenza",
            "dal al",
            "scadenza contratto",
            "contract period",
            "contract term",
        ],
    ),
    (
        Meaning::ContractYears,
        anything,
        &["durata", "anni contratto", "contract years", "duration"],
    ),
    (
        Meaning::Edition,
        anything,
        &[
            "periodo",
            "edizione",
            "aggiornamento",
            "data aggiornamento",
            "edition",
        ],
    ),
    (
        Meaning::Use,
        anything,
        &[
            "destinazione",
            "destinazione uso",
            "utilizzo",
            "uso",
            "finalita",
            "=use",
            "purpose",
        ],
    ),
    (
        Meaning::HouseNumber,
        anything,
        &["civico", "n civ", "num civ", "house number", "street number"],
    ),
    (
        Meaning::Municipio,
        cell::is_municipio,
        &["municipio", "zona", "zona di decentramento"],
    ),
    (
        Meaning::Municipality,
        cell::is_name,
        &["comune", "municipality", "citta", "localita", "town", "city"],
    ),
    (Meaning::Sheet, cell::is_short, &["foglio", "fg", "sheet"]),
    (
        Meaning::Parcel,
        cell::is_short,
        &["mappale", "particella", "mapp", "part", "p lla", "parcel"],
    ),
    (
        Meaning::Unit,
        cell::is_short,
        &["subalterno", "sub", "subalt", "cadastral unit", "subunit"],
    ),
    (
        Meaning::UsableArea,
        cell::is_area,
        &[
            "superficie utile",
            "sup utile",
            "usable area",
            "usable surface",
            "s u",
        ],
    ),
    (
        Meaning::CadastralArea,
        cell::is_area,
        &["superficie catastale", "sup catastale", "cadastral area"],
    ),
    (Meaning::Rooms, cell::is_number, &["vani", "n vani", "rooms"]),
    (
        Meaning::Size,
        cell::is_size,
        &[
            "consistenza",
            "superficie",
            "mq",
            "m2",
            "metri quadri",
            "dimensione",
            "size",
            "area",
            "sup",
            "surface",
        ],
    ),
    (
        Meaning::Latitude,
        cell::is_degrees,
        &["lat", "latitudine", "latitude"],
    ),
    (
        Meaning::Longitude,
        cell::is_degrees,
        &["long", "lon", "lng", "longitudine", "longitude"],
    ),
    (
        Meaning::Address,
        cell::is_name,
        &["indirizzo", "ubicazione", "address", "toponimo", "street", "=via"],
    ),
    (Meaning::Floor, cell::is_floor, &["piano", "floor"]),
    (
        Meaning::EnergyClass,
        cell::is_energy_class,
        &["classe energetica", "=classe", "=ape", "energy class", "energy"],
    ),
    (
        Meaning::Neighbourhood,
        cell::is_neighbourhood,
        &["id nil", "nil", "cod nil"],
    ),
    (
        Meaning::InventoryCode,
        cell::is_short,
        &[
            "cod invent",
            "inventario",
            "codice alloggio",
            "matricola",
            "inventory code",
            "inventory",
            "codice unita",
            "codice immobile",
            "cod alloggio",
            "cod immobile",
            "=codice",
            "=cod",
            "=code",
        ],
    ),
    (
        Meaning::Kind,
        cell::is_name,
        &["tipologia", "tipo", "categoria", "cat", "kind", "type"],
    ),
];

/// Headings of a column that numbers the rows; its cells have to be whole numbers, each once.
const ROW_NUMBERS: &[&str] = &[
    "objectid",
    "progressivo",
    "n ord",
    "n progr",
    "unita immobiliare",
    "row number",
    "=row",
    "numero",
    "num",
    "nr",
    "=n",
    "=id",
    "fid",
];

/// What the columns seem to mean. A person may change it before anything is imported.
pub fn guess(table: &Table) -> Mapping {
    let mut meanings = vec![Meaning::Ignored; table.headers().len()];
    let mut taken = HashSet::new();
    let mut take = |meanings: &mut Vec<Meaning>, meaning: Meaning, pick: &dyn Fn(usize) -> bool| {
        if taken.contains(&meaning) {
            return;
        }
        let free = |index: &usize| meanings.get(*index) == Some(&Meaning::Ignored);
        if let Some(index) = (0..meanings.len()).filter(free).find(|index| pick(*index)) {
            meanings[index] = meaning;
            taken.insert(meaning);
        }
    };
    let headers: Vec<String> = table.headers().iter().map(|header| fold::words(header)).collect();
    let named = |index: usize, phrase: &str| {
        headers
            .get(index)
            .is_some_and(|header| match phrase.strip_prefix('=') {
                Some(whole) => header == whole,
                None => fold::has_phrase(header, phrase),
            })
    };
    for (meaning, check, phrases) in RULES {
        for phrase in *phrases {
            take(&mut meanings, *meaning, &|index| {
                named(index, phrase) && mostly(table, index, *check)
            });
        }
    }
    for phrase in ROW_NUMBERS {
        take(&mut meanings, Meaning::RowNumber, &|index| {
            named(index, phrase) && numbers_the_rows(table, index)
        });
    }
    let by_cells: [(Meaning, Check); 5] = [
        (Meaning::Address, street::looks_like_address),
        (Meaning::Kind, |text| {
            !matches!(classify(text), Kind::Unknown | Kind::Unstated)
        }),
        (Meaning::Municipality, |text| municipality::find(text).is_some()),
        (Meaning::Latitude, |text| {
            cell::degrees(text).is_some_and(cell::is_latitude)
        }),
        (Meaning::Longitude, |text| {
            cell::degrees(text).is_some_and(cell::is_longitude)
        }),
    ];
    for (meaning, check) in by_cells {
        take(&mut meanings, meaning, &|index| {
            has_cells(table, index) && mostly(table, index, check)
        });
    }
    let columns = meanings.into_iter().enumerate().map(|(index, meaning)| Column {
        index,
        header: table.headers().get(index).cloned().unwrap_or_default(),
        meaning,
    });
    Mapping {
        columns: columns.collect(),
    }
}

fn filled(table: &Table, index: usize) -> impl Iterator<Item = &str> {
    table
        .column(index)
        .filter(|text| !cell::is_blank(text))
        .take(CELLS_TO_LOOK_AT)
}

fn has_cells(table: &Table, index: usize) -> bool {
    filled(table, index).next().is_some()
}

/// Whether seven in ten of the filled cells look as they should; a column without filled cells contradicts nothing.
fn mostly(table: &Table, index: usize, check: Check) -> bool {
    let (mut n, mut n_right) = (0_usize, 0_usize);
    for text in filled(table, index) {
        n += 1;
        n_right += usize::from(check(text));
    }
    n_right * 10 >= n * 7
}

fn numbers_the_rows(table: &Table, index: usize) -> bool {
    let mut seen = HashSet::new();
    table
        .column(index)
        .all(|text| text.parse::<u64>().is_ok_and(|number| seen.insert(number)))
}
