// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a link carries after the sign `#`. Browsers send this part of an address to nobody, so it stands in no log.

/// 128 bits in base64url without padding.
const LENGTH: usize = 22;

/// The last of them carries two bits and four zeros.
const LAST: [char; 4] = ['A', 'Q', 'g', 'w'];

/// Opens what somebody shares. Whoever has it may read, so it is in no `Debug` output.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

/// Why an address has no token. Each is a sentence of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenError {
    /// Nothing follows the sign `#`.
    Missing,
    /// Too little follows: the link was cut.
    Short {
        /// Characters that are there.
        n: usize,
    },
    /// Too much follows: other text hangs on the link.
    Long {
        /// Characters that are there.
        n: usize,
    },
    /// It cannot have been made by the server: it was copied by hand, or a program changed it.
    Altered,
}

impl Token {
    /// Reads what follows the address, with or without its sign `#`.
    ///
    /// # Errors
    /// It is no token, and why.
    pub fn parse(fragment: &str) -> Result<Self, TokenError> {
        let text = fragment.strip_prefix('#').unwrap_or(fragment).trim();
        let n = text.chars().count();
        if n == 0 {
            return Err(TokenError::Missing);
        }
        let is_made_so = |sign: char| sign.is_ascii_alphanumeric() || sign == '-' || sign == '_';
        if n < LENGTH {
            return Err(TokenError::Short { n });
        }
        if n > LENGTH {
            return Err(TokenError::Long { n });
        }
        if !text.chars().all(is_made_so) || !text.ends_with(LAST) {
            return Err(TokenError::Altered);
        }
        Ok(Self(text.to_owned()))
    }

    /// For the question to the server.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Characters of a whole token, for the sentences.
pub const fn length() -> usize {
    LENGTH
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = "AbCdEfGhIjKlMnOpQrSt-g";

    fn error(fragment: &str) -> Option<TokenError> {
        Token::parse(fragment).err()
    }

    #[test]
    fn a_whole_token_is_read_with_and_without_its_sign() {
        assert_eq!(error(WHOLE), None);
        assert_eq!(error(&format!("#{WHOLE}")), None);
    }

    #[test]
    fn what_is_wrong_is_told_apart() {
        assert_eq!(error(""), Some(TokenError::Missing));
        assert_eq!(error("#"), Some(TokenError::Missing));
        assert_eq!(error(&WHOLE[..15]), Some(TokenError::Short { n: 15 }));
        assert_eq!(error(&format!("{WHOLE}).")), Some(TokenError::Long { n: 24 }));
        assert_eq!(error("AbCdEfGhIjKlMnOpQrSt.g"), Some(TokenError::Altered));
    }

    #[test]
    fn bits_that_no_token_has_are_refused() {
        assert_eq!(error("AbCdEfGhIjKlMnOpQrSt-h"), Some(TokenError::Altered));
    }
}
