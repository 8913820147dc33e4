// SPDX-License-Identifier: AGPL-3.0-or-later
//! JSON Lines in, what the rules say about each out (docs/formats.md). The command line lends its input and output; a
//! library, so that tests and the fuzzer reach it too.
#![warn(missing_docs)]

mod evaluate;
mod json_lines;
mod rent;

pub use evaluate::evaluate;
pub use json_lines::Tally;
pub use rent::{ceilings, verify};
