// SPDX-License-Identifier: AGPL-3.0-or-later
//! One person of a household.
use super::MemberFacts;
use crate::id::MemberId;
use serde::{Deserialize, Serialize};

/// One person of a household.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Member {
    /// Number inside the household.
    pub id: MemberId,
    /// What is known about the person.
    #[serde(default)]
    pub facts: MemberFacts,
}

impl std::fmt::Debug for Member {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Member({})", self.id)
    }
}
