// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who opened a shared link.
use serde::{Deserialize, Serialize};

/// Answer to `GET /api/shared/{id}/views`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SharedViews {
    /// Newest first, the last 200.
    pub views: Vec<SharedViewed>,
}

/// One time that somebody opened a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SharedViewed {
    /// When, in milliseconds since 1970 by the clock of the server.
    pub at_ms: i64,
    /// What kind of device: `phone`, `tablet`, `computer` or `other`. Never an address.
    pub device: String,
}
