// SPDX-License-Identifier: AGPL-3.0-or-later
//! The tax code out of a claim, and the form in which it rests.
use crate::secret;
use hmac::{Hmac, Mac};
use serde_json::Value;
use sha2::Sha256;
use soglia_domain::tax_code::TaxCode;

/// How SPID and CIE mark an Italian tax code.
const MARK: &str = "TINIT-";

/// What is hashed with a key is told apart by what it is.
const OF_A_TAX_CODE: &[u8] = b"soglia tax code\0";

/// The tax code of a claim: a text, marked or not, in any case. Letters in the place of digits make another code: nobody is taken
/// for somebody whose code is alike.
pub(super) fn parse(claim: &Value) -> Option<TaxCode> {
    let text = claim.as_str()?.trim();
    let bare = match text.get(..MARK.len()) {
        Some(mark) if mark.eq_ignore_ascii_case(MARK) => text.get(MARK.len()..)?,
        _ => text,
    };
    let is_plain = bare.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_plain.then(|| TaxCode::parse(bare).ok()).flatten()
}

/// A tax code as it rests: whoever has the database cannot try codes without the key.
pub(super) fn hash(key: &[u8; 32], code: &TaxCode) -> String {
    // HMAC fills a short key up with zeros to the length of a block; done here, nothing can fail.
    let mut block = [0; 64];
    block[..key.len()].copy_from_slice(key);
    let mut hashing = Hmac::<Sha256>::new(&block.into());
    hashing.update(OF_A_TAX_CODE);
    hashing.update(code.as_str().as_bytes());
    secret::hex(&hashing.finalize().into_bytes())
}
