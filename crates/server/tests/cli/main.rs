// SPDX-License-Identifier: AGPL-3.0-or-later
//! The command line as a script meets it: lines in, lines out, an exit code.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod check;
mod command;
mod evaluate;
mod formats;
mod rent;
mod schema;
