// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is kept of what opens a link: hashes alone, that lead back to nothing.
use crate::id::SharedLinkId;
use soglia_kernel::digest::sha256_hex;
use uuid::Uuid;

/// How a hash begins; 64 lower-case hexadecimal digits follow.
const BEGINS: &str = "sha256:";

/// Digits of a hash.
const DIGITS: usize = 64;

/// The identity of the link of a token: whoever has the token finds the record, and nobody finds the token from it.
pub fn link_of(token: &str) -> SharedLinkId {
    let digits = sha256_hex(format!("soglia-link {token}").as_bytes());
    // 32 hexadecimal digits are always a number of 128 bits.
    SharedLinkId(Uuid::from_u128(
        u128::from_str_radix(&digits[..32], 16).unwrap_or_default(),
    ))
}

/// What a record keeps of a token: nobody who reads it can follow the link.
pub fn token_hash(token: &str) -> String {
    format!("{BEGINS}{}", sha256_hex(token.as_bytes()))
}

/// What a record keeps of a PIN. It is mixed with the token, which rests nowhere: whoever reads the record cannot try all PINs.
pub fn pin_hash(token: &str, pin: &str) -> String {
    format!(
        "{BEGINS}{}",
        sha256_hex(format!("soglia-pin {token} {pin}").as_bytes())
    )
}

/// Whether a text has the form of a hash.
pub(super) fn is_hash(text: &str) -> bool {
    let is_digit = |sign: u8| matches!(sign, b'0'..=b'9' | b'a'..=b'f');
    text.strip_prefix(BEGINS)
        .is_some_and(|digits| digits.len() == DIGITS && digits.bytes().all(is_digit))
}
