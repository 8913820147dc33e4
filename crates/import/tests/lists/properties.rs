// SPDX-License-Identifier: AGPL-3.0-or-later
//! What holds for every file, also for files that no program would write.
use crate::common::{imported, stock};
use proptest::prelude::*;
use soglia_domain::dwelling::Origin;
use soglia_import::{Mapping, guess, prepare, preview, read};

/// Reads, understands and imports twice; checks what has to hold for every file.
fn check(bytes: &[u8], origin: Origin) {
    let Ok(table) = read(bytes) else { return };
    let mapping = guess(&table);
    let Ok(prepared) = prepare(&table, &mapping, origin, "list.csv") else {
        return;
    };
    assert_eq!(prepared.outcomes.len(), table.n_rows());
    preview(&table, &mapping, &prepared);
    let mut stock = stock();
    let (actions, first) = imported(&mut stock, &prepared);
    let sum =
        |r: &soglia_import::Report| r.created + r.updated + r.unchanged + r.not_dwellings + r.unreadable;
    assert_eq!((first.rows as usize, first.rows), (table.n_rows(), sum(&first)));
    assert_eq!(first.entries.len() as u32, first.rows - first.created);
    assert_eq!(
        (actions.len(), stock.len()),
        (first.created as usize, first.created as usize)
    );
    let (again, second) = imported(&mut stock, &prepared);
    assert!(again.is_empty(), "the same file twice adds nothing");
    assert_eq!((second.rows, second.unchanged), (first.rows, first.created));
    assert_eq!(sum(&second), second.rows);
}

/// Cells as they might stand in a list, with all that goes wrong in one.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("-".to_owned()),
        "(via|VIA|V\\.|v\\.le|PZ) [A-Za-zàèìòù'. ]{0,12} ?[0-9]{0,3}(/[A-Z])?( \\[[A-Z']{1,9}\\])?",
        "[0-9]{0,4}[,.]? ?[0-9]{0,3} ?(vani|mq|mq\\.|are|)",
        Just("appart.".to_owned()),
        Just("box".to_owned()),
        "\"[^\"]{0,6}(\"\"){0,2}\"",
        "\\PC{0,12}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_the_reader_fall(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        check(&bytes, Origin::Municipal);
    }

    #[test]
    fn no_text_makes_the_reader_fall(text in "[\\PC;,|\t\"\r\n]{0,300}") {
        check(text.as_bytes(), Origin::ThirdSector);
        check(format!("Indirizzo;Consistenza;Tipologia\n{text}").as_bytes(), Origin::Confiscated);
        let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        check(&utf16, Origin::Municipal);
    }

    #[test]
    fn the_counts_add_up_to_the_rows_of_every_list(
        rows in proptest::collection::vec(proptest::collection::vec(cell(), 1..9), 0..30),
        origin in proptest::sample::select(&Origin::ALL[..]),
    ) {
        let mut text = "Indirizzo;Tipologia;Consistenza;Foglio;Mappale;Subalterno;N\n".to_owned();
        for row in rows {
            text.push_str(&row.join(";"));
            text.push('\n');
        }
        check(text.as_bytes(), origin);
    }

    #[test]
    fn a_mapping_from_anywhere_is_used_or_refused(json in "\\{\"columns\":\\[\\{\"index\":[1-9]?[0-9],\"meaning\":\"(address|size|unit)\"\\}\\]\\}") {
        let table = read(b"Indirizzo;Foglio\nvia Padova 80;4\n").expect("a list");
        let mapping: Mapping = serde_json::from_str(&json).expect("a mapping");
        let usable = mapping.columns[0].index < 2 && mapping.columns[0].meaning.key() == "address";
        prop_assert_eq!(prepare(&table, &mapping, Origin::Municipal, "list.csv").is_ok(), usable);
    }
}
