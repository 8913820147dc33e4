// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;
use crate::{calendar::Day, dwelling::CadastralKey, tax_code::TaxCode};
use proptest::prelude::*;

/// Ten digits and the one that completes them.
fn organisation_code() -> impl Strategy<Value = String> {
    "[0-9]{10}".prop_filter_map("the code of zeros belongs to nobody", |start| {
        ('0'..='9')
            .map(|last| format!("{start}{last}"))
            .find(|code| OrganisationCode::parse(code).is_ok())
    })
}

/// Text near the shape of a code: what a slip of the finger gives.
fn nearly_a_code() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[0-9A-Za-zÀ-ü \u{1F3E0}-]{0,30}",
        "[XYZES0-9][0-9A-F]{0,12}",
        "INPS-ISEE-[0-9A-Zé-]{0,20}",
        "[A-Z]{6}[0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]",
    ]
}

/// The same code with letters for some of its digits, and the check letter that then follows.
fn homonym_form(code: &str, chosen: u8) -> TaxCode {
    const DIGITS: [usize; 7] = [6, 7, 9, 10, 12, 13, 14];
    const LETTERS: &[u8] = b"LMNPQRSTUV";
    let mut bytes = code.as_bytes().to_vec();
    for (bit, at) in DIGITS.into_iter().enumerate() {
        if chosen >> bit & 1 == 1 {
            bytes[at] = LETTERS[usize::from(bytes[at] - b'0')];
        }
    }
    let forms = (b'A'..=b'Z').filter_map(|letter| {
        bytes[15] = letter;
        TaxCode::parse(std::str::from_utf8(&bytes).ok()?).ok()
    });
    let forms: Vec<TaxCode> = forms.collect();
    assert_eq!(forms.len(), 1, "exactly one check letter fits");
    forms[0].clone()
}

#[test]
fn the_128_homonym_forms_of_a_code_tell_the_same() {
    let today = Day::constant(2026, 11, 22);
    for code in ["RSSMRA85T10F205R", "VRDNNA90C45F205D", "NSCNAA82H55Z129F"] {
        let plain = TaxCode::parse(code).expect("a correct code");
        let mut seen = std::collections::BTreeSet::new();
        for chosen in 0..128 {
            let form = homonym_form(code, chosen);
            assert_eq!(form.birth_date_on(today), plain.birth_date_on(today), "{chosen}");
            assert_eq!((form.sex(), form.place_code()), (plain.sex(), plain.place_code()));
            assert_eq!(form.is_homonym_form(), chosen != 0);
            seen.insert(form);
        }
        assert_eq!(seen.len(), 128);
    }
    // Section 8.1: the first form has its last digit as a letter, the seventh all of them.
    assert_eq!(
        homonym_form("RSSMRA85T10F205R", 0b100_0000).as_str(),
        "RSSMRA85T10F20RM"
    );
    assert_eq!(
        homonym_form("RSSMRA85T10F205R", 0b111_1111).as_str(),
        "RSSMRAURTMLFNLRJ"
    );
}

proptest! {
    #[test]
    fn no_text_stops_the_reading(text in nearly_a_code()) {
        // What was read is read again as the same.
        if let Ok(code) = OrganisationCode::parse(&text) {
            prop_assert_eq!(OrganisationCode::parse(code.as_str()), Ok(code.clone()));
        }
        if let Ok(code) = Cig::parse(&text) {
            prop_assert_eq!(Cig::parse(code.as_str()), Ok(code.clone()));
        }
        if let Ok(code) = Cup::parse(&text) {
            prop_assert_eq!(Cup::parse(code.as_str()), Ok(code.clone()));
        }
        if let Ok(code) = IseeProtocol::parse(&text) {
            prop_assert_eq!(IseeProtocol::parse(code.as_str()), Ok(code.clone()));
        }
        if let Ok(code) = TaxCode::parse(&text) {
            prop_assert_eq!(TaxCode::parse(code.as_str()), Ok(code.clone()));
        }
        if let Ok(key) = CadastralKey::parse(&text, &text, &text) {
            prop_assert!(key.is_same_unit(&key));
        }
        // A key written before these checks may hold anything.
        let unread = CadastralKey { sheet: text.clone(), parcel: text.clone(), unit: text };
        prop_assert!(unread.doubts().len() <= 4);
    }

    #[test]
    fn one_wrong_digit_of_an_organisation_is_noticed(code in organisation_code(), at in 0..11_usize, by in 1..10_u8) {
        let mut bytes = code.into_bytes();
        bytes[at] = b'0' + (bytes[at] - b'0' + by) % 10;
        let wrong = String::from_utf8(bytes).expect("digits");
        prop_assert!(OrganisationCode::parse(&wrong).is_err(), "{}", wrong);
    }

    #[test]
    fn one_wrong_digit_of_an_ordinary_tender_code_is_noticed(number in 1..10_000_000_u64, at in 0..7_usize, by in 1..10_u8) {
        let code = format!("{number:07}{:03X}", number * 211 % 4091);
        prop_assert!(Cig::parse(&code).is_ok());
        let mut bytes = code.into_bytes();
        bytes[at] = b'0' + (bytes[at] - b'0' + by) % 10;
        let wrong = String::from_utf8(bytes).expect("digits");
        prop_assert!(Cig::parse(&wrong).is_err(), "{}", wrong);
    }
}
