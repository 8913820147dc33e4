// SPDX-License-Identifier: AGPL-3.0-or-later
//! Signing in at the identity provider of the City.
use serde::{Deserialize, Serialize};
use soglia_domain::id::DeviceId;

/// Answer to `GET /api/session/oidc`: what stands on the button.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProviderOffered {
    /// In Italian.
    pub it: String,
    /// In English.
    pub en: String,
}

/// Answer to `POST /api/session/oidc`.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProviderBegun {
    /// The page of the provider, to which the browser goes.
    pub address: String,
}

/// Answer to `POST /api/session/oidc/person`: who came back.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProviderPerson {
    /// The name by which they sign in.
    pub sign_in: String,
}

/// `POST /api/session/oidc/finish`: sign in, as who came back.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProviderFinish {
    /// The browser profile, drawn once by the device.
    pub device: DeviceId,
    /// What its owner calls the device, for the list of devices.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device_name: Option<String>,
    /// A code of the second factor, where the person has one and the provider did not ask for another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

/// `PUT /api/accounts/{person}/tax-code`: by which code the provider lets somebody in.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LinkedCode {
    /// The tax code. It is not kept as it is.
    pub tax_code: String,
}
