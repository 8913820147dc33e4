// SPDX-License-Identifier: AGPL-3.0-or-later
//! Finds `match` blocks in plain code, their arms, and which types these name.

use crate::tidy::plain::{behind_block, words};
use std::ops::Range;

/// Types whose variants are told apart by name.
const TYPES: [&str; 13] = [
    "Action",
    "Edit",
    "EditOp",
    "Op",
    "Verb",
    "Record",
    "RecordKey",
    "Refusal",
    "Kind",
    "Row",
    "Piece",
    "Fact",
    "Answer",
];

/// A room's own types end so: `HouseholdAnswer`, `VisitVerb`.
const ENDINGS: [&str; 5] = ["Verb", "Edit", "Refusal", "Fact", "Answer"];

/// Arms that take everything, in a `match` on one of the types: where, and as they are written.
pub(super) fn catch_alls(code: &str) -> Vec<(usize, String)> {
    let impls = impls(code);
    let mut found = Vec::new();
    for at in words(code, "match") {
        let Some(open) = opening(code, at + "match".len()) else {
            continue;
        };
        let arms = arms(code, open);
        let own = impls.iter().rfind(|(block, _)| block.contains(&at));
        let own = own.map_or("", |(_, name)| name.as_str());
        if arms.iter().any(|arm| names_variant(&code[arm.clone()], own)) {
            let taking = arms
                .into_iter()
                .filter(|arm| takes_everything(&code[arm.clone()]));
            found.extend(taking.map(|arm| (arm.start, joined(&code[arm]))));
        }
    }
    found
}

/// The brace after what is looked at. Structures are not written there without parentheses.
fn opening(code: &str, from: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in code.bytes().enumerate().skip(from) {
        match byte {
            b'{' if depth == 0 => return Some(at),
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.checked_sub(1)?,
            b';' if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

/// The patterns of a block, with their guards.
fn arms(code: &str, open: usize) -> Vec<Range<usize>> {
    let end = behind_block(code, open) - 1;
    let mut arms = Vec::new();
    let mut at = open + 1;
    while let Some(arrow) = at_this_depth(code, at..end, "=>") {
        let start =
            at + (code[at..arrow].len() - code[at..arrow].trim_start_matches([' ', '\n', ',', '|']).len());
        arms.push(start..arrow);
        let body = arrow + 2;
        let begins = body + (code[body..end].len() - code[body..end].trim_start().len());
        at = if code[begins..end].starts_with('{') {
            behind_block(code, begins)
        } else {
            at_this_depth(code, begins..end, ",").map_or(end, |comma| comma + 1)
        };
    }
    arms
}

/// Where a sign stands outside of all inner brackets.
fn at_this_depth(code: &str, range: Range<usize>, sign: &str) -> Option<usize> {
    let mut at = range.start;
    while at < range.end {
        if code[at..range.end].starts_with(sign) {
            return Some(at);
        }
        at = match code.as_bytes()[at] {
            b'{' | b'(' | b'[' => behind_block(code, at),
            _ => at + code[at..].chars().next().map_or(1, char::len_utf8),
        };
    }
    None
}

/// The types that are implemented, with their blocks; inner blocks come later.
fn impls(code: &str) -> Vec<(Range<usize>, String)> {
    let blocks = words(code, "impl").filter_map(|at| {
        let begins_line = code[..at]
            .rsplit('\n')
            .next()
            .is_some_and(|line| line.trim().is_empty());
        let open = opening(code, at).filter(|_| begins_line)?;
        let head = &code[at + "impl".len()..open];
        let head = head.split(" where").next().unwrap_or(head);
        let name = head
            .rsplit_once(" for ")
            .map_or_else(|| behind_generics(head), |(_, name)| name);
        let name = name.split('<').next().unwrap_or(name);
        let name = name.rsplit("::").next().unwrap_or(name).trim();
        Some((at..behind_block(code, open), name.to_owned()))
    });
    blocks.collect()
}

/// `impl<T: A<B>> Name<T>` without its first part.
fn behind_generics(head: &str) -> &str {
    let mut depth = 0_usize;
    for (at, letter) in head.char_indices() {
        match letter {
            '<' => depth += 1,
            '>' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && (letter == '>' || at > 0 && !head.trim_start().starts_with('<')) {
            return &head[at + usize::from(letter == '>')..];
        }
    }
    head
}

fn names_variant(pattern: &str, own: &str) -> bool {
    pattern.match_indices("::").any(|(at, _)| {
        let name = pattern[..at]
            .rsplit(|c: char| !c.is_alphanumeric() && c != '_')
            .next()
            .unwrap_or("");
        let name = if name == "Self" { own } else { name };
        is_variant(&pattern[at + 2..]) && is_watched(name)
    })
}

fn is_watched(name: &str) -> bool {
    TYPES.contains(&name) || ENDINGS.iter().any(|ending| name.ends_with(ending))
}

/// Constants are all in capitals.
fn is_variant(text: &str) -> bool {
    text.starts_with(char::is_uppercase) && text.chars().nth(1).is_none_or(|second| !second.is_uppercase())
}

fn takes_everything(arm: &str) -> bool {
    let pattern = at_this_depth(arm, 0..arm.len(), " if ").map_or(arm, |guard| &arm[..guard]);
    is_everything(pattern.trim())
}

fn is_everything(pattern: &str) -> bool {
    if let Some(inside) = pattern.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        return inside
            .split(',')
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .all(is_everything);
    }
    let pattern = pattern.strip_prefix("ref ").unwrap_or(pattern);
    let pattern = pattern.strip_prefix("mut ").unwrap_or(pattern);
    let name = pattern.strip_suffix("@ _").unwrap_or(pattern).trim();
    name == ".."
        || name.starts_with(|c: char| c.is_lowercase() || c == '_')
            && !["true", "false"].contains(&name)
            && name.chars().all(|c| c.is_alphanumeric() || c == '_')
}

/// On one line, as it is quoted.
fn joined(pattern: &str) -> String {
    pattern.split_whitespace().collect::<Vec<_>>().join(" ")
}
