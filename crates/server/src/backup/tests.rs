// SPDX-License-Identifier: AGPL-3.0-or-later
use super::{Packer, Piece, Trouble, unpack};
use serde_json::json;
use soglia_domain::digest::sha256_hex;

fn packed() -> Vec<u8> {
    let mut packer = Packer::new(Vec::new(), 7).expect("memory takes it");
    for n in 0..3_000 {
        let row = json!({ "n": n, "text": "una riga ".repeat(n % 90) });
        packer.row("records", &row).expect("memory takes it");
    }
    packer
        .row("people", &json!({ "id": 1 }))
        .expect("memory takes it");
    packer
        .blob(&sha256_hex(b"photo"), b"photo")
        .expect("memory takes it");
    packer.finish().expect("memory takes it").0
}

fn read(file: &[u8]) -> Result<Vec<Piece>, Trouble> {
    let mut pieces = Vec::new();
    unpack(file, |piece| {
        pieces.push(piece);
        true
    })
    .map(|()| pieces)
}

#[test]
fn what_is_packed_comes_out_in_its_order_and_in_parts() {
    let pieces = read(&packed()).expect("it reads");
    let n_rows: usize = pieces
        .iter()
        .map(|piece| match piece {
            Piece::Rows { table, rows } if table == "records" => rows.len(),
            _ => 0,
        })
        .sum();
    assert_eq!(n_rows, 3_000);
    assert_eq!(
        pieces.len(),
        5,
        "two parts of one table, another table, a photo, the end"
    );
    let Some(Piece::End(manifest)) = pieces.last() else {
        panic!("the end comes last");
    };
    assert_eq!(
        (
            manifest.made_ms,
            manifest.rows["records"],
            manifest.rows["people"]
        ),
        (7, 3_000, 1)
    );
}

#[test]
fn a_file_that_was_cut_or_altered_anywhere_is_not_read_to_its_end() {
    let good = packed();
    for end in (0..good.len()).step_by(good.len() / 40) {
        assert!(read(&good[..end]).is_err(), "{end}");
    }
    for at in (0..good.len()).step_by(good.len() / 40) {
        let mut altered = good.clone();
        altered[at] ^= 0x10;
        assert!(read(&altered).is_err(), "{at}");
    }
    assert!(matches!(read(b"PK and other things"), Err(Trouble::NoBackup)));
}

#[test]
fn a_file_packed_anew_with_another_row_is_not_what_its_manifest_says() {
    let mut unpacked = zstd::decode_all(packed().as_slice()).expect("it unpacks");
    let at = unpacked
        .windows(8)
        .position(|bytes| bytes == b"una riga")
        .expect("it is there");
    unpacked[at..at + 3].copy_from_slice(b"due");
    let again = zstd::encode_all(unpacked.as_slice(), 1).expect("it packs");
    let told = read(&again).expect_err("it was altered").to_string();
    assert!(told.contains("tables/records/000000.jsonl"), "{told}");
}
