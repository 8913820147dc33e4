// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which lines are written about requests.

/// Which lines are written about requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Log {
    /// None.
    Off,
    /// One for each request, for people.
    Requests,
    /// One JSON object for each request.
    Json,
}
