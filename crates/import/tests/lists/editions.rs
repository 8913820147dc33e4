// SPDX-License-Identifier: AGPL-3.0-or-later
//! A newer edition of a list: what it changes, what it adds, what people know better.
use crate::common::{CONFISCATED, Stock, imported, listed, prepared, stock};
use soglia_domain::{
    answer::Answer,
    area::FloorArea,
    dwelling::{DwellingAnswer, Origin},
};
use soglia_import::{Outcome, Prepared, Report};

fn march() -> Prepared {
    prepared(CONFISCATED, Origin::Confiscated)
}

fn confiscated(text: &str) -> Prepared {
    prepared(text.as_bytes(), Origin::Confiscated)
}

/// The list of March with other rows: heading first.
fn edited(edit: impl FnOnce(&mut Vec<String>)) -> Prepared {
    let text = std::str::from_utf8(CONFISCATED).expect("the list is UTF-8");
    let mut rows: Vec<String> = text
        .lines()
        .map(|line| line.replace("marzo 2026", "giugno 2026"))
        .collect();
    let heading = rows.remove(0);
    edit(&mut rows);
    rows.insert(0, heading);
    confiscated(&rows.join("\r\n"))
}

fn counts(report: &Report) -> [u32; 5] {
    [
        report.created,
        report.updated,
        report.unchanged,
        report.not_dwellings,
        report.unreadable,
    ]
}

#[test]
fn a_newer_edition_lists_what_it_changes_and_adds() {
    let mut stock = stock();
    imported(&mut stock, &march());
    let june = edited(|rows| {
        let replace = |row: &mut String, from: &str, to: &str| {
            assert!(row.contains(from), "{from}");
            *row = row.replacen(from, to, 1);
        };
        // Row 19 gets a contract, row 24 another size, row 25 loses its contract, and one row is new.
        replace(&mut rows[18], ";;;giugno", ";4;01.06.2026 31.05.2030;giugno");
        replace(&mut rows[23], "2,5 vani", "48 mq.");
        replace(&mut rows[24], ";4;07.11.2023 06.11.2027;", ";;;");
        rows.push("201;appart.;4 vani;via Teano 18;9;186;31;7;Scopi Sociali;;;giugno 2026".to_owned());
        rows.reverse();
    });
    let (actions, report) = imported(&mut stock, &june);
    assert_eq!(counts(&report), [1, 3, 106, 91, 0]);
    assert_eq!((report.rows, report.edition.as_str()), (201, "giugno 2026"));
    assert_eq!(actions.len(), 4);
    let changes = |code: &str| {
        let entry = report
            .entries
            .iter()
            .find(|entry| entry.code.as_deref() == Some(code))
            .expect("an entry");
        assert_eq!(entry.outcome, Outcome::Updated);
        let changes = entry.changes.iter();
        changes
            .map(|change| format!("{}: {} > {}", change.field, change.before, change.after))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        changes("C-0019"),
        ["listed_contract:  > 4 anni, 01.06.2026 31.05.2030"]
    );
    assert_eq!(changes("C-0024"), ["listed_size: 2,5 vani > 48,00 m²"]);
    assert_eq!(
        changes("C-0025"),
        ["listed_contract: 4 anni, 07.11.2023 06.11.2027 > "]
    );
    assert!(stock.values().any(|dwelling| dwelling.code == "C-0201"));
    let (actions, report) = imported(&mut stock, &june);
    assert!(actions.is_empty());
    assert_eq!(
        counts(&report),
        [0, 0, 110, 91, 0],
        "the same edition again changes nothing"
    );
}

#[test]
fn another_order_of_the_rows_changes_no_identity() {
    let reordered = edited(|rows| rows.sort_by_key(|row| row.bytes().rev().map(u64::from).sum::<u64>()));
    let mut stock = stock();
    imported(&mut stock, &march());
    let (_, report) = imported(&mut stock, &reordered);
    assert_eq!(counts(&report), [0, 0, 109, 91, 0]);
}

#[test]
fn a_new_row_never_gets_a_code_that_somebody_bears() {
    // In the newer edition all rows have moved by one, and the new dwelling got the number of another.
    let newer = edited(|rows| {
        rows[18] = "20;appart.;4 vani;via Arquà 15;2;236;90;1;Scopi Sociali;;;giugno 2026".to_owned()
    });
    let mut stock = stock();
    imported(&mut stock, &march());
    let (_, report) = imported(&mut stock, &newer);
    assert_eq!(report.created, 1);
    let mut codes: Vec<_> = stock.values().map(|dwelling| dwelling.code.clone()).collect();
    codes.sort();
    codes.dedup();
    assert_eq!(codes.len(), stock.len());
}

