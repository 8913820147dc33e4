// SPDX-License-Identifier: AGPL-3.0-or-later
//! The money: where it comes from, and for what it is set aside. Decided at the server only, because a sum must not be
//! passed however many devices ask at once.
pub mod commitment;
pub mod funding_source;
