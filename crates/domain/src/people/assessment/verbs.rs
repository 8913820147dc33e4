// SPDX-License-Identifier: AGPL-3.0-or-later
//! What people do with an assessment. The two departments write it together.
use super::Assessment;
use crate::id::HouseholdId;
use soglia_kernel::{access::Roles, calendar::Day, key::Identity};

soglia_kernel::verbs! {
    /// What people do with an assessment.
    pub enum Verb about Assessment, said Anywhere {
        /// Begin one. Earlier ones stand.
        begin Begin {
            /// Whose case.
            household: HouseholdId,
            /// The day it is about.
            day: Day,
        } by Roles::TEAM, Anywhere, names [household.key()];
        /// Close it: from now on it stands as it is.
        close Close {} by Roles::TEAM, Anywhere;
    }
}