#[test]
fn what_was_measured_on_site_is_not_written_over_by_a_list() {
    let list = |area: &str| {
        confiscated(&format!(
            "Indirizzo;Foglio;Mappale;Subalterno;Superficie utile;Piano\nvia Teano 16;186;30;5;{area};2\n"
        ))
    };
    let mut stock = stock();
    imported(&mut stock, &list("60"));
    let measured = FloorArea::from_hundredths(5_550).expect("a surface");
    for dwelling in stock.values_mut() {
        dwelling
            .facts
            .set(DwellingAnswer::UsableArea(Answer::Known(measured)));
    }
    let (actions, report) = imported(&mut stock, &list("62"));
    assert!(actions.is_empty());
    let entry = &report.entries[0];
    assert_eq!(
        (entry.outcome, entry.reason.as_str()),
        (Outcome::Unchanged, "kept_as_found_on_site")
    );
    assert_eq!(
        (entry.kept[0].before.as_str(), entry.kept[0].after.as_str()),
        ("55,50 m²", "62,00 m²")
    );
    assert_eq!(
        stock
            .values()
            .next()
            .and_then(|d| d.facts.usable_area.known().copied()),
        Some(measured)
    );
}

#[test]
fn a_note_written_on_site_survives_the_next_import() {
    let mut stock = stock();
    imported(&mut stock, &march());
    let note = DwellingAnswer::Note(Answer::Known("Chiavi dal custode".to_owned()));
    stock
        .values_mut()
        .for_each(|dwelling| dwelling.facts.set(note.clone()));
    let (actions, report) = imported(&mut stock, &march());
    assert!(actions.is_empty());
    assert_eq!(report.unchanged, 109);
}

/// Two rows with the same cadastral key, told apart by their address.
const DOUBLED: &str =
    "Indirizzo;Foglio;Mappale;Subalterno\nvia Boezio 4;305;1;4\nvia Carnevali 105;305;1;4\n";

fn code_of(stock: &Stock, street: &str) -> String {
    let here = stock.values().find(|d| {
        d.facts
            .address
            .known()
            .is_some_and(|address| address.street == street)
    });
    here.expect("a dwelling in that street").code.clone()
}

#[test]
fn a_double_that_is_mended_leaves_both_dwellings_who_they_were() {
    let mut stock = stock();
    imported(&mut stock, &confiscated(DOUBLED));
    let code = code_of(&stock, "via Boezio");
    let mended = "Indirizzo;Foglio;Mappale;Subalterno\nvia Boezio 4;305;1;4\nvia Carnevali 105;304;9;4\n";
    let (_, report) = imported(&mut stock, &confiscated(mended));
    assert_eq!((report.unchanged, report.created), (1, 1));
    assert_eq!(code_of(&stock, "via Boezio"), code);
}

#[test]
fn a_double_that_appears_does_not_take_the_place_of_the_dwelling_that_was_there() {
    let mut stock = stock();
    imported(
        &mut stock,
        &confiscated("Indirizzo;Foglio;Mappale;Subalterno\nvia Carnevali 105;305;1;4\n"),
    );
    let code = code_of(&stock, "via Carnevali");
    let (_, report) = imported(&mut stock, &confiscated(DOUBLED));
    assert_eq!((report.unchanged, report.created), (1, 1));
    assert_eq!(code_of(&stock, "via Carnevali"), code);
}

#[test]
fn rows_that_differ_only_in_their_number_stay_two_in_any_order() {
    let heading = "OBJECTID;INDIRIZZO;FOGLIO;MAPPALE\n";
    let (one, two) = (
        "17;VIA GATTINARA [ASSAGO];7;74\n",
        "18;VIA GATTINARA [ASSAGO];7;74\n",
    );
    let there = prepared(
        format!("{heading}{one}{two}").as_bytes(),
        Origin::MetropolitanArea,
    );
    let back = prepared(
        format!("{heading}{two}{one}").as_bytes(),
        Origin::MetropolitanArea,
    );
    assert_eq!(listed(&there, 2).id, listed(&back, 3).id);
    assert_eq!(listed(&there, 3).id, listed(&back, 2).id);
    assert_ne!(listed(&there, 2).id, listed(&there, 3).id);
}

#[test]
fn rows_that_are_the_same_in_everything_are_counted_and_kept() {
    let twice = prepared(
        b"INDIRIZZO;FOGLIO;MAPPALE\nVIA X 1;7;74\nVIA X 1;7;74\n",
        Origin::Municipal,
    );
    let mut stock = stock();
    let (_, report) = imported(&mut stock, &twice);
    assert_eq!((report.created, stock.len()), (2, 2));
    let (_, report) = imported(&mut stock, &twice);
    assert_eq!(report.unchanged, 2);
}
