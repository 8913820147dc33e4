// SPDX-License-Identifier: AGPL-3.0-or-later
//! The day around which everything is invented.
use soglia_domain::calendar::Day;

/// The day around which everything is invented.
pub const TODAY: Day = Day::constant(2026, 11, 22);
