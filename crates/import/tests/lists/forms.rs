// SPDX-License-Identifier: AGPL-3.0-or-later
//! The same list in all the forms in which programs save it.
use crate::common::{dwelling, facts, prepared};
use soglia_domain::dwelling::Origin;
use soglia_import::{Encoding, Mapping, Meaning, guess, read};

/// Street, number and use of the only row, which hold letters and signs that encodings and separators get wrong.
const EXPECTED: [&str; 3] = ["via Arquà", "13", "Sociale; \"finalità\", €"];

fn text(separator: char, line_end: &str) -> String {
    let s = separator;
    format!(
        "Unità{s}Indirizzo{s}Destinazione{s}Foglio{line_end}1{s}via Arquà 13{s}\"Sociale; \"\"finalità\"\", €\"{s}236{line_end}"
    )
}

fn check(bytes: &[u8], separator: char, encoding: Encoding) {
    let table = read(bytes).expect("a list");
    assert_eq!((table.separator, table.encoding), (separator, encoding));
    assert_eq!(table.n_rows(), 1);
    assert_eq!(table.headers()[0], "Unità");
    let prepared = prepared(bytes, Origin::Municipal);
    let facts = facts(prepared.outcomes.first().and_then(dwelling).expect("a dwelling"));
    let address = facts.address.known().expect("an address");
    let listed_use = facts.listed_use.known().expect("a use");
    assert_eq!([&address.street, &address.number, listed_use], EXPECTED);
}

fn windows_1252(text: &str) -> Vec<u8> {
    let byte = |c: char| match c {
        '€' => 0x80,
        other => u8::try_from(u32::from(other)).expect("a letter of Windows-1252"),
    };
    text.chars().map(byte).collect()
}

fn utf16(text: &str, mark: &[u8], bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    mark.iter()
        .copied()
        .chain(text.encode_utf16().flat_map(bytes))
        .collect()
}

#[test]
fn every_separator_and_line_end_is_recognised() {
    for separator in [';', ',', '\t', '|'] {
        for line_end in ["\n", "\r\n", "\r"] {
            check(text(separator, line_end).as_bytes(), separator, Encoding::Utf8);
        }
    }
}

#[test]
fn every_encoding_is_recognised() {
    let text = text(';', "\r\n");
    check(format!("\u{feff}{text}").as_bytes(), ';', Encoding::Utf8);
    check(&windows_1252(&text), ';', Encoding::Windows1252);
    check(
        &utf16(&text, b"\xFF\xFE", u16::to_le_bytes),
        ';',
        Encoding::Utf16Le,
    );
    check(
        &utf16(&text, b"\xFE\xFF", u16::to_be_bytes),
        ';',
        Encoding::Utf16Be,
    );
    check(&utf16(&text, b"", u16::to_le_bytes), ';', Encoding::Utf16Le);
}

#[test]
fn a_file_put_together_from_two_encodings_loses_nothing() {
    let mut bytes = "Indirizzo;Foglio\nvia Arquà 13;236\n".as_bytes().to_vec();
    bytes.extend(windows_1252("via Città di Fiume 2;10\n"));
    let prepared = prepared(&bytes, Origin::Municipal);
    let street = |index: usize| {
        facts(
            prepared
                .outcomes
                .get(index)
                .and_then(dwelling)
                .expect("a dwelling"),
        )
        .address
    };
    let street = |index| street(index).known().map(|address| address.street.clone());
    assert_eq!(street(0).as_deref(), Some("via Arquà"));
    assert_eq!(street(1).as_deref(), Some("via Città di Fiume"));
}

#[test]
fn a_separator_line_a_title_and_blank_rows_do_no_harm() {
    let text =
        "sep=|\nElenco alloggi|||\n|||\nIndirizzo|Foglio|Mappale|Sub\n|||\n\nvia Padova 80|1|2|3\n|||\n";
    let table = read(text.as_bytes()).expect("a list");
    assert_eq!(table.headers(), ["Indirizzo", "Foglio", "Mappale", "Sub"]);
    let prepared = prepared(text.as_bytes(), Origin::Municipal);
    assert_eq!(prepared.outcomes.len(), 1);
    assert_eq!(prepared.outcomes[0].line(), 7);
}

#[test]
fn a_list_of_addresses_alone_is_enough() {
    let prepared = prepared(b"Indirizzo\nvia Padova, 80\nvia Teano 16\n", Origin::Municipal);
    assert_eq!(prepared.outcomes.iter().filter_map(dwelling).count(), 2);
}

#[test]
fn lines_inside_a_cell_are_counted() {
    let prepared = prepared(
        b"Indirizzo;Uso\n\"via Padova\n80\";a\nvia Teano 16;b\n",
        Origin::Municipal,
    );
    assert_eq!(
        prepared
            .outcomes
            .iter()
            .map(|outcome| outcome.line())
            .collect::<Vec<_>>(),
        [2, 4]
    );
    let address = facts(prepared.outcomes.first().and_then(dwelling).expect("a dwelling")).address;
    assert_eq!(address.known().map(|address| address.number.as_str()), Some("80"));
}

#[test]
fn columns_with_other_headings_are_found_by_what_they_hold() {
    let table = read(b"A;B;C\nappart.;via Padova 80;MILANO\nbox;viale Monza 4;RHO\n").expect("a list");
    let meanings: Vec<_> = guess(&table)
        .columns
        .iter()
        .map(|column| column.meaning)
        .collect();
    assert_eq!(meanings, [Meaning::Kind, Meaning::Address, Meaning::Municipality]);
}

#[test]
fn english_headings_are_known() {
    let table =
        read(b"Address,Municipality,Floor,Usable area,Energy class,Rooms\nvia Padova 80,Milano,2,55.5,C,3\n")
            .expect("a list");
    let meanings: Vec<_> = guess(&table)
        .columns
        .iter()
        .map(|column| column.meaning)
        .collect();
    use Meaning as M;
    assert_eq!(
        meanings,
        [
            M::Address,
            M::Municipality,
            M::Floor,
            M::UsableArea,
            M::EnergyClass,
            M::Rooms
        ]
    );
}

#[test]
fn a_mapping_travels_as_json() {
    let table = read(b"Indirizzo;X\nvia Padova 80;1\n").expect("a list");
    let json = serde_json::to_string(&guess(&table)).expect("JSON");
    assert_eq!(
        json,
        r#"{"columns":[{"index":0,"header":"Indirizzo","meaning":"address"},{"index":1,"header":"X","meaning":"ignored"}]}"#
    );
    assert_eq!(
        serde_json::from_str::<Mapping>(&json).expect("a mapping"),
        guess(&table)
    );
    for meaning in Meaning::ALL {
        assert_eq!(
            serde_json::to_string(meaning).expect("JSON"),
            format!("\"{}\"", meaning.key())
        );
    }
}
