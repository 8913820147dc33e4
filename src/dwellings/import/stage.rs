// SPDX-License-Identifier: AGPL-3.0-or-later
//! How far an import came.
use super::answer::Answer;
use std::sync::Arc;

/// How far the import came.
#[derive(Clone, PartialEq)]
pub(super) enum Stage {
    /// Nothing was read yet.
    Choose,
    /// The server reads the file; nothing is stored.
    Reading,
    /// What the file was understood as.
    Understood(Arc<Answer>),
    /// The server imports.
    Writing,
    /// It is done; the report says what became of every row.
    Done(Arc<Answer>),
    /// Nothing was stored, and here is why.
    Failed {
        /// What was asked for when it failed.
        writing: bool,
        /// In words.
        why: String,
    },
}
