// SPDX-License-Identifier: AGPL-3.0-or-later
//! Files that are no lists: a sentence says what is wrong and where.
use crate::common::prepared;
use soglia_domain::dwelling::Origin;
use soglia_import::{
    Column, FileError, FileKind, MOST_BYTES, Mapping, MappingError, Meaning, RowOutcome, Unread, columns,
    compare, guess, prepare, read, wording,
};

fn check(bytes: &[u8], expected: FileError, sentence: &str) {
    let error = read(bytes).expect_err("not a list");
    assert_eq!(error, expected);
    assert_eq!(wording::file_error(&error).it, sentence);
}

#[test]
fn an_empty_file_is_named_so() {
    for bytes in [
        &b""[..],
        b"  \r\n\r\n ",
        b"\xEF\xBB\xBF",
        b"\xFF\xFE",
        b";;;\n;;;\n",
    ] {
        check(bytes, FileError::Empty, "Il file è vuoto.");
    }
}

#[test]
fn a_binary_file_is_refused_with_the_line() {
    let sentence = "Il file non è un testo: alla riga 2 ci sono caratteri che un elenco non contiene. Serve un file CSV.";
    check(
        b"Indirizzo;Foglio\nvia \0\x01\x02;4\n",
        FileError::Binary { line: 2 },
        sentence,
    );
    let noise: Vec<u8> = (0..4_000_u32)
        .map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8)
        .collect();
    assert!(matches!(read(&noise), Err(FileError::Binary { .. })));
}

#[test]
fn files_of_other_kinds_are_called_by_their_name() {
    let kind = |bytes: &[u8]| match read(bytes) {
        Err(FileError::NotAList { kind }) => Some(kind),
        _ => None,
    };
    assert_eq!(kind(b"PK\x03\x04 workbook"), Some(FileKind::Workbook));
    assert_eq!(kind(b"%PDF-1.7 pages"), Some(FileKind::Pdf));
    assert_eq!(kind(b"\x89PNG\r\n"), Some(FileKind::Picture));
    assert_eq!(kind(b"\n<!DOCTYPE html><p>Sign in</p>"), Some(FileKind::Markup));
    assert_eq!(
        kind(b"[{\"Indirizzo\": \"via Padova 80\"}]\n"),
        Some(FileKind::Json)
    );
    let sentence =
        "Il file è una cartella di lavoro (Excel o simile). Serve lo stesso elenco salvato come CSV.";
    check(
        b"PK\x03\x04",
        FileError::NotAList {
            kind: FileKind::Workbook,
        },
        sentence,
    );
}

#[test]
fn a_file_beyond_twenty_megabytes_is_refused_unread() {
    let bytes = vec![b'a'; MOST_BYTES + 1];
    let expected = FileError::TooLarge {
        bytes: bytes.len() as u64,
        most: MOST_BYTES as u64,
    };
    check(
        &bytes,
        expected,
        "Il file è di 21 MB. Il massimo è 20 MB: l'elenco può essere diviso in più file.",
    );
}

#[test]
fn a_heading_without_rows_is_refused() {
    let sentence = "Il file contiene solo l'intestazione: sotto non c'è nessuna riga.";
    check(b"Indirizzo;Foglio\n", FileError::OnlyHeader, sentence);
    check(b"Indirizzo;Foglio\n;\n\n", FileError::OnlyHeader, sentence);
    check(b"Indirizzo\n", FileError::OnlyHeader, sentence);
}

#[test]
fn ten_thousand_columns_are_refused() {
    let heading = (0..10_000).map(|n| format!("c{n}")).collect::<Vec<_>>().join(";");
    let expected = FileError::TooManyColumns { n: 10_000, most: 500 };
    check(
        format!("{heading}\n1;2\n").as_bytes(),
        expected,
        "L'intestazione ha 10000 colonne. Il massimo è 500.",
    );
}

#[test]
fn a_quote_left_open_is_named_by_its_line() {
    let sentence =
        "Alla riga 3 si aprono delle virgolette che non vengono chiuse. Non è stato importato nulla.";
    let expected = || FileError::QuoteLeftOpen { line: 3 };
    check(
        b"Indirizzo;Foglio\nvia A 1;2\n\"via B 2;3\nvia C 3;4\n",
        expected(),
        sentence,
    );
    // Another quotation mark far below does not close it.
    let rows = "via C 3;4\n".repeat(150);
    check(
        format!("Indirizzo;Foglio\nvia A 1;2\n\"via B 2;3\n{rows}\"via D\";5\n").as_bytes(),
        expected(),
        sentence,
    );
}

#[test]
fn text_that_breaks_its_announced_encoding_is_refused_with_the_line() {
    let sentence = "Il file si dichiara UTF-8, ma alla riga 2 c'è un carattere che non lo è. Conviene salvarlo di nuovo come CSV UTF-8.";
    let expected = FileError::BrokenEncoding {
        encoding: "UTF-8".to_owned(),
        line: 2,
    };
    check(
        b"\xEF\xBB\xBFIndirizzo;Foglio\nvia Arqu\xE0 13;4\n",
        expected,
        sentence,
    );
    let odd = b"\xFF\xFEI\0n\0;\0\n\0a".to_vec();
    assert!(matches!(
        read(&odd),
        Err(FileError::BrokenEncoding { line: 2, .. })
    ));
}

