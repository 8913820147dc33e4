// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a store says when it fails.
use std::fmt;

/// The store failed; the text is for the operator and holds no personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoreError(pub String);

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        // The text of the error may quote a value, which is personal; its place is enough.
        Self(format!(
            "stored JSON does not read at line {} column {}",
            error.line(),
            error.column()
        ))
    }
}

/// What the store gives back.
pub type Outcome<T> = Result<T, StoreError>;
