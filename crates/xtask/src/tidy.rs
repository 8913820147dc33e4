// SPDX-License-Identifier: AGPL-3.0-or-later
//! `cargo xtask tidy`: the rules of the house that a program can check. Each violation is one line.

mod catch_all;
mod circles;
mod failures;
mod figures;
mod glossary;
mod icons;
mod layers;
mod leftovers;
mod named;
mod nouns;
mod paths;
mod plain;
mod shape;
mod tree;
mod violation;

use tree::Tree;
use violation::Violation;

use crate::place::Place;
use crate::shell::{Outcome, say, stop};

const RULES: [fn(&Tree) -> Vec<Violation>; 12] = [
    layers::check,
    figures::check,
    shape::check,
    leftovers::check,
    glossary::check,
    nouns::check,
    paths::check,
    failures::check,
    circles::check,
    catch_all::check,
    icons::check,
    named::check,
];

pub(crate) fn tidy(place: &Place) -> Outcome {
    let tree = Tree::read(&place.root)?;
    let violations = check(&tree);
    for violation in &violations {
        say(&violation.to_string());
    }
    match violations.len() {
        0 => {
            say(&format!("{} files are tidy.", tree.sources.len()));
            Ok(())
        }
        n => stop(format!("tidy found {n} thing(s) to mend.")),
    }
}

fn check(tree: &Tree) -> Vec<Violation> {
    let mut violations: Vec<_> = RULES.iter().flat_map(|rule| rule(tree)).collect();
    violations.sort();
    violations
}

#[cfg(test)]
mod tests;
