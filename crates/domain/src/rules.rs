// SPDX-License-Identifier: AGPL-3.0-or-later
//! The rules: functions of facts and of the rulebook. They know no verbs.
pub mod adequacy;
pub mod certificate;
pub mod eligibility;
pub mod finding;
pub mod fit;
pub mod rent;
pub mod rulebook;
pub mod what_if;
