// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tax codes: sixteen characters with their check letter and homonym forms, or eleven digits given for a time
//! (D.M. 23 December 1976, n. 13813).
mod check;

#[cfg(test)]
mod tests;

pub use check::{Sex, TaxCodeError};

use crate::calendar::Day;
use check::{LONG, PROVISIONAL};
use serde::{Deserialize, Serialize};

/// A tax code that passed its check.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct TaxCode(String);

impl TaxCode {
    /// Reads a tax code, in any case and with spaces.
    ///
    /// # Errors
    /// [`TaxCodeError`] tells what is wrong.
    pub fn parse(text: &str) -> Result<Self, TaxCodeError> {
        let code: String = text
            .chars()
            .filter(|c| !c.is_whitespace())
            .map(|c| c.to_ascii_uppercase())
            .collect();
        match code.chars().count() {
            LONG => check::long(&code)?,
            PROVISIONAL => check::provisional(&code)?,
            _ => return Err(TaxCodeError::Length),
        }
        Ok(Self(code))
    }

    /// The characters of the code.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is one of the eleven-digit codes given until the final one comes. It carries nothing about the person.
    pub fn is_provisional(&self) -> bool {
        self.0.len() == PROVISIONAL
    }

    /// Whether letters stand for digits in it, because two people would have had the same code.
    pub fn is_homonym_form(&self) -> bool {
        !self.is_provisional() && check::is_homonym_form(&self.0)
    }

    /// Whether a person with this code may be born on that day. The code has two digits of the year, so both centuries
    /// agree; provisional codes carry no day.
    pub fn may_be_born_on(&self, day: Day) -> bool {
        self.birth().is_none_or(|birth| {
            (birth.month, birth.day) == (day.month(), day.day())
                && i16::from(birth.year_of_century) == day.year().rem_euclid(100)
        })
    }

    /// The latest day of birth that the code allows up to a given day. A person of more than a hundred years is read as
    /// a century younger: the code cannot tell.
    pub fn birth_date_on(&self, reference: Day) -> Option<Day> {
        let birth = self.birth()?;
        [2000_i16, 1900]
            .into_iter()
            .filter_map(|century| {
                let year = century + i16::from(birth.year_of_century);
                Day::new(year, birth.month, birth.day).ok()
            })
            .find(|day| *day <= reference)
    }

    /// The sex that the code carries; none for a provisional one.
    pub fn sex(&self) -> Option<Sex> {
        self.birth().map(|birth| birth.sex)
    }

    /// The place of birth: the cadastral code of a municipality, or Z and three digits for a state.
    pub fn place_code(&self) -> Option<String> {
        if self.is_provisional() {
            return None;
        }
        check::undo_homonym_form(&self.0).get(11..15).map(str::to_owned)
    }

    fn birth(&self) -> Option<check::Birth> {
        if self.is_provisional() {
            None
        } else {
            check::birth(&check::undo_homonym_form(&self.0))
        }
    }
}

impl TryFrom<String> for TaxCode {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        // The text itself stays out of the message: it is about a person.
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
