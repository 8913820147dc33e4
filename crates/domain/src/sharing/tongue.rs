// SPDX-License-Identifier: AGPL-3.0-or-later
//! The languages in which something is read by whoever has no account: those of the pages, and those of families.
use serde::{Deserialize, Serialize};

/// A language of readers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Tongue {
    /// Italian.
    #[default]
    #[serde(rename = "it")]
    Italian,
    /// English.
    #[serde(rename = "en")]
    English,
    /// French.
    #[serde(rename = "fr")]
    French,
    /// Spanish.
    #[serde(rename = "es")]
    Spanish,
    /// Arabic, written from right to left.
    #[serde(rename = "ar")]
    Arabic,
    /// Ukrainian.
    #[serde(rename = "uk")]
    Ukrainian,
    /// Bengali.
    #[serde(rename = "bn")]
    Bengali,
    /// Chinese.
    #[serde(rename = "zh")]
    Chinese,
}

impl Tongue {
    /// All of them. The first two are those of the pages.
    pub const ALL: [Self; 8] = [
        Self::Italian,
        Self::English,
        Self::French,
        Self::Spanish,
        Self::Arabic,
        Self::Ukrainian,
        Self::Bengali,
        Self::Chinese,
    ];

    /// The codes of all of them, in the same order.
    pub const CODES: &[&str] = &["it", "en", "fr", "es", "ar", "uk", "bn", "zh"];

    /// Its code by ISO 639-1.
    pub const fn key(self) -> &'static str {
        Self::CODES[self as usize]
    }

    /// The language of a code, with or without a country behind it, such as `ar-EG`.
    pub fn of_code(code: &str) -> Option<Self> {
        let code = code.split(['-', '_']).next()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|tongue| tongue.key() == code)
    }

    /// The name it gives itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Italian => "Italiano",
            Self::English => "English",
            Self::French => "Français",
            Self::Spanish => "Español",
            Self::Arabic => "العربية",
            Self::Ukrainian => "Українська",
            Self::Bengali => "বাংলা",
            Self::Chinese => "中文",
        }
    }

    /// In which direction it is written, as pages say it.
    pub const fn direction(self) -> &'static str {
        match self {
            Self::Arabic => "rtl",
            Self::Italian
            | Self::English
            | Self::French
            | Self::Spanish
            | Self::Ukrainian
            | Self::Bengali
            | Self::Chinese => "ltr",
        }
    }

    /// Whether nobody who grew up with it has read its words so far.
    pub const fn is_to_check(self) -> bool {
        !matches!(self, Self::Italian | Self::English)
    }
}

soglia_kernel::choices!(Tongue);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_its_code_with_or_without_a_country() {
        for tongue in Tongue::ALL {
            assert_eq!(Tongue::of_code(tongue.key()), Some(tongue));
            let wire = serde_json::to_string(&tongue).expect("it is written");
            assert_eq!(wire, format!("\"{}\"", tongue.key()));
        }
        assert_eq!(Tongue::of_code("ar-EG"), Some(Tongue::Arabic));
        assert_eq!(Tongue::of_code("PT"), None);
        assert_eq!(Tongue::of_code(""), None);
    }
}
