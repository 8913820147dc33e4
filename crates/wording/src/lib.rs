// SPDX-License-Identifier: AGPL-3.0-or-later
//! Sentences for findings, refusals and states, numbers and dates the Italian way, in Italian and English, for the
//! client, the server and what is printed.

/// The languages Soglia speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Italian, first.
    #[default]
    Italian,
    /// English.
    English,
}