#[test]
fn a_list_without_address_names_its_columns() {
    let table = read(b"Foglio;Mappale\n26;414\n").expect("a table");
    let error = prepare(&table, &guess(&table), Origin::Municipal, "list.csv")
        .err()
        .expect("no address");
    assert_eq!(error.code(), "missing_column");
    assert_eq!(
        wording::mapping_error(&error).it,
        "Nessuna colonna è indicata come «Indirizzo». Le colonne del file sono: «Foglio», «Mappale»."
    );
    // The page can still show the columns, so that a person names the right one.
    let shown = columns(&table, &guess(&table));
    assert_eq!(
        (shown[0].meaning, shown[0].samples.as_slice()),
        (Meaning::Sheet, &["26".to_owned()][..])
    );
}

#[test]
fn a_mapping_of_another_file_is_refused() {
    let table = read(b"Indirizzo;Foglio\nvia Padova 80;4\n").expect("a table");
    let refused = |columns: &[(usize, &str, Meaning)]| {
        let columns = columns.iter().map(|(index, header, meaning)| Column {
            index: *index,
            header: (*header).to_owned(),
            meaning: *meaning,
        });
        let mapping = Mapping {
            columns: columns.collect(),
        };
        prepare(&table, &mapping, Origin::Municipal, "list.csv").err()
    };
    assert_eq!(refused(&[(0, "Indirizzo", Meaning::Address)]), None);
    assert_eq!(refused(&[(0, "", Meaning::Address)]), None);
    let other = refused(&[(0, "Ubicazione", Meaning::Address)]);
    assert!(matches!(other, Some(MappingError::OtherHeading { index: 0, .. })));
    assert_eq!(
        refused(&[(7, "", Meaning::Address)]),
        Some(MappingError::NoSuchColumn { index: 7, n: 2 })
    );
    let twice = refused(&[(0, "", Meaning::Address), (1, "", Meaning::Address)]);
    assert!(matches!(
        twice,
        Some(MappingError::MappedTwice {
            meaning: Meaning::Address,
            ..
        })
    ));
}

#[test]
fn rows_that_cannot_be_read_are_kept_with_their_reason() {
    let long = "x".repeat(500);
    let text = format!("Indirizzo;Consistenza\n;3 vani\nvia A 1;40;mq;oltre\nvia {long};40\n-;-\nvia B 2\n");
    let prepared = prepared(text.as_bytes(), Origin::Municipal);
    let (actions, report) = compare(&|_| None, &|_| false, &prepared);
    assert_eq!((report.rows, report.created, report.unreadable), (5, 1, 4));
    assert_eq!(actions.len(), 1);
    let texts: Vec<_> = report
        .entries
        .iter()
        .filter_map(|entry| entry.text.clone())
        .collect();
    assert_eq!(texts[0], ";3 vani");
    assert_eq!(texts[1], "via A 1;40;mq;oltre");
    assert_eq!(
        report.entries[0].sentence.it,
        "Riga 2: manca l'indirizzo. La riga è conservata."
    );
    assert_eq!(
        report.entries[1].sentence.it,
        "Riga 3: ha 4 celle e l'intestazione ne ha 2. La riga è conservata."
    );
    let is_too_long = |outcome: &RowOutcome| {
        matches!(
            outcome,
            RowOutcome::Unreadable {
                reason: Unread::CellTooLong { .. },
                ..
            }
        )
    };
    assert!(is_too_long(&prepared.outcomes[2]));
}

#[test]
fn what_is_doubtful_in_a_row_is_said_and_the_row_is_kept() {
    let text = "Tipologia;Indirizzo;Consistenza;Municipio;Latitudine;Longitudine\n\
        appart.;via A 1;40 mq;5;45.46;9.19\nappart.;via B 2;50 mq;5;45.46;9.19\nappart.;via D 4;60 mq;5;45.46;9.19\n\
        faro;via C 3;due stanze;12;4.546;99.9\n";
    let (_, report) = compare(
        &|_| None,
        &|_| false,
        &prepared(text.as_bytes(), Origin::ThirdSector),
    );
    assert_eq!((report.created, report.unreadable), (4, 0));
    let reasons: Vec<_> = report
        .remarks
        .iter()
        .map(|remark| (remark.line, remark.reason.as_str()))
        .collect();
    let expected = [
        (5, "unknown_kind"),
        (5, "missing_municipality"),
        (5, "cell_not_understood"),
        (5, "cell_not_understood"),
        (5, "cell_not_understood"),
        (5, "cell_not_understood"),
    ];
    assert_eq!(reasons, expected);
    assert_eq!(
        report.remarks[2].sentence.it,
        "Riga 5: «due stanze» in «Consistenza» non è stato compreso. La riga è importata senza questo dato."
    );
}
