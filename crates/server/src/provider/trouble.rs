// SPDX-License-Identifier: AGPL-3.0-or-later
//! Why the provider proved nobody.

/// Why nobody was proven.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// The provider does not answer, or not in time.
    Unreachable,
    /// The clock of the provider and that of the server differ by more than a minute.
    Clock,
    /// The answer holds no tax code where one was expected.
    NoTaxCode,
    /// The answer does not hold; the words are for who runs the server.
    Answer(&'static str),
}
