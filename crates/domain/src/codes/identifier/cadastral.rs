// SPDX-License-Identifier: AGPL-3.0-or-later
//! What can be said about a cadastral key without the land register.
use super::compact;
use crate::dwelling::CadastralKey;
use serde::{Deserialize, Serialize};

/// Why three texts are not a cadastral key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CadastralError {
    /// The sheet is missing.
    Sheet,
    /// The parcel is missing.
    Parcel,
    /// A character that no key has: neither letter nor digit, nor a stroke, hyphen or dot.
    Shape,
}

/// What looks unusual about a cadastral key. The widths are remembered, not read in a published text, so they are worth a
/// second look and never a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CadastralDoubt {
    /// The sheet is longer than four characters.
    SheetWidth,
    /// The parcel is longer than five characters.
    ParcelWidth,
    /// The unit is longer than four characters.
    UnitWidth,
    /// The sheet is not a number.
    SheetNotANumber,
}

/// Widths of sheet, parcel and unit, leading zeros aside.
const WIDTHS: [usize; 3] = [4, 5, 4];

impl CadastralKey {
    /// Reads sheet, parcel and unit, in any case and with spaces. The unit may be empty. Leading zeros stay as written.
    ///
    /// # Errors
    /// [`CadastralError`] tells what is missing or wrong.
    pub fn parse(sheet: &str, parcel: &str, unit: &str) -> Result<Self, CadastralError> {
        let [sheet, parcel, unit] = [sheet, parcel, unit].map(compact);
        if sheet.is_empty() {
            return Err(CadastralError::Sheet);
        }
        if parcel.is_empty() {
            return Err(CadastralError::Parcel);
        }
        let known = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '.');
        if ![&sheet, &parcel, &unit]
            .into_iter()
            .all(|part| part.chars().all(known))
        {
            return Err(CadastralError::Shape);
        }
        Ok(Self { sheet, parcel, unit })
    }

    /// What is worth a second look; empty when nothing is.
    pub fn doubts(&self) -> Vec<CadastralDoubt> {
        use CadastralDoubt as D;
        let [sheet, parcel, unit] = self.comparable();
        let mut doubts = Vec::new();
        for (part, width, doubt) in [
            (&sheet, WIDTHS[0], D::SheetWidth),
            (&parcel, WIDTHS[1], D::ParcelWidth),
            (&unit, WIDTHS[2], D::UnitWidth),
        ] {
            if part.chars().count() > width {
                doubts.push(doubt);
            }
        }
        if !sheet.bytes().all(|byte| byte.is_ascii_digit()) {
            doubts.push(D::SheetNotANumber);
        }
        doubts
    }

    /// Whether both name the same unit: "0101" and "101" are one sheet, "7a" and "7 A" one parcel.
    pub fn is_same_unit(&self, other: &Self) -> bool {
        self.comparable() == other.comparable()
    }

    /// Sheet, parcel and unit without spaces and leading zeros, in capitals.
    pub fn comparable(&self) -> [String; 3] {
        [&self.sheet, &self.parcel, &self.unit].map(|part| {
            let part = compact(part);
            let bare = part.trim_start_matches('0');
            // A key of zeros alone stays a zero, so that it differs from a missing one.
            if bare.is_empty() && !part.is_empty() {
                "0".to_owned()
            } else {
                bare.to_owned()
            }
        })
    }
}
