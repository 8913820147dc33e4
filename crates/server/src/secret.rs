// SPDX-License-Identifier: AGPL-3.0-or-later
//! Passwords and session tokens.
use argon2::{
    Argon2,
    password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString},
};
use soglia_domain::digest::sha256_hex;
use std::fmt::Write as _;

/// The machine gave no random bytes, or a hash could not be made.
#[derive(Debug)]
pub(crate) struct SecretError;

/// 32 random bytes in hex: a session token, or a password that nobody has to remember.
pub(crate) fn random_hex<const N: usize>() -> Result<String, SecretError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| SecretError)?;
    Ok(hex(&bytes))
}

/// A random key.
pub(crate) fn random() -> Result<[u8; 32], SecretError> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|_| SecretError)?;
    Ok(bytes)
}

/// What the store keeps of a token: whoever reads the database cannot use it to sign in.
pub(crate) fn token_hash(token: &str) -> String {
    sha256_hex(token.as_bytes())
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            // Writing into a text cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
}

/// argon2id with the parameters of the library, which are those OWASP asks for. Slow on purpose.
pub(crate) fn hash_password(password: &str) -> Result<String, SecretError> {
    let mut salt = [0; 16];
    getrandom::fill(&mut salt).map_err(|_| SecretError)?;
    let salt = SaltString::encode_b64(&salt).map_err(|_| SecretError)?;
    let hash = Argon2::default()
        .hash_password(password.as_bytes(), &salt)
        .map_err(|_| SecretError)?;
    Ok(hash.to_string())
}

/// Whether a password is the one hashed. Without a hash it takes as long and says no, so that the time does not tell
/// which names exist.
pub(crate) fn is_password(password: &str, hash: Option<&str>) -> bool {
    let Some(parsed) = hash.and_then(|hash| PasswordHash::new(hash).ok()) else {
        let _ = hash_password(password);
        return false;
    };
    Argon2::default()
        .verify_password(password.as_bytes(), &parsed)
        .is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_recognised_and_another_is_not() {
        let hash = hash_password("una frase lunga").expect("random bytes");
        assert!(hash.starts_with("$argon2id$"));
        assert!(is_password("una frase lunga", Some(&hash)));
        assert!(!is_password("un'altra frase", Some(&hash)));
        assert!(!is_password("una frase lunga", None));
    }
}
