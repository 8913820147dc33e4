// SPDX-License-Identifier: AGPL-3.0-or-later
//! What people do with the rules of the City.
use super::CityRules;
use crate::{
    id::{AmendmentId, ScenarioId},
    rulebook::{NewValue, ParameterName},
};
use soglia_kernel::{access::Roles, author::Role, calendar::Day};

/// Who keeps the rules.
const COORDINATION: Roles = Roles::of(&[Role::Coordinator]);

soglia_kernel::verbs! {
    /// What people do with the rules of the City.
    pub enum Verb about CityRules, said Anywhere {
        /// Set an assumed parameter of the rulebook otherwise.
        amend Amend {
            /// Drawn by the device.
            amendment: AmendmentId,
            /// Which parameter.
            parameter: ParameterName,
            /// To what.
            value: NewValue,
            /// First day on which it holds.
            from: Day,
            /// Why.
            reason: String,
        } by COORDINATION, Anywhere;
        /// Keep parameters that are supposed otherwise, to look at them again. It changes no rule.
        save_scenario SaveScenario {
            /// Drawn by the device.
            scenario: ScenarioId,
            /// What people call it.
            name: String,
            /// What is supposed.
            changes: Vec<(ParameterName, NewValue)>,
        } by Roles::CITY, Anywhere;
        /// Take out a scenario that nobody needs any more.
        remove_scenario RemoveScenario {
            /// Which.
            scenario: ScenarioId,
        } by Roles::CITY, Anywhere;
    }
}
