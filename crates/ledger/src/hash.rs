// SPDX-License-Identifier: AGPL-3.0-or-later
//! A hash as it stands in the log.
use soglia_domain::digest::sha256_hex;
use std::fmt;

/// A SHA-256 in small hexadecimal letters; empty at the beginning of a chain.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Hash([u8; 64]);

impl Default for Hash {
    fn default() -> Self {
        Self([b'0'; 64])
    }
}

impl Hash {
    /// Reads a hash as it rests; none where the text is no hash.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes: [u8; 64] = text.as_bytes().try_into().ok()?;
        let is_hex = |byte: &u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(byte);
        bytes.iter().all(is_hex).then_some(Self(bytes))
    }

    /// The hash of bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self::parse(&sha256_hex(bytes)).unwrap_or_default()
    }

    /// The hash of texts: each with its length before it, so that no text can pass for another division of the same letters.
    pub fn of_parts(parts: &[&str]) -> Self {
        let length: usize = parts.iter().map(|part| part.len() + 8).sum();
        let mut bytes = Vec::with_capacity(length);
        for part in parts {
            bytes.extend((part.len() as u64).to_le_bytes());
            bytes.extend(part.as_bytes());
        }
        Self::of(&bytes)
    }

    /// As it rests.
    pub fn as_str(&self) -> &str {
        // Made of hexadecimal letters only.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
