// SPDX-License-Identifier: AGPL-3.0-or-later
//! What exists and what is allowed: a room for each kind of record, and the rules.
//!
//! This crate knows no clock, no chance, no network, no storage and no browser: time, identifiers and records come in
//! as arguments, and what leaves is a decision with its reasons. The same code runs on the tablet and at the server.
#![warn(missing_docs)]

#[macro_use]
mod list;

pub mod action;
pub mod choosing;
pub mod city;
pub mod codes;
pub mod context;
pub mod decide;
pub mod funding;
pub mod ground;
pub mod homes;
pub mod id;
pub mod people;
pub mod pictured;
pub mod record;
pub mod rooms;
pub mod rules;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
pub mod scope;
pub mod sharing;
pub mod stock;

#[cfg(test)]
mod world;

// The rooms, the rules and what every room is made of, each by its own name.
pub use city::*;
pub use codes::{identifier, tax_code};
pub use dwelling::{measure, photo, title};
pub use funding::*;
pub use homes::*;
pub use people::*;
pub use rules::{adequacy, certificate, eligibility, finding, fit, rent, rulebook, what_if};
pub use sharing::*;
pub use soglia_kernel::{
    access, answer, area, author, calendar, digest, edit, key, merge, moment, money, never, question, review,
    said, shape,
};
pub use stock::*;
