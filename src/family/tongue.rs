// SPDX-License-Identifier: AGPL-3.0-or-later
//! The languages in which a family may read its plan.
use crate::text::family as text;

/// A language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tongue {
    /// Its code, which names the file with its words.
    pub(super) code: &'static str,
    /// The name it gives itself.
    pub(super) name: &'static str,
    /// In which direction it is written.
    pub(super) dir: &'static str,
    /// Whether nobody who grew up with it has read its words so far.
    pub(super) is_to_check: bool,
}

impl Tongue {
    /// The name that who works knows it by.
    pub(super) fn known_as(self) -> &'static str {
        match self.code {
            "en" => text::english(),
            "fr" => text::french(),
            "es" => text::spanish(),
            "ar" => text::arabic(),
            "uk" => text::ukrainian(),
            "bn" => text::bengali(),
            "zh" => text::chinese(),
            _ => text::italian(),
        }
    }
}

/// A language that is written from left to right.
const fn left_to_right(code: &'static str, name: &'static str, is_to_check: bool) -> Tongue {
    Tongue {
        code,
        name,
        dir: "ltr",
        is_to_check,
    }
}

/// All of them. The first two are those of the pages.
pub(super) const TONGUES: [Tongue; 8] = [
    left_to_right("it", "Italiano", false),
    left_to_right("en", "English", false),
    left_to_right("fr", "Français", true),
    left_to_right("es", "Español", true),
    Tongue {
        code: "ar",
        name: "العربية",
        dir: "rtl",
        is_to_check: true,
    },
    left_to_right("uk", "Українська", true),
    left_to_right("bn", "বাংলা", true),
    left_to_right("zh", "中文", true),
];
