// SPDX-License-Identifier: AGPL-3.0-or-later
//! Cadastral texts as lists write them: "part. 9", "713 (ex 701)", "17 (5° PIANO)".
use crate::{cell, fold::tidy};

/// A cadastral unit with what the list writes behind it.
#[derive(Default)]
pub(super) struct Unit {
    pub(super) unit: String,
    /// What the unit was called before: "ex 701".
    pub(super) former: String,
    /// The floor, where the list hides it there.
    pub(super) floor: Option<i8>,
    /// The whole text, where it holds more than the unit and the floor.
    pub(super) note: Option<String>,
}

pub(super) fn read_unit(text: &str) -> Unit {
    let Some(text) = cell::said(text) else {
        return Unit::default();
    };
    let Some((before, inside)) = text.strip_suffix(')').and_then(|text| text.split_once('(')) else {
        return Unit {
            unit: without_word(&text),
            ..Unit::default()
        };
    };
    let unit = without_word(before.trim());
    let lower = inside.to_lowercase();
    if lower.contains("piano")
        && let Some(floor) = cell::floor(inside)
    {
        return Unit {
            unit,
            floor: Some(floor),
            ..Unit::default()
        };
    }
    let former = if lower.trim_start().starts_with("ex") {
        tidy(inside)
    } else {
        String::new()
    };
    Unit {
        unit,
        former,
        floor: None,
        note: Some(text),
    }
}

/// A sheet or parcel; none where the list has a dash or a zero, which stands for "not known".
pub(super) fn read_part(text: &str) -> Option<String> {
    let text = without_word(&cell::said(text)?);
    (!text.is_empty() && text.chars().any(|c| c != '0')).then_some(text)
}

/// The text without the word that repeats the heading: "part. 9" is "9".
fn without_word(text: &str) -> String {
    let text = tidy(text);
    let digits = text.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let (word, rest) = text.split_at(digits);
    let word = word.trim().trim_end_matches(['.', ':', '°']).to_lowercase();
    let is_word = matches!(
        word.as_str(),
        "part"
            | "particella"
            | "p.lla"
            | "mapp"
            | "mappale"
            | "map"
            | "fg"
            | "foglio"
            | "f"
            | "sub"
            | "subalterno"
            | "s"
            | "n"
    );
    if is_word { rest.trim().to_owned() } else { text }
}
