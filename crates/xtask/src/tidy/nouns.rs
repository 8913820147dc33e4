// SPDX-License-Identifier: AGPL-3.0-or-later
//! The kernel holds no noun of housing: what it says holds for records of every kind, and a noun would be the first
//! exception for one of them.
//!
//! Comments and tests may give examples, and so may texts, in backticks. "Housing", "partner" and "city" are not looked for:
//! roles of people stand in the kernel, because access is declared with them.

use super::tree::Tree;
use super::violation::Violation;

/// Each in the singular and in the plural. Words that are at home in any program, such as "member", are left out.
const NOUNS: [[&str; 2]; 8] = [
    ["household", "households"],
    ["dwelling", "dwellings"],
    ["tenancy", "tenancies"],
    ["tenant", "tenants"],
    ["landlord", "landlords"],
    ["rent", "rents"],
    ["isee", "isees"],
    ["eviction", "evictions"],
];

pub(super) fn check(tree: &Tree) -> Vec<Violation> {
    let sources = tree.sources.iter().filter(|source| source.is_rust());
    let mut found = Vec::new();
    for source in sources.filter(|source| source.lies_in("crates/kernel/src")) {
        for (number, line) in source.code_before_tests() {
            let said = parts(&without_examples(line));
            if let Some([noun, _]) = NOUNS
                .iter()
                .find(|forms| said.iter().any(|part| forms.contains(&part.as_str())))
            {
                let why = format!("says `{noun}`: the kernel holds no noun of housing, rooms do");
                found.push(Violation::at(source, number, why));
            }
        }
    }
    found
}

/// A line without what stands in backticks; Rust has them nowhere but in texts.
fn without_examples(line: &str) -> String {
    line.split('`').step_by(2).collect()
}

/// The words of a line in small letters: `DwellingId` and `dwelling_id` both say "dwelling", and `parent` does not say
/// "rent".
fn parts(line: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut was_small = false;
    for letter in line.chars() {
        if !letter.is_alphabetic() || (letter.is_uppercase() && was_small) {
            parts.push(std::mem::take(&mut part));
        }
        if letter.is_alphabetic() {
            part.extend(letter.to_lowercase());
        }
        was_small = letter.is_lowercase();
    }
    parts.push(part);
    parts
}
