// SPDX-License-Identifier: AGPL-3.0-or-later
//! Until when a plan is to be signed.
use crate::rulebook::{ParameterName, Rules};
use soglia_kernel::calendar::{Day, working_day_after};

/// The last day on which a plan is signed in time: so many working days after its beginning, or after the day of the case
/// (D.Lgs. 147/2017, art. 6).
pub fn due(from: Day, rules: &Rules) -> Day {
    working_day_after(from, rules.number(ParameterName::PlanDeadlineWorkingDays))
}
