// SPDX-License-Identifier: AGPL-3.0-or-later
//! Whether a row is a dwelling, by what the list calls it.
use crate::{cell::is_blank, fold::words};
use serde::{Deserialize, Serialize};

/// Why a row is plainly not a dwelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    ("seminat", Kind::Not(NotDwelling::Land)),
    ("bosco", Kind::Not(NotDwelling::Land)),
    ("prato", Kind::Not(NotDwelling::Land)),
    ("pascol", Kind::Not(NotDwelling::Land)),
    ("vignet", Kind::Not(NotDwelling::Land)),
    ("frutte", Kind::Not(NotDwelling::Land)),
    ("terren", Kind::Not(NotDwelling::Land)),
    ("giardin", Kind::Not(NotDwelling::Land)),
    ("land", Kind::Not(NotDwelling::Land)),
];

/// Beginnings of texts that single words would not tell.
const PHRASES: &[(&str, Kind)] = &[
    ("app", Kind::Dwelling),
    ("posto auto", Kind::Not(NotDwelling::Garage)),
    ("posti auto", Kind::Not(NotDwelling::Garage)),
    ("posto macchina", Kind::Not(NotDwelling::Garage)),
    ("posto moto", Kind::Not(NotDwelling::Garage)),
    ("semin", Kind::Not(NotDwelling::Land)),
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
    let (letter, number) = text.split_at_checked(1)?;
    let number: u8 = number.trim_start().parse().ok()?;
    match (letter, number) {
        ("a", 10) => Some(Kind::Not(NotDwelling::Office)),
        ("a", 1..=11) => Some(Kind::Dwelling),
        ("c", 1) => Some(Kind::Not(NotDwelling::Shop)),
        ("c", 2) => Some(Kind::Not(NotDwelling::Storage)),
        ("c", 3) => Some(Kind::Not(NotDwelling::Workshop)),
        ("c", 6 | 7) => Some(Kind::Not(NotDwelling::Garage)),
        _ => None,
    }
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
    // "Piano terreno" is a floor, not land.
    let text = text.replace("piano terreno", "piano terra");
    let starts = |phrase: &str| text == phrase || text.starts_with(&format!("{phrase} "));
    if let Some((_, kind)) = PHRASES.iter().find(|(phrase, _)| starts(phrase)) {
        return *kind;
    }
    text.split(' ')
        .find_map(|word| WORDS.iter().find(|(start, _)| word.starts_with(start)))
        .map_or(Kind::Unknown, |(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_by_their_words() {
        let check = |text: &str, expected: Kind| assert_eq!(classify(text), expected, "{text}");
        check("appart.", Kind::Dwelling);
        check("villetta schiera", Kind::Dwelling);
        check("appartamento con box", Kind::Dwelling);
        check("appartamento al piano terreno", Kind::Dwelling);
        check("A/3", Kind::Dwelling);
        check("FABBRICATO", Kind::Building);
        check("box", Kind::Not(NotDwelling::Garage));
        check("posto auto", Kind::Not(NotDwelling::Garage));
        check("C/6", Kind::Not(NotDwelling::Garage));
        check("cantina", Kind::Not(NotDwelling::Storage));
        check("solaio pertin.", Kind::Not(NotDwelling::Storage));
        check("magazzino", Kind::Not(NotDwelling::Storage));
        check("locale comm.le", Kind::Not(NotDwelling::Shop));
        check("uffici e studi privati", Kind::Not(NotDwelling::Office));
        check("laborat. per arti e mestieri", Kind::Not(NotDwelling::Workshop));
        check("orto irrig.", Kind::Not(NotDwelling::Land));
        check("semin.", Kind::Not(NotDwelling::Land));
        check("bosco ceduo", Kind::Not(NotDwelling::Land));
        check(
            "terreno agricolo costituito da n. 8 particelle",
            Kind::Not(NotDwelling::Land),
        );
        check("appezzamento di terreno", Kind::Not(NotDwelling::Land));
        check("seminterrato", Kind::Unknown);
        check("torre piezometrica", Kind::Unknown);
        check("-", Kind::Unstated);
    }
}
