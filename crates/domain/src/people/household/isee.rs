// SPDX-License-Identifier: AGPL-3.0-or-later
//! An attested ISEE.
use serde::{Deserialize, Serialize};
use soglia_kernel::{calendar::Day, money::Money};

/// Which ISEE an attestation carries. Only the ordinary one and the current one count for housing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum IseeKind {
    /// Ordinario.
    Ordinary,
    /// Corrente.
    Current,
    /// Minorenni.
    Minors,
    /// Socio-sanitario.
    SocialHealth,
    /// Università.
    University,
    /// The 2026 value for family benefits and inclusion only.
    #[serde(rename = "family_2026")]
    Family2026,
}

impl IseeKind {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Ordinary,
        Self::Current,
        Self::Minors,
        Self::SocialHealth,
        Self::University,
        Self::Family2026,
    ];

    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Ordinary => "ordinary",
            Self::Current => "current",
            Self::Minors => "minors",
            Self::SocialHealth => "social_health",
            Self::University => "university",
            Self::Family2026 => "family_2026",
        }
    }
}

/// An attested ISEE.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Isee {
    /// Which one; none while nobody has read it on the attestation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<IseeKind>,
    /// The attested value.
    pub value: Money,
    /// Day on which the declaration (DSU) was presented; none when not at hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dsu_date: Option<Day>,
    /// Its protocol, as INPS writes it; none when not at hand. An [`IseeProtocol`](crate::identifier::IseeProtocol)
    /// reads it where it is said; whoever reads the record later need not do so again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub protocol: Option<String>,
}

impl std::fmt::Debug for Isee {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Isee(…)")
    }
}
