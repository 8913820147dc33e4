// SPDX-License-Identifier: AGPL-3.0-or-later
//! The protocol of an ISEE attestation: INPS-ISEE, year, nine characters, two digits.
use super::written_as_text;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The protocol of an ISEE attestation. It leads to a household, so it never shows itself in `Debug`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct IseeProtocol(String);

/// Why a text is not the protocol of an ISEE attestation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IseeProtocolError {
    /// It does not start with INPS-ISEE.
    Start,
    /// Not fifteen characters after that.
    Length,
    /// A character stands where it cannot.
    Shape,
}

/// Hyphens and dashes as keyboards and documents write them.
const DASHES: [char; 7] = [
    '-', '\u{ad}', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2212}',
];

impl IseeProtocol {
    /// Reads a protocol, in any case, with spaces, with any hyphen or with none.
    ///
    /// # Errors
    /// [`IseeProtocolError`] tells what is wrong.
    pub fn parse(text: &str) -> Result<Self, IseeProtocolError> {
        let code: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && !DASHES.contains(c))
            .map(|c| c.to_ascii_uppercase())
            .collect();
        let rest = code.strip_prefix("INPSISEE").ok_or(IseeProtocolError::Start)?;
        if rest.chars().count() != 15 {
            return Err(IseeProtocolError::Length);
        }
        let fits = rest.bytes().enumerate().all(|(at, byte)| match at {
            0 => byte == b'2',
            1 => byte == b'0',
            4..13 => byte.is_ascii_alphanumeric(),
            _ => byte.is_ascii_digit(),
        });
        match (rest.get(..4), rest.get(4..13), rest.get(13..)) {
            (Some(year), Some(number), Some(last)) if fits => {
                Ok(Self(format!("INPS-ISEE-{year}-{number}-{last}")))
            }
            _ => Err(IseeProtocolError::Shape),
        }
    }

    /// The protocol as INPS writes it, with hyphens.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The year of the attestation.
    pub fn year(&self) -> i16 {
        let digits = self.0.bytes().skip("INPS-ISEE-".len()).take(4);
        digits.fold(0, |year, digit| year * 10 + i16::from(digit.saturating_sub(b'0')))
    }
}

impl fmt::Debug for IseeProtocol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IseeProtocol(…)")
    }
}

written_as_text!(IseeProtocol, "not the protocol of an ISEE attestation");
