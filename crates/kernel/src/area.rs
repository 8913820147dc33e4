// SPDX-License-Identifier: AGPL-3.0-or-later
//! Floor areas and sizes counted in rooms.
use crate::money::{MoneyError, parse_hundredths};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::fmt;

/// Which surface was measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SurfaceKind {
    /// Superficie utile: net of walls, without balconies, cellars and accessories.
    Usable,
    /// Superficie catastale: DPR 138/1998, annex C.
    Cadastral,
    /// Superficie convenzionale: L. 392/1978, article 13.
    Conventional,
    /// A list gave square metres without saying which.
    Unstated,
}

impl SurfaceKind {
    /// Those a cap can refer to.
    pub const ALL: [Self; 3] = [Self::Usable, Self::Cadastral, Self::Conventional];

    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Usable => "usable",
            Self::Cadastral => "cadastral",
            Self::Conventional => "conventional",
            Self::Unstated => "unstated",
        }
    }
}

/// A floor area in hundredths of a square metre. On the wire: a decimal text such as "55.50".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FloorArea(u32);

/// Why a text is not a floor area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FloorAreaError {
    /// Nothing was written.
    Empty,
    /// Not a number.
    NotANumber,
    /// More than two decimals.
    TooPrecise,
    /// Zero, negative or beyond ten thousand square metres.
    OutOfRange,
}

impl FloorArea {
    /// From hundredths of a square metre; none when zero or beyond ten thousand square metres.
    pub const fn from_hundredths(hundredths: u32) -> Option<Self> {
        if hundredths == 0 || hundredths > 1_000_000 {
            None
        } else {
            Some(Self(hundredths))
        }
    }

    /// In hundredths of a square metre.
    pub const fn hundredths(self) -> u32 {
        self.0
    }

    /// Reads what a person writes: "63,75", "42 mq", "42 m²".
    ///
    /// # Errors
    /// [`FloorAreaError`] tells what is wrong with the text.
    pub fn parse(text: &str) -> Result<Self, FloorAreaError> {
        let text = text.trim().trim_end_matches('.');
        let lower = text.to_lowercase();
        let text = ["mq", "m2", "m²"]
            .iter()
            .find_map(|unit| lower.strip_suffix(unit))
            .unwrap_or(&lower);
        let (negative, units, hundredths) = parse_hundredths(text).map_err(|error| match error {
            MoneyError::Empty => FloorAreaError::Empty,
            MoneyError::NotANumber => FloorAreaError::NotANumber,
            MoneyError::TooPrecise => FloorAreaError::TooPrecise,
            MoneyError::TooLarge => FloorAreaError::OutOfRange,
        })?;
        if negative || units > 10_000 {
            return Err(FloorAreaError::OutOfRange);
        }
        u32::try_from(units * 100 + hundredths)
            .ok()
            .and_then(Self::from_hundredths)
            .ok_or(FloorAreaError::OutOfRange)
    }
}

impl fmt::Display for FloorArea {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

impl Serialize for FloorArea {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for FloorArea {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let digits = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || whole.len() > 5 || fraction.len() > 2 || !digits(whole) || !digits(fraction) {
            return Err(D::Error::custom("a surface is a decimal text such as \"55.50\""));
        }
        let units: u32 = whole.parse().map_err(D::Error::custom)?;
        let hundredths: u32 = format!("{fraction:0<2}").parse().map_err(D::Error::custom)?;
        Self::from_hundredths(units * 100 + hundredths)
            .ok_or_else(|| D::Error::custom("a surface lies between 0.01 and 10,000 m2"))
    }
}

/// A size in cadastral rooms (vani), in tenths: "5,5 vani" is 55. Never a surface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Rooms(pub u16);

/// The size as a list states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ListedSize {
    /// Counted in rooms.
    Rooms(Rooms),
    /// Square metres of a kind that the list does not name.
    Area(FloorArea),
    /// The text as it stands, because it could not be read.
    Unread(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surfaces_are_read_as_people_write_them() {
        let check = |text: &str, expected| {
            assert_eq!(
                FloorArea::parse(text).map(FloorArea::hundredths),
                expected,
                "{text}"
            )
        };
        check("63,75", Ok(6_375));
        check("42 mq.", Ok(4_200));
        check("55.5 m²", Ok(5_550));
        check("0", Err(FloorAreaError::OutOfRange));
        check("-4", Err(FloorAreaError::OutOfRange));
        check("12000", Err(FloorAreaError::OutOfRange));
        check("tre", Err(FloorAreaError::NotANumber));
        check("", Err(FloorAreaError::Empty));
    }
}
