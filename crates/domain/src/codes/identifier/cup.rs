// SPDX-License-Identifier: AGPL-3.0-or-later
//! Project codes (CUP, codice unico di progetto). An act that funds a public investment without one is void
//! (L. 3/2003, art. 11 c. 2-bis).
use super::{compact, written_as_text};
use crate::calendar::Day;
use serde::{Deserialize, Serialize};

/// The code of a public investment project.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct Cup(String);

/// Why a text is not a project code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CupError {
    /// Not fifteen characters.
    Length,
    /// A character is neither a letter nor a digit, or the code has only the ones or only the others.
    Shape,
}

/// How much a project code resembles the known ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CupCheck {
    /// Letters and digits stand where they do in every code seen so far. It has no check character.
    Usual,
    /// They do not. No published text says where they must stand, so that is a doubt and no refusal.
    Unusual,
}

/// Year in which the first codes were given (L. 3/2003, art. 11: from 1 January 2003).
const FIRST_YEAR: i16 = 2003;

impl Cup {
    /// Reads a project code, in any case and with spaces.
    ///
    /// # Errors
    /// [`CupError`] tells what is wrong.
    pub fn parse(text: &str) -> Result<Self, CupError> {
        let code = compact(text);
        if code.chars().count() != 15 {
            return Err(CupError::Length);
        }
        let n_digits = code.bytes().filter(u8::is_ascii_digit).count();
        let alphanumeric = code.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !alphanumeric || n_digits == 0 || n_digits == 15 {
            return Err(CupError::Shape);
        }
        Ok(Self(code))
    }

    /// The characters of the code, in capitals.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether letters stand in the first and fourth position and digits elsewhere, as in C11G06000000001.
    pub fn check(&self) -> CupCheck {
        let usual = self.0.bytes().enumerate().all(|(at, byte)| match at {
            0 | 3 => byte.is_ascii_uppercase(),
            _ => byte.is_ascii_digit(),
        });
        if usual { CupCheck::Usual } else { CupCheck::Unusual }
    }

    /// The year in the fifth and sixth position, up to a given day. None where the code is unusual or the year lies
    /// before the first codes or after that day: the position is known from codes seen, not from a published text.
    pub fn year_on(&self, reference: Day) -> Option<i16> {
        if self.check() == CupCheck::Unusual {
            return None;
        }
        let year = 2000 + self.0.get(4..6)?.parse::<i16>().ok()?;
        (FIRST_YEAR..=reference.year()).contains(&year).then_some(year)
    }
}

written_as_text!(Cup, "not a project code");
