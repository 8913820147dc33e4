// SPDX-License-Identifier: AGPL-3.0-or-later
//! `cargo xtask tidy`: the rules of the house that a program can check. Each violation is one line.

mod failures;
mod figures;
mod glossary;
mod layers;
mod leftovers;
mod paths;
mod shape;
mod tree;

use std::fmt;

use tree::{Source, Tree};

use crate::place::Place;
use crate::shell::{Outcome, say, stop};

/// One thing to mend, and why.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Violation {
    path: String,
    line: usize,
    why: String,
}

impl Violation {
    /// Lines count from 1; what concerns a file as a whole stands at line 1.
    fn at(source: &Source, line: usize, why: impl Into<String>) -> Self {
        Self {
            path: source.path.clone(),
            line,
            why: why.into(),
        }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.why)
    }
}

const RULES: [fn(&Tree) -> Vec<Violation>; 7] = [
    layers::check,
    figures::check,
    shape::check,
    leftovers::check,
    glossary::check,
    paths::check,
    failures::check,
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
