// SPDX-License-Identifier: AGPL-3.0-or-later
//! The devices of a person, as that person sees them.
use serde::{Deserialize, Serialize};
use soglia_domain::id::DeviceId;

/// Answer to `GET /api/devices`: the devices of the one who asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KnownDevices {
    /// The devices, the last used first.
    pub devices: Vec<KnownDevice>,
}

/// One device of a person. Moments are milliseconds since 1970 by the clock of the server.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KnownDevice {
    /// Identity.
    pub device: DeviceId,
    /// What its owner calls it; empty where nobody gave it a name.
    #[serde(default)]
    pub name: String,
    /// First sign-in.
    #[serde(default)]
    pub first_ms: i64,
    /// Last contact.
    #[serde(default)]
    pub last_ms: i64,
    /// When it was revoked.
    #[serde(default)]
    pub revoked_ms: Option<i64>,
    /// When it said that it deleted what it had received.
    #[serde(default)]
    pub wiped_ms: Option<i64>,
    /// Changes that came from it.
    #[serde(default)]
    pub n_changes: u64,
    /// Whether it is the one that asks.
    #[serde(default)]
    pub this: bool,
}

impl std::fmt::Debug for KnownDevice {
    /// The identity alone: people give devices the names of people.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "KnownDevice({})", self.device)
    }
}
