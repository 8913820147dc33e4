// SPDX-License-Identifier: AGPL-3.0-or-later
//! The eleven digits of an organisation: VAT number, or tax code of a body without one.
use super::{compact, eleven_digits, written_as_text};
use serde::{Deserialize, Serialize};

/// VAT number, or tax code of a third-sector entity or another body, that passed its check.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct OrganisationCode(String);

/// Why a text is not the code of an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrganisationCodeError {
    /// Not eleven characters.
    Length,
    /// A character is not a digit.
    Shape,
    /// Only zeros: they pass the check, and nobody has that code.
    Zeros,
    /// The last digit does not follow from the others.
    CheckDigit,
}

impl OrganisationCode {
    /// Reads eleven digits, with spaces and with the letters IT of a European VAT number before them.
    ///
    /// # Errors
    /// [`OrganisationCodeError`] tells what is wrong.
    pub fn parse(text: &str) -> Result<Self, OrganisationCodeError> {
        let code = compact(text);
        let digits = code.strip_prefix("IT").unwrap_or(&code);
        if digits.chars().count() != 11 {
            return Err(OrganisationCodeError::Length);
        }
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(OrganisationCodeError::Shape);
        }
        if digits.bytes().all(|byte| byte == b'0') {
            return Err(OrganisationCodeError::Zeros);
        }
        if !eleven_digits::is_complete(digits.as_bytes()) {
            return Err(OrganisationCodeError::CheckDigit);
        }
        Ok(Self(digits.to_owned()))
    }

    /// The eleven digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

written_as_text!(OrganisationCode, "not the code of an organisation");
