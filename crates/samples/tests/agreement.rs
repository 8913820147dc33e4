// SPDX-License-Identifier: AGPL-3.0-or-later
//! The rules say the same on every machine, natively and in the browser: the checksums over 10,000 invented households
//! and dwellings, with every finding, question, suggestion, ceiling and certificate.
use soglia_samples::{N_AGREED, agreement};

#[cfg(not(target_arch = "wasm32"))]
#[test]
fn natively_the_rules_say_what_is_written_down() {
    let fixture = std::path::Path::new("../../tests/fixtures/agreement.txt");
    let found = agreement(N_AGREED);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(fixture, &found).expect("the fixture can be written");
    }
    let written = std::fs::read_to_string(fixture).expect("the fixture can be read");
    assert_eq!(
        found, written,
        "where the rules were meant to change: UPDATE=1 cargo test -p soglia-samples --test agreement"
    );
}

#[cfg(target_arch = "wasm32")]
mod in_the_browser {
    use super::{N_AGREED, agreement};
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

    wasm_bindgen_test_configure!(run_in_browser);

    #[wasm_bindgen_test]
    fn the_rules_say_what_is_written_down() {
        assert_eq!(
            agreement(N_AGREED),
            include_str!("../../../tests/fixtures/agreement.txt")
        );
    }
}
