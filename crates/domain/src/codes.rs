// SPDX-License-Identifier: AGPL-3.0-or-later
//! The codes of offices, read once, at the edge.
pub mod identifier;
pub mod tax_code;
