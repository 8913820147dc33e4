// SPDX-License-Identifier: AGPL-3.0-or-later
//! What exists and what is allowed.
//!
//! This crate knows no clock, no chance, no network, no storage and no browser: time, identifiers and records come in
//! as arguments, and what leaves is a decision with its reasons. The same code runs on the tablet and at the server.
#![warn(missing_docs)]

mod facts;
mod in_order;

pub mod action;
pub mod adequacy;
pub mod answer;
pub mod apply;
pub mod area;
pub mod author;
pub mod calendar;
pub mod certificate;
pub mod decide;
pub mod digest;
pub mod dwelling;
pub mod edit;
pub mod eligibility;
pub mod finding;
pub mod fit;
pub mod household;
pub mod id;
pub mod identifier;
pub mod measure;
pub mod merge;
pub mod money;
pub mod photo;
pub mod record;
pub mod refusal;
pub mod rent;
pub mod review;
pub mod rulebook;
pub mod scope;
pub mod tax_code;
pub mod title;
pub mod what_if;
