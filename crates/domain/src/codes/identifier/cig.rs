// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tender codes (CIG, codice identificativo di gara), as the electronic orders of the Italian administration check them
//! (AGID, Peppol transaction T01).
use super::{compact, written_as_text};
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// A tender code. One that can be verified was.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct Cig {
    code: String,
    kind: CigKind,
}

/// The kinds of tender code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CigKind {
    /// Seven digits and three hexadecimal characters that follow from them.
    Ordinary,
    /// The simplified code (SmartCIG): X, Y or Z, two check characters and seven hexadecimal ones.
    Smart,
    /// ES01 to ES27: the reason for which no code is needed.
    Exclusion,
    /// A code of the platform in use since 2024. It starts with another letter, and its check is not published.
    New,
}

/// How much is known about a tender code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CigCheck {
    /// Its check characters follow from the others, or it stands in the list.
    Verified,
    /// It looks like a code, and nothing in it can be verified.
    NotVerifiable,
}

/// Why a text is not a tender code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CigError {
    /// Neither ten characters nor the four of an exclusion.
    Length,
    /// A character stands where it cannot.
    Shape,
    /// The number in it is zero.
    Zeros,
    /// The list of exclusions has no such code.
    Exclusion,
    /// The check characters do not follow from the others.
    CheckCharacters,
}

/// Numbers of the exclusions.
const EXCLUSIONS: RangeInclusive<u8> = 1..=27;

/// What the number of a code is multiplied by before its remainder is taken.
const FACTOR: u64 = 211;

/// What the remainder of an ordinary code is taken of.
const ORDINARY: u64 = 4091;

/// What the remainder of a simplified code is taken of.
const SMART: u64 = 251;

impl Cig {
    /// Reads a tender code, in any case and with spaces.
    ///
    /// # Errors
    /// [`CigError`] tells what is wrong.
    pub fn parse(text: &str) -> Result<Self, CigError> {
        let code = compact(text);
        let kind = kind(&code)?;
        Ok(Self { code, kind })
    }

    /// The characters of the code, in capitals.
    pub fn as_str(&self) -> &str {
        &self.code
    }

    /// Which kind it is.
    pub const fn kind(&self) -> CigKind {
        self.kind
    }

    /// How much is known about it.
    pub const fn check(&self) -> CigCheck {
        match self.kind {
            CigKind::Ordinary | CigKind::Smart | CigKind::Exclusion => CigCheck::Verified,
            CigKind::New => CigCheck::NotVerifiable,
        }
    }
}

fn kind(code: &str) -> Result<CigKind, CigError> {
    match code.chars().count() {
        4 if code.starts_with("ES") => exclusion(code),
        10 if code.bytes().all(|byte| byte.is_ascii_alphanumeric()) => match code.as_bytes().first() {
            Some(b'X' | b'Y' | b'Z') => smart(code),
            Some(b'0'..=b'9') => ordinary(code),
            _ => Ok(CigKind::New),
        },
        10 => Err(CigError::Shape),
        _ => Err(CigError::Length),
    }
}

fn exclusion(code: &str) -> Result<CigKind, CigError> {
    // Reading a number alone would take a plus sign for part of it.
    let digits = code
        .get(2..)
        .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    match digits.and_then(|digits| digits.parse().ok()) {
        Some(number) if EXCLUSIONS.contains(&number) => Ok(CigKind::Exclusion),
        _ => Err(CigError::Exclusion),
    }
}

fn ordinary(code: &str) -> Result<CigKind, CigError> {
    let number = number(code, 0, 7, 10)?;
    let check = self::number(code, 7, 10, 16)?;
    verify(number, check, ORDINARY).map(|()| CigKind::Ordinary)
}

fn smart(code: &str) -> Result<CigKind, CigError> {
    let check = number(code, 1, 3, 16)?;
    let number = number(code, 3, 10, 16)?;
    verify(number, check, SMART).map(|()| CigKind::Smart)
}

fn number(code: &str, from: usize, to: usize, radix: u32) -> Result<u64, CigError> {
    let digits = code.get(from..to).ok_or(CigError::Shape)?;
    u64::from_str_radix(digits, radix).map_err(|_| CigError::Shape)
}

fn verify(number: u64, check: u64, modulus: u64) -> Result<(), CigError> {
    if number == 0 {
        Err(CigError::Zeros)
    } else if number * FACTOR % modulus == check {
        Ok(())
    } else {
        Err(CigError::CheckCharacters)
    }
}

written_as_text!(Cig, "not a tender code");
