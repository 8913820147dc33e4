// SPDX-License-Identifier: AGPL-3.0-or-later
//! The file that says where the provider is and how the server is known there.
use super::{asking::is_loopback, tax_code};
use crate::private_file;
use openidconnect::{IssuerUrl, RedirectUrl, url::Url};
use serde::Deserialize;
use soglia_domain::tax_code::TaxCode;
use std::path::Path;

/// Where browsers come back to, below the address of the server.
const BACK: &str = "/api/session/oidc/return";

/// As it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    issuer: String,
    client_id: String,
    client_secret: String,
    /// The address at which people open Soglia.
    address: String,
    /// 64 hexadecimal digits.
    tax_code_key: String,
    label: Label,
    #[serde(default = "usual_scopes")]
    scopes: Vec<String>,
    #[serde(default = "usual_claim")]
    claim: String,
    #[serde(default)]
    second_factor_acr: Vec<String>,
}

/// What stands on the button.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Label {
    pub(crate) it: String,
    pub(crate) en: String,
}

fn usual_scopes() -> Vec<String> {
    vec!["profile".to_owned()]
}

fn usual_claim() -> String {
    "fiscal_number".to_owned()
}

/// How the server speaks with the provider. It holds secrets, so it has no `Debug`.
pub(crate) struct Settings {
    pub(super) issuer: IssuerUrl,
    pub(super) client_id: String,
    pub(super) client_secret: String,
    pub(super) back: RedirectUrl,
    pub(super) scopes: Vec<String>,
    pub(super) claim: String,
    pub(super) second_factor_acr: Vec<String>,
    tax_code_key: [u8; 32],
    /// What stands on the button.
    pub(crate) label: Label,
}

impl Settings {
    /// Out of a file that nobody but its owner can read; a sentence where it does not do.
    pub(crate) fn from_file(path: &Path) -> Result<Self, String> {
        let text = private_file::read(path)?;
        let shown = path.display();
        // What the file says is not repeated: it holds secrets.
        let written: Written = serde_json::from_str(&text).map_err(|error| {
            let (line, column) = (error.line(), error.column());
            format!(
                "{shown} does not read as settings of an identity provider, at line {line}, character {column}"
            )
        })?;
        Self::of(written).map_err(|why| format!("{shown}: {why}"))
    }

    fn of(written: Written) -> Result<Self, String> {
        let issuer = address(&written.issuer).ok_or("the issuer is no address on https")?;
        let server = address(&written.address).ok_or("the address of the server is no address on https")?;
        if server.path() != "/" {
            return Err("the address of the server has nothing behind its name".to_owned());
        }
        let back = format!("{}{BACK}", written.address.trim_end_matches('/'));
        let texts = [
            &written.client_id,
            &written.client_secret,
            &written.claim,
            &written.label.it,
            &written.label.en,
        ];
        let lists = written.scopes.iter().chain(&written.second_factor_acr);
        if texts.into_iter().chain(lists).any(|text| text.trim().is_empty()) {
            return Err("a text is empty".to_owned());
        }
        // The address stays as it is written: providers compare it letter by letter.
        let issuer =
            IssuerUrl::new(written.issuer).map_err(|_| format!("{issuer} is no address of an issuer"))?;
        Ok(Self {
            issuer,
            client_id: written.client_id,
            client_secret: written.client_secret,
            back: RedirectUrl::new(back).map_err(|_| "the address of the server does not read".to_owned())?,
            scopes: written.scopes,
            claim: written.claim,
            second_factor_acr: written.second_factor_acr,
            tax_code_key: key(&written.tax_code_key)
                .ok_or("the key for tax codes is not made of 64 hexadecimal digits")?,
            label: written.label,
        })
    }

    /// Whether the provider is a program of this machine.
    pub(super) fn is_here(&self) -> bool {
        is_loopback(self.issuer.url())
    }

    /// A tax code as it rests.
    pub(crate) fn hash(&self, code: &TaxCode) -> String {
        tax_code::hash(&self.tax_code_key, code)
    }
}

/// An address on https, or one of this machine.
fn address(text: &str) -> Option<Url> {
    let url = Url::parse(text).ok()?;
    let is_plain = url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
    let is_safe = url.scheme() == "https" || (url.scheme() == "http" && is_loopback(&url));
    (is_plain && is_safe && url.host().is_some()).then_some(url)
}

fn key(text: &str) -> Option<[u8; 32]> {
    let digits = text.as_bytes();
    if digits.len() != 64 || !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    let mut key = [0; 32];
    for (at, byte) in key.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * at..2 * at + 2)?, 16).ok()?;
    }
    Some(key)
}
