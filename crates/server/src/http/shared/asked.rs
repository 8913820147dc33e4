// SPDX-License-Identifier: AGPL-3.0-or-later
//! What whoever has a link sends.
use schemars::JsonSchema;
use serde::Deserialize;

/// Who asks, by what their link carries. Never in an address: those stand in logs.
#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "ShareToken")]
pub(in crate::http) struct Asked {
    /// 22 characters of base64url, out of the part of the link that browsers send to nobody.
    #[schemars(extend("pattern" = "^[A-Za-z0-9_-]{22}$"))]
    pub(super) token: String,
    /// In which language: a code such as `it`. In that of the link where it says nothing, and where the view is not to be had in it.
    #[serde(default)]
    pub(super) language: Option<String>,
    /// The PIN, where the link asks for one.
    #[serde(default)]
    #[schemars(extend("maxLength" = 20))]
    pub(super) pin: Option<String>,
    /// Whose visit it is: 22 characters of base64url that the page draws, for a link that asks for a PIN or opens one time
    /// only. With it the page reads on for an hour.
    #[serde(default)]
    #[schemars(extend("maxLength" = 60))]
    pub(super) visit: Option<String>,
}
