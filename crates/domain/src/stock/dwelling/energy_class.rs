// SPDX-License-Identifier: AGPL-3.0-or-later
//! The ten classes of an energy certificate.
use serde::{Deserialize, Serialize};

/// Energy class of the certificate, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "the class is its name")]
pub enum EnergyClass {
    A4,
    A3,
    A2,
    A1,
    B,
    C,
    D,
    E,
    F,
    G,
}

impl EnergyClass {
    /// All ten, best first.
    pub const ALL: [Self; 10] = [
        Self::A4,
        Self::A3,
        Self::A2,
        Self::A1,
        Self::B,
        Self::C,
        Self::D,
        Self::E,
        Self::F,
        Self::G,
    ];

    /// The class as printed on the certificate.
    pub const fn key(self) -> &'static str {
        ["A4", "A3", "A2", "A1", "B", "C", "D", "E", "F", "G"][self as usize]
    }
}
