// SPDX-License-Identifier: AGPL-3.0-or-later
//! The stock: what there is to live in.
pub mod dwelling;
