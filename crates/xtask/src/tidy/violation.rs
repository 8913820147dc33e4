// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a rule finds.

use super::tree::Source;
use std::fmt;

/// One thing to mend, and why.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Violation {
    path: String,
    line: usize,
    why: String,
}

impl Violation {
    /// Lines count from 1; what concerns a file as a whole stands at line 1.
    pub(super) fn at(source: &Source, line: usize, why: impl Into<String>) -> Self {
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
