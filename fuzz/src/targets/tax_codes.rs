// SPDX-License-Identifier: AGPL-3.0-or-later
//! Any text as a tax code: what is accepted reads back as itself, and tells the same.
use soglia_domain::{calendar::Day, tax_code::TaxCode};

/// What must hold of any bytes.
pub fn check(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let Ok(code) = TaxCode::parse(text) else { return };
    let again = TaxCode::parse(code.as_str()).expect("a code reads back as itself");
    assert!(again == code);
    let today = Day::constant(2026, 11, 22);
    if let Some(birth) = code.birth_date_on(today) {
        assert!(birth <= today && code.may_be_born_on(birth));
    }
    assert_eq!(code.is_provisional(), code.sex().is_none());
    assert_eq!(code.is_provisional(), code.place_code().is_none());
}
