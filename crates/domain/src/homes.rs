// SPDX-License-Identifier: AGPL-3.0-or-later
//! Homes: what binds a household to a dwelling.
pub mod placement;
