// SPDX-License-Identifier: AGPL-3.0-or-later
//! Shape, birth date and check character.
use crate::{calendar::Day, identifier::eleven_digits};
use serde::{Deserialize, Serialize};

/// Why a text is not a tax code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TaxCodeError {
    /// Neither 16 characters nor 11 digits.
    Length,
    /// A character stands where it cannot.
    Shape,
    /// The birth date in it does not exist.
    BirthDate,
    /// The check character does not follow from the others.
    CheckCharacter,
}

/// The sex that a tax code carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
}

/// Length of the code of a person.
pub(super) const LONG: usize = 16;

/// Length of a code given for a time.
pub(super) const PROVISIONAL: usize = 11;

/// Letters of the months, January first.
const MONTHS: &[u8; 12] = b"ABCDEHLMPRST";

/// What the day of a woman is raised by.
const FEMALE: i8 = 40;

/// What a code says about a birth.
pub(super) struct Birth {
    pub(super) year_of_century: u8,
    pub(super) month: i8,
    pub(super) day: i8,
    pub(super) sex: Sex,
}

/// Positions of the seven digits, which become letters when two people would have the same code.
const DIGITS: [usize; 7] = [6, 7, 9, 10, 12, 13, 14];

/// The letters that stand for the digits 0 to 9.
const HOMONYM_LETTERS: &[u8; 10] = b"LMNPQRSTUV";

/// Values of the characters 0 to 9 or A to J, then K to Z, in the odd positions.
const ODD: [u32; 26] = [
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

/// Checks a code of sixteen characters.
pub(super) fn long(code: &str) -> Result<(), TaxCodeError> {
    let bytes = code.as_bytes();
    // A character beyond ASCII takes more bytes than one, and stands nowhere in a code.
    if bytes.len() != LONG {
        return Err(TaxCodeError::Shape);
    }
    let fits = |(at, byte): (usize, &u8)| {
        if DIGITS.contains(&at) {
            byte.is_ascii_digit() || HOMONYM_LETTERS.contains(byte)
        } else if at == 8 {
            MONTHS.contains(byte)
        } else {
            byte.is_ascii_uppercase()
        }
    };
    if !bytes.iter().enumerate().all(fits) {
        return Err(TaxCodeError::Shape);
    }
    let birth = birth(&undo_homonym_form(code)).ok_or(TaxCodeError::Shape)?;
    let exists =
        |century: i16| Day::new(century + i16::from(birth.year_of_century), birth.month, birth.day).is_ok();
    if !exists(1900) && !exists(2000) {
        return Err(TaxCodeError::BirthDate);
    }
    if bytes[15] != check_letter(&bytes[..15]) {
        return Err(TaxCodeError::CheckCharacter);
    }
    Ok(())
}

/// The check letter of the first fifteen characters. It is made of the characters as they stand, letters for digits
/// included.
pub(super) fn check_letter(bytes: &[u8]) -> u8 {
    let sum: u32 = bytes
        .iter()
        .enumerate()
        .map(|(at, byte)| {
            let value = if byte.is_ascii_digit() {
                byte - b'0'
            } else {
                byte - b'A'
            };
            // Positions are counted from one: the first is odd.
            if at.is_multiple_of(2) {
                ODD[usize::from(value)]
            } else {
                u32::from(value)
            }
        })
        .sum();
    b'A' + (sum % 26) as u8
}

/// Whether letters stand for some of the digits.
pub(super) fn is_homonym_form(code: &str) -> bool {
    let bytes = code.as_bytes();
    DIGITS
        .iter()
        .any(|at| bytes.get(*at).is_some_and(u8::is_ascii_uppercase))
}

/// The code with digits where homonyms have letters.
pub(super) fn undo_homonym_form(code: &str) -> String {
    code.bytes()
        .enumerate()
        .map(|(at, byte)| {
            let digit = HOMONYM_LETTERS.iter().position(|letter| *letter == byte);
            match digit {
                Some(digit) if DIGITS.contains(&at) => char::from(b'0' + digit as u8),
                _ => char::from(byte),
            }
        })
        .collect()
}

/// The birth in a code with plain digits.
pub(super) fn birth(code: &str) -> Option<Birth> {
    let year_of_century = code.get(6..8)?.parse().ok()?;
    let letter = *code.as_bytes().get(8)?;
    let month = MONTHS.iter().position(|month| *month == letter)?;
    let day: i8 = code.get(9..11)?.parse().ok()?;
    let (day, sex) = if day > FEMALE {
        (day - FEMALE, Sex::Female)
    } else {
        (day, Sex::Male)
    };
    Some(Birth {
        year_of_century,
        month: i8::try_from(month + 1).ok()?,
        day,
        sex,
    })
}

/// Checks a code of eleven digits.
pub(super) fn provisional(code: &str) -> Result<(), TaxCodeError> {
    if !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(TaxCodeError::Shape);
    }
    if eleven_digits::is_complete(code.as_bytes()) {
        Ok(())
    } else {
        Err(TaxCodeError::CheckCharacter)
    }
}
