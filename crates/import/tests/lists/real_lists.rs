// SPDX-License-Identifier: AGPL-3.0-or-later
//! The two lists as the City published them, row by row.

use crate::common::{CONFISCATED, HINTERLAND, dwelling, facts, imported, listed, prepared, stock};
use soglia_domain::{
    area::{FloorArea, ListedSize, Rooms},
    dwelling::{DwellingStateKind, Origin},
};
use soglia_import::{Meaning, NotDwelling, Outcome, RowOutcome, compare, guess, preview, read};
use std::collections::{BTreeMap, HashSet};

#[test]
fn every_row_of_the_confiscated_list_is_a_dwelling_or_plainly_none() {
    let prepared = prepared(CONFISCATED, Origin::Confiscated);
    let (actions, report) = compare(&|_| None, &|_| false, &prepared);
    // 107 "appart." and 2 "villetta schiera".
    assert_eq!(report.created, 109);
    assert_eq!(actions.len(), 109);
    // 32 box and 2 posto auto; 8 magazzino, 6 cantina, 1 solaio; 26 locale comm.le; 4 uffici; 3 laborat.; and of land
    // 3 semin., 2 orto, 3 terreno, 1 bosco.
    let mut kinds: BTreeMap<NotDwelling, usize> = BTreeMap::new();
    for outcome in &prepared.outcomes {
        if let RowOutcome::NotADwelling { reason, .. } = outcome {
            *kinds.entry(*reason).or_default() += 1;
        }
    }
    let expected = [
        (NotDwelling::Garage, 34),
        (NotDwelling::Storage, 15),
        (NotDwelling::Shop, 26),
        (NotDwelling::Office, 4),
        (NotDwelling::Workshop, 3),
        (NotDwelling::Land, 9),
    ];
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), expected);
    assert_eq!(
        (report.not_dwellings, report.unreadable, report.rows),
        (91, 0, 200)
    );
    assert_eq!(
        report.entries.len(),
        91,
        "one entry for each row that was not created"
    );
    assert_eq!(report.edition, "marzo 2026");
    assert!(
        report.remarks.iter().all(|remark| remark.reason == "shared_key"),
        "nothing else is in doubt"
    );
}

#[test]
fn every_building_of_the_hinterland_list_is_kept() {
    let prepared = prepared(HINTERLAND, Origin::MetropolitanArea);
    let (_, report) = compare(&|_| None, &|_| false, &prepared);
    // All 276 rows are "FABBRICATO"; none is a garage, a shop or land, so that each stays as it is listed.
    assert_eq!(
        (
            report.rows,
            report.created,
            report.not_dwellings,
            report.unreadable
        ),
        (276, 276, 0, 0)
    );
    let count = |reason: &str| {
        report
            .remarks
            .iter()
            .filter(|remark| remark.reason == reason)
            .count()
    };
    assert_eq!(count("whole_building"), 276);
    // Vizzolo 1/51 and 1/65 and Desio 22/242 stand under two addresses each; Assago 7/74 stands there twice.
    assert_eq!(count("shared_key"), 8);
    assert_eq!(
        count("unknown_municipality") + count("missing_municipality") + count("cell_not_understood"),
        0
    );
}

#[test]
fn no_row_of_either_list_is_swallowed_by_another() {
    for (bytes, origin) in [
        (CONFISCATED, Origin::Confiscated),
        (HINTERLAND, Origin::MetropolitanArea),
    ] {
        let prepared = prepared(bytes, origin);
        let rows: Vec<_> = prepared.outcomes.iter().filter_map(dwelling).collect();
        let ids: HashSet<_> = rows.iter().map(|row| row.id).collect();
        let codes: HashSet<_> = rows.iter().map(|row| row.code.as_str()).collect();
        assert_eq!((ids.len(), codes.len()), (rows.len(), rows.len()));
    }
}

#[test]
fn sizes_of_the_confiscated_list_are_rooms_or_surfaces_never_both() {
    let prepared = prepared(CONFISCATED, Origin::Confiscated);
    let sizes: Vec<_> = prepared
        .outcomes
        .iter()
        .filter_map(dwelling)
        .map(|row| facts(row).listed_size.known().cloned())
        .collect();
    let count = |check: fn(&ListedSize) -> bool| sizes.iter().flatten().filter(|size| check(size)).count();
    // Of 109 dwellings none is without size; "1 vano" and "5, 5 vani" are rooms; "mq 26" and "83" are square metres.
    assert_eq!(sizes.iter().flatten().count(), 109);
    assert_eq!(count(|size| matches!(size, ListedSize::Rooms(_))), 67);
    assert_eq!(count(|size| matches!(size, ListedSize::Area(_))), 42);
    let of_line = |line: u32| facts(listed(&prepared, line)).listed_size.known().cloned();
    assert_eq!(of_line(2), Some(ListedSize::Rooms(Rooms(30))), "3 vani");
    assert_eq!(
        of_line(29),
        FloorArea::from_hundredths(12_500).map(ListedSize::Area),
        "125 mq"
    );
    let none_is_usable = |row| facts(row).usable_area.known().is_none();
    assert!(prepared.outcomes.iter().filter_map(dwelling).all(none_is_usable));
}

