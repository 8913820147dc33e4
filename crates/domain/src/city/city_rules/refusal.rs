// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is refused about the rules.

soglia_kernel::refusals! {
    /// Why something about the rules is refused.
    pub enum Refusal {
        /// Nothing was decided about the rules so far.
        unknown_rules Unknown,
        /// What was read in a published text cannot be set otherwise.
        not_amendable NotAmendable,
        /// The value does not go with the parameter.
        value_does_not_fit ValueDoesNotFit,
        /// The first day lies before the parameter holds, or too far ahead.
        day_out_of_range DayOutOfRange,
        /// More scenarios, or more suppositions in one, than anybody looks at; or none at all.
        scenario_out_of_range ScenarioOutOfRange,
    }
}
