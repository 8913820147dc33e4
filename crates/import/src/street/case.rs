// SPDX-License-Identifier: AGPL-3.0-or-later
//! Ordinary case for names written in capitals.

/// Words that stay small inside a name.
const SMALL: &[&str] = &[
    "di", "de", "del", "dello", "della", "dei", "degli", "delle", "da", "dal", "dalla", "dalle", "e", "ed",
    "in", "con", "al", "allo", "alla", "ai", "alle", "a", "su", "sul", "sulla", "sui", "nel", "nella", "per",
    "fra", "tra", "la", "le", "il", "lo", "gli",
];
/// What stays small before an apostrophe.
const SMALL_BEFORE_APOSTROPHE: &[&str] = &["d", "l", "dell", "all", "sull", "nell", "dall", "un"];
/// Words whose apostrophe at the end is no accent.
const CUT_SHORT: &[&str] = &["de", "ca", "po", "mo", "co", "a"];

/// Ordinary case for a name in capitals: "CARDUCCI GIOSUE'" is "Carducci Giosuè", Roman numbers stay.
pub(crate) fn name_case(text: &str, first_is_large: bool) -> String {
    let words = text.split(' ').filter(|word| !word.is_empty());
    words
        .enumerate()
        .map(|(index, word)| word_case(word, index == 0 && first_is_large))
        .collect::<Vec<_>>()
        .join(" ")
}

fn word_case(word: &str, large: bool) -> String {
    let lower = word.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    // "MM" is the underground; it has a name of its own and is no word.
    if is_roman(bare) || bare == "mm" || bare.chars().any(|c| c.is_ascii_digit()) {
        return word.to_uppercase();
    }
    if let Some(stem) = lower.strip_suffix('\'').filter(|stem| !stem.contains('\'')) {
        return if CUT_SHORT.contains(&stem) && !large {
            lower.clone()
        } else {
            capital(&accented(stem))
        };
    }
    if let Some((before, after)) = lower.split_once(['\'', '’']) {
        let before = if SMALL_BEFORE_APOSTROPHE.contains(&before) && !large {
            before.to_owned()
        } else {
            capital(before)
        };
        // "UNITA'" behind "DELL'" has an accent of its own.
        let after = match after.strip_suffix('\'') {
            Some(stem) => capital(&accented(stem)),
            None => capitals(after),
        };
        return format!("{before}'{after}");
    }
    if SMALL.contains(&lower.as_str()) && !large {
        lower
    } else {
        capitals(&lower)
    }
}

/// A capital after each point or hyphen too: "G.B.", "saint-just".
fn capitals(word: &str) -> String {
    let mut at_start = true;
    word.chars()
        .flat_map(|c| {
            let large = at_start;
            at_start = matches!(c, '.' | '-' | '/' | '(');
            if large {
                c.to_uppercase().collect::<Vec<_>>()
            } else {
                vec![c]
            }
        })
        .collect()
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The last vowel with the accent that an apostrophe stands for: "muggio'" is "muggiò".
fn accented(stem: &str) -> String {
    let mut text = stem.to_owned();
    let accent = match text.chars().last() {
        Some('a') => 'à',
        Some('e') => 'è',
        Some('i') => 'ì',
        Some('o') => 'ò',
        Some('u') => 'ù',
        _ => return format!("{stem}'"),
    };
    text.pop();
    text.push(accent);
    text
}

/// Roman numbers up to 39, as streets have them.
fn is_roman(word: &str) -> bool {
    let tens = word.chars().take_while(|c| *c == 'x').count();
    let units = word.get(tens..).unwrap_or_default();
    !word.is_empty()
        && tens <= 3
        && matches!(
            units,
            "" | "i" | "ii" | "iii" | "iv" | "v" | "vi" | "vii" | "viii" | "ix"
        )
}