#[test]
fn a_row_keeps_all_that_the_list_says() {
    let prepared = prepared(CONFISCATED, Origin::Confiscated);
    let first = listed(&prepared, 2);
    assert_eq!(first.code, "C-0001");
    assert_eq!(first.state.kind(), DwellingStateKind::ToAssess);
    let facts_of = facts(first);
    let address = facts_of.address.known().expect("an address");
    assert_eq!(
        (address.street.as_str(), address.number.as_str()),
        ("via Arialdo Sant", "69")
    );
    assert_eq!(address.municipality, "Milano");
    assert_eq!(facts_of.municipio.known(), Some(&5));
    assert_eq!(facts_of.listed_kind.known().map(String::as_str), Some("appart."));
    assert_eq!(
        facts_of.listed_use.known().map(String::as_str),
        Some("Scopi Sociali")
    );
    assert_eq!(
        facts_of.listed_contract.known().map(String::as_str),
        Some("20 anni, 20.06.2016 19.06.2036")
    );
    assert_eq!(
        facts_of.note.known().map(String::as_str),
        Some("Subalterno: 713 (ex 701)")
    );
    let source = facts_of.source.known().expect("a source");
    assert_eq!(
        (source.edition.as_str(), source.key.as_str()),
        ("marzo 2026", "confiscated:F205/686/9/713+ex701")
    );
    let second = facts(listed(&prepared, 3));
    let key = second.cadastral_key.known().expect("a cadastral key");
    assert_eq!(
        (key.sheet.as_str(), key.parcel.as_str(), key.unit.as_str()),
        ("686", "9", "713"),
        "part. 9"
    );
    let fifth_floor = facts(listed(&prepared, 21));
    assert_eq!(fifth_floor.floor.known(), Some(&5), "17 (5° PIANO)");
    assert_eq!(
        fifth_floor.cadastral_key.known().map(|key| key.unit.as_str()),
        Some("17")
    );
}

#[test]
fn the_municipality_hidden_in_the_address_is_found() {
    let prepared = prepared(HINTERLAND, Origin::MetropolitanArea);
    let address = |line| {
        let address = facts(listed(&prepared, line)).address;
        let address = address.known().expect("an address").clone();
        [address.street, address.number, address.municipality]
    };
    assert_eq!(address(2), ["Palmiro Togliatti", "31", "Rho"]);
    assert_eq!(address(3), ["via Sondrio", "26", "Muggiò"]);
    assert_eq!(address(7), ["via Aldo Moro", "12", "Locate di Triulzi"]);
    let rows: Vec<_> = prepared.outcomes.iter().filter_map(dwelling).map(facts).collect();
    assert!(
        rows.iter().all(|facts| facts.position.known().is_some()),
        "every row has coordinates"
    );
    let municipalities: HashSet<_> = rows
        .iter()
        .filter_map(|facts| facts.address.known().map(|address| address.municipality.clone()))
        .collect();
    assert_eq!(municipalities.len(), 44);
    let first = rows[0].position.known().expect("a position");
    assert_eq!((first.latitude, first.longitude), (45_531_795, 9_075_104));
}

#[test]
fn the_columns_of_both_lists_are_guessed() {
    let meanings = |bytes| {
        let table = read(bytes).expect("a list");
        guess(&table)
            .columns
            .into_iter()
            .map(|column| column.meaning)
            .collect::<Vec<_>>()
    };
    use Meaning as M;
    assert_eq!(
        meanings(CONFISCATED),
        [
            M::RowNumber,
            M::Kind,
            M::Size,
            M::Address,
            M::Municipio,
            M::Sheet,
            M::Parcel,
            M::Unit,
            M::Use,
            M::ContractYears,
            M::ContractPeriod,
            M::Edition,
        ]
    );
    assert_eq!(
        meanings(HINTERLAND),
        [
            M::Ignored,
            M::InventoryCode,
            M::Kind,
            M::Address,
            M::HouseNumber,
            M::Sheet,
            M::Parcel,
            M::Ignored,
            M::Ignored,
            M::Ignored,
            M::RowNumber,
            M::Municipio,
            M::Neighbourhood,
            M::Ignored,
            M::Longitude,
            M::Latitude,
            M::Ignored,
        ]
    );
}

#[test]
fn importing_the_same_file_twice_adds_nothing() {
    for (bytes, origin, n) in [
        (CONFISCATED, Origin::Confiscated, 109),
        (HINTERLAND, Origin::MetropolitanArea, 276),
    ] {
        let prepared = prepared(bytes, origin);
        let mut stock = stock();
        imported(&mut stock, &prepared);
        let (actions, report) = imported(&mut stock, &prepared);
        assert!(actions.is_empty());
        assert_eq!((report.created, report.updated, report.unchanged), (0, 0, n));
        let unchanged = report
            .entries
            .iter()
            .filter(|entry| entry.outcome == Outcome::Unchanged);
        assert_eq!(unchanged.count(), n as usize);
        assert_eq!(stock.len(), n as usize);
    }
}

#[test]
fn the_preview_shows_columns_and_first_rows_as_they_are_understood() {
    let table = read(CONFISCATED).expect("a list");
    let mapping = guess(&table);
    let preview = preview(&table, &mapping, &prepared(CONFISCATED, Origin::Confiscated));
    assert_eq!(preview.columns.len(), 12);
    assert_eq!(preview.columns[2].samples, ["3 vani", "5,5 vani", "3,5 vani"]);
    assert_eq!(preview.rows.len(), 20);
    assert_eq!(
        (preview.rows[0].street.as_str(), preview.rows[0].size.as_str()),
        ("via Arialdo Sant", "3 vani")
    );
    assert_eq!(
        preview.rows[11].reasons[0].it,
        "Riga 13: «magazzino» è una cantina, un solaio o un magazzino, non un alloggio."
    );
    assert_eq!(
        (
            preview.counts.rows,
            preview.counts.dwellings,
            preview.counts.not_dwellings
        ),
        (200, 109, 91)
    );
}
