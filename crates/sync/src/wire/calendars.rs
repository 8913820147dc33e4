// SPDX-License-Identifier: AGPL-3.0-or-later
//! The address from which somebody's calendar fetches.
use serde::{Deserialize, Serialize};

/// Answer to `GET /api/calendar` and `POST /api/calendar`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Calendar {
    /// Since when there is an address, in milliseconds since 1970 by the clock of the server; none where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since_ms: Option<i64>,
    /// The address below that of the server, told once: when it is made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
}

impl std::fmt::Debug for Calendar {
    /// Whoever knows the address reads the calendar.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Calendar({:?})", self.since_ms)
    }
}
