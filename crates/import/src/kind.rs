// SPDX-License-Identifier: AGPL-3.0-or-later
//! Whether a row is a dwelling, by what the list calls it.
use crate::{
    cell::is_blank,
    fold::{has_phrase, words},
};
use serde::{Deserialize, Serialize};

/// Why a row is plainly not a dwelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotDwelling {
    /// Garage or parking place.
    Garage,
    /// Cellar, attic, store.
    Storage,
    /// Shop or other trading place.
    Shop,
    /// Offices.
    Office,
    /// Workshop.
    Workshop,
    /// Land, garden, wood.
    Land,
}

impl NotDwelling {
    /// The name on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Garage => "garage",
            Self::Storage => "storage",
            Self::Shop => "shop",
            Self::Office => "office",
            Self::Workshop => "workshop",
            Self::Land => "land",
        }
    }
}

/// What the kind of a row tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A dwelling.
    Dwelling,
    /// A whole building, which may hold dwellings.
    Building,
    /// Plainly not a dwelling.
    Not(NotDwelling),
    /// A word that is not known.
    Unknown,
    /// The list does not say.
    Unstated,
}

/// Beginnings of words. The word that comes first in the text decides: "appartamento con box" is a dwelling.
const WORDS: &[(&str, Kind)] = &[
    ("appart", Kind::Dwelling),
    ("app", Kind::Dwelling),
    ("allogg", Kind::Dwelling),
    ("abitazion", Kind::Dwelling),
    ("villett", Kind::Dwelling),
    ("villin", Kind::Dwelling),
    ("villa", Kind::Dwelling),
    ("monolocal", Kind::Dwelling),
    ("bilocal", Kind::Dwelling),
    ("trilocal", Kind::Dwelling),
    ("quadrilocal", Kind::Dwelling),
    ("attico", Kind::Dwelling),
    ("mansard", Kind::Dwelling),
    ("loft", Kind::Dwelling),
    ("casa", Kind::Dwelling),
    ("residen", Kind::Dwelling),
    ("dwelling", Kind::Dwelling),
    ("apartment", Kind::Dwelling),
    ("flat", Kind::Dwelling),
    ("house", Kind::Dwelling),
    ("fabbricat", Kind::Building),
    ("edific", Kind::Building),
    ("stabil", Kind::Building),
    ("palazzin", Kind::Building),
    ("cascina", Kind::Building),
    ("building", Kind::Building),
    ("box", Kind::Not(NotDwelling::Garage)),
    ("garage", Kind::Not(NotDwelling::Garage)),
    ("autorimess", Kind::Not(NotDwelling::Garage)),
    ("posto", Kind::Not(NotDwelling::Garage)),
    ("posti", Kind::Not(NotDwelling::Garage)),
    ("parchegg", Kind::Not(NotDwelling::Garage)),
    ("parking", Kind::Not(NotDwelling::Garage)),
    ("cantin", Kind::Not(NotDwelling::Storage)),
    ("solai", Kind::Not(NotDwelling::Storage)),
    ("soffitt", Kind::Not(NotDwelling::Storage)),
    ("magazzin", Kind::Not(NotDwelling::Storage)),
    ("deposit", Kind::Not(NotDwelling::Storage)),
    ("ripostigl", Kind::Not(NotDwelling::Storage)),
    ("cellar", Kind::Not(NotDwelling::Storage)),
    ("storage", Kind::Not(NotDwelling::Storage)),
    ("negozi", Kind::Not(NotDwelling::Shop)),
    ("botteg", Kind::Not(NotDwelling::Shop)),
    ("commercial", Kind::Not(NotDwelling::Shop)),
    ("shop", Kind::Not(NotDwelling::Shop)),
    ("uffic", Kind::Not(NotDwelling::Office)),
    ("office", Kind::Not(NotDwelling::Office)),
    ("laborat", Kind::Not(NotDwelling::Workshop)),
    ("capannon", Kind::Not(NotDwelling::Workshop)),
    ("opific", Kind::Not(NotDwelling::Workshop)),
    ("workshop", Kind::Not(NotDwelling::Workshop)),
    ("orto", Kind::Not(NotDwelling::Land)),
    ("semin", Kind::Not(NotDwelling::Land)),
    ("bosco", Kind::Not(NotDwelling::Land)),
    ("prato", Kind::Not(NotDwelling::Land)),
    ("pascol", Kind::Not(NotDwelling::Land)),
    ("vignet", Kind::Not(NotDwelling::Land)),
    ("frutte", Kind::Not(NotDwelling::Land)),
    ("terren", Kind::Not(NotDwelling::Land)),
    ("giardin", Kind::Not(NotDwelling::Land)),
    ("land", Kind::Not(NotDwelling::Land)),
];

/// Phrases that single words would not tell.
const PHRASES: &[(&str, Kind)] = &[
    ("locale comm", Kind::Not(NotDwelling::Shop)),
    ("locali comm", Kind::Not(NotDwelling::Shop)),
    ("locale comm le", Kind::Not(NotDwelling::Shop)),
    ("unita commerciale", Kind::Not(NotDwelling::Shop)),
    ("locale deposito", Kind::Not(NotDwelling::Storage)),
    ("area verde", Kind::Not(NotDwelling::Land)),
    ("area urbana", Kind::Not(NotDwelling::Land)),
    ("area edificabile", Kind::Not(NotDwelling::Land)),
];

/// Cadastral categories: A/1 to A/9 and A/11 are dwellings, A/10 an office, C/1 a shop, and so on.
fn cadastral_category(text: &str) -> Option<Kind> {
    let category = match text {
        "a 10" | "a10" => Kind::Not(NotDwelling::Office),
        "c 1" | "c1" => Kind::Not(NotDwelling::Shop),
        "c 2" | "c2" => Kind::Not(NotDwelling::Storage),
        "c 3" | "c3" => Kind::Not(NotDwelling::Workshop),
        "c 6" | "c6" | "c 7" | "c7" => Kind::Not(NotDwelling::Garage),
        other => {
            let number: u8 = other.strip_prefix('a')?.trim_start().parse().ok()?;
            if !(1..=11).contains(&number) {
                return None;
            }
            Kind::Dwelling
        }
    };
    Some(category)
}

/// What the kind of a row tells.
pub(crate) fn classify(text: &str) -> Kind {
    if is_blank(text) {
        return Kind::Unstated;
    }
    let text = words(text);
    if let Some(kind) = cadastral_category(&text) {
        return kind;
    }
    if let Some((_, kind)) = PHRASES.iter().find(|(phrase, _)| has_phrase(&text, phrase)) {
        return *kind;
    }
    text.split(' ')
        .find_map(|word| WORDS.iter().find(|(start, _)| word.starts_with(start)))
        .map_or(Kind::Unknown, |(_, kind)| *kind)
}
