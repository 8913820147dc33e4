// SPDX-License-Identifier: AGPL-3.0-or-later
//! House numbers at the end of a street.
use crate::{cell::is_blank, fold::tidy};

/// Words that may follow a house number: "59 torre H", "12 bis", "4 scala B".
const FOLLOWERS: &[&str] = &[
    "torre",
    "scala",
    "sc",
    "interno",
    "int",
    "piano",
    "p",
    "pal",
    "palazzina",
    "lotto",
    "bis",
    "ter",
    "ex",
    "e",
    "edificio",
    "snc",
];

/// Street and house number, which is everything from the first number that nothing but parts of a number follows.
pub(super) fn split(text: &str) -> (&str, String) {
    let starts: Vec<usize> = token_starts(text);
    for (at, start) in starts.iter().enumerate().skip(1) {
        let rest = text.get(*start..).unwrap_or_default();
        let mut tokens = rest.split_whitespace();
        let Some(first) = tokens.next() else { break };
        let begins =
            without_sign(first).starts_with(|c: char| c.is_ascii_digit()) || is_without_number(first);
        if begins && tokens.all(follows) {
            let mut end = *start;
            // "via Roma n. 12": the sign belongs to neither.
            let before = starts.get(at - 1).copied().unwrap_or(0);
            let sign = text.get(before..*start).unwrap_or_default().trim();
            if at > 1
                && matches!(
                    sign.to_lowercase().as_str(),
                    "n" | "n." | "n°" | "nr" | "nr." | "num." | "civ." | "civico"
                )
            {
                end = before;
            }
            let street = text
                .get(..end)
                .unwrap_or_default()
                .trim()
                .trim_end_matches(',')
                .trim();
            return (street, tidy_number(without_sign(rest)));
        }
    }
    (text, String::new())
}

/// The number without what lists put around it.
pub(super) fn tidy_number(text: &str) -> String {
    let text = tidy(text);
    let text = text.trim_matches(|c| matches!(c, ',' | ';')).trim();
    if is_blank(text) {
        String::new()
    } else {
        text.to_owned()
    }
}

/// "n.12" without its sign.
fn without_sign(text: &str) -> &str {
    let signs = ["n.", "N.", "n°", "N°", "nr."];
    signs
        .iter()
        .find_map(|sign| text.strip_prefix(sign))
        .unwrap_or(text)
}

/// "snc": the building has no number, and the list says so.
fn is_without_number(token: &str) -> bool {
    matches!(token.to_lowercase().as_str(), "snc" | "s.n.c." | "s.n." | "sn")
}

fn follows(token: &str) -> bool {
    let bare = token.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    bare.chars().count() <= 1
        || bare.starts_with(|c: char| c.is_ascii_digit())
        || FOLLOWERS.contains(&bare.as_str())
}

/// Where the words begin; also after a comma without space: "via Palmanova,91".
fn token_starts(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let after_comma = before == ',' && c.is_ascii_digit();
        if !c.is_whitespace() && (before.is_whitespace() || after_comma) {
            starts.push(at);
        }
        before = c;
    }
    starts
}
