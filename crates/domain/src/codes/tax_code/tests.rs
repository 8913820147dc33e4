// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;
use crate::calendar::Day;

const TODAY: Day = Day::constant(2026, 11, 22);

/// Tax codes of invented people: where they come from stands in the README beside the file.
const LIST: &str = include_str!("../../../../../tests/fixtures/open-data/codes/tax_codes.csv");

#[track_caller]
fn read(text: &str) -> TaxCode {
    TaxCode::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

#[track_caller]
fn check(text: &str, born: Day, sex: Sex, place: &str) {
    let code = read(text);
    assert!(code.may_be_born_on(born), "{text}");
    assert!(!code.may_be_born_on(born.plus_days(1)), "{text}");
    assert_eq!(code.birth_date_on(TODAY), Some(born), "{text}");
    assert_eq!(code.sex(), Some(sex), "{text}");
    assert_eq!(code.place_code().as_deref(), Some(place), "{text}");
}

#[test]
fn section_8_1_a_code_carries_birth_sex_and_place() {
    check("RSSMRA85T10F205R", Day::constant(1985, 12, 10), Sex::Male, "F205");
    check("VRDNNA90C45F205D", Day::constant(1990, 3, 5), Sex::Female, "F205");
    check("FOXLIX00A01F205A", Day::constant(2000, 1, 1), Sex::Male, "F205");
    check("DRSGFR75M31I690S", Day::constant(1975, 8, 31), Sex::Male, "I690");
    check(
        "DMCMLS08B69H264R",
        Day::constant(2008, 2, 29),
        Sex::Female,
        "H264",
    );
    check(
        "NSCNAA82H55Z129F",
        Day::constant(1982, 6, 15),
        Sex::Female,
        "Z129",
    );
    check("HSSMDX94A01Z249O", Day::constant(1994, 1, 1), Sex::Male, "Z249");
    check("NKRIOX79S09Z318J", Day::constant(1979, 11, 9), Sex::Male, "Z318");
    check("BLTMHL77S04E889G", Day::constant(1977, 11, 4), Sex::Male, "E889");
}

#[test]
fn section_8_1_a_homonym_form_is_the_same_person() {
    for text in ["RSSMRA85T10F20RM", "RSSMRAURTMLFNLRJ"] {
        check(text, Day::constant(1985, 12, 10), Sex::Male, "F205");
    }
}

#[test]
fn a_code_is_read_in_any_case_and_with_spaces() {
    assert_eq!(read(" rssmra 85t10 f205r ").as_str(), "RSSMRA85T10F205R");
}

#[track_caller]
fn refused(text: &str, expected: TaxCodeError) {
    assert_eq!(TaxCode::parse(text).err(), Some(expected), "{text}");
}

#[test]
fn each_mistake_has_its_name() {
    refused("", TaxCodeError::Length);
    refused("RSSMRA85T10F205", TaxCodeError::Length);
    refused("RSSMRA85T10F205RR", TaxCodeError::Length);
    refused("RSSMRA85F10F205R", TaxCodeError::Shape);
    refused("RSSMR185T10F205R", TaxCodeError::Shape);
    refused("RSSMRÀ85T10F205R", TaxCodeError::Shape);
    refused("RSSMRA85TA0F205R", TaxCodeError::Shape);
    refused("RSSMRA85B30F205R", TaxCodeError::BirthDate);
    refused("RSSMRA85T00F205R", TaxCodeError::BirthDate);
    refused("RSSMRA85T72F205R", TaxCodeError::BirthDate);
    refused("RSSMRA01B29F205R", TaxCodeError::BirthDate);
    refused("RSSMRA85T10F205S", TaxCodeError::CheckCharacter);
    refused("BLTMHL77S04E889Y", TaxCodeError::CheckCharacter);
    refused("12345670011", TaxCodeError::CheckCharacter);
    refused("1234567001A", TaxCodeError::Shape);
}

#[test]
fn section_8_2_a_provisional_code_has_eleven_digits_and_no_person_in_it() {
    for text in ["00743110157", "97063040014", "12345670017"] {
        let code = read(text);
        assert!(code.is_provisional());
        assert!(code.may_be_born_on(TODAY));
        assert_eq!(
            (code.birth_date_on(TODAY), code.sex(), code.place_code()),
            (None, None, None)
        );
    }
}

#[test]
fn both_centuries_agree_with_two_digits_of_a_year() {
    let code = read("RSSMRA20M01H501X");
    assert!(code.may_be_born_on(Day::constant(2020, 8, 1)) && code.may_be_born_on(Day::constant(1920, 8, 1)));
    assert_eq!(code.birth_date_on(TODAY), Some(Day::constant(2020, 8, 1)));
    assert_eq!(
        code.birth_date_on(Day::constant(2020, 7, 31)),
        Some(Day::constant(1920, 8, 1))
    );
}

#[test]
fn the_published_examples_are_judged_as_published() {
    let mut n_rows = 0;
    for line in LIST.lines().skip(1).filter(|line| !line.is_empty()) {
        let mut columns = line.split(',');
        let (value, _kind, expected) = (columns.next(), columns.next(), columns.next());
        let value = value.expect("a value in every row");
        assert_eq!(
            TaxCode::parse(value).is_ok(),
            expected == Some("valid"),
            "{value}"
        );
        n_rows += 1;
    }
    assert_eq!(n_rows, 20);
}

#[test]
fn one_wrong_letter_is_noticed() {
    let right = "VRDNNA90C45F205D";
    for at in 0..right.len() {
        for letter in 'A'..='Z' {
            let wrong: String = right
                .chars()
                .enumerate()
                .map(|(i, c)| if i == at { letter } else { c })
                .collect();
            let same_person = |code: TaxCode| code.birth_date_on(TODAY) == Some(Day::constant(1990, 3, 5));
            // A letter that stands for the same digit is a homonym form, and has a check letter of its own.
            assert!(
                wrong == right || TaxCode::parse(&wrong).map(same_person).is_err(),
                "{wrong}"
            );
        }
    }
}

#[test]
fn a_code_never_shows_itself_in_a_log() {
    let code = read("RSSMRA85T10F205R");
    assert_eq!(format!("{code:?}"), "TaxCode(…)");
    let refused = serde_json::from_str::<TaxCode>("\"RSSMRA85T10F205S\"").err();
    let said = refused.expect("a wrong code is refused").to_string();
    assert!(!said.contains("RSSMRA"), "{said}");
}
