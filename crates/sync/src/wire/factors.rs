// SPDX-License-Identifier: AGPL-3.0-or-later
//! The second factor that somebody signs in with.
use serde::{Deserialize, Serialize};

/// Answer to `GET /api/second-factor`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SecondFactor {
    /// Whether a code is asked for at the sign-in.
    pub active: bool,
    /// Whether the role of the person needs one.
    pub needed: bool,
    /// Codes for the day on which the telephone is gone that are left.
    pub n_recovery: u32,
}

/// `POST /api/second-factor`: begin one.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BeginFactor {
    /// The password, once more: whoever finds a tablet open cannot shut its owner out.
    pub password: String,
}

/// Answer to `POST /api/second-factor`: told once.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FactorKey {
    /// The key in base32, to type into the telephone.
    pub key: String,
    /// The same as an address that programs for such codes open.
    pub address: String,
    /// Squares on a side of the address as a QR code, with its quiet zone.
    pub side: u32,
    /// Its dark squares as the path of an SVG.
    pub dark: String,
}

/// `PUT /api/second-factor` confirms one, `POST /api/second-factor/end` ends it.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FactorCode {
    /// Six digits of the telephone; to end it also a code for the day on which it is gone.
    #[cfg_attr(feature = "schema", schemars(extend("maxLength" = 40)))]
    pub code: String,
}

/// Answer to `PUT /api/second-factor`: told once.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecoveryCodes {
    /// Codes for the day on which the telephone is gone. Each opens once.
    pub codes: Vec<String>,
}

/// Each of them opens an account, so none shows what it holds.
macro_rules! secret {
    ($($name:ident),*) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(stringify!($name))
            }
        }
    )*};
}

secret!(BeginFactor, FactorKey, FactorCode, RecoveryCodes);
