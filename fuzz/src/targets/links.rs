// SPDX-License-Identifier: AGPL-3.0-or-later
//! Any text behind the sign of a link: what is taken for a token needs no marks in JSON, and its hashes tell it apart from
//! all others.
use serde_json::{Value, json};
use soglia_domain::shared_link::{link_of, pin_hash, token_hash};
use soglia_views::{Token, TokenError, token_length};

/// What must hold of any bytes.
pub fn check(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let n = text.strip_prefix('#').unwrap_or(text).trim().chars().count();
    match Token::parse(text) {
        Ok(token) => is_safe(token.as_str()),
        Err(TokenError::Missing) => assert_eq!(n, 0),
        Err(TokenError::Short { n: told }) => assert!(told == n && n < token_length()),
        Err(TokenError::Long { n: told }) => assert!(told == n && n > token_length()),
        Err(TokenError::Altered) => assert_eq!(n, token_length()),
    }
    // The server hashes whatever is sent for one.
    let (hash, pinned) = (token_hash(text), pin_hash(text, "000000"));
    for hash in [&hash, &pinned] {
        assert!(hash.len() == 71 && hash.starts_with("sha256:"));
    }
    assert_ne!(hash, pinned);
    assert_ne!(pinned, pin_hash(text, "000001"));
    assert_ne!(link_of(text), link_of(&format!("{text} ")));
}

fn is_safe(token: &str) {
    let again = Token::parse(token).ok().expect("a token reads back as itself");
    assert_eq!(again.as_str(), token);
    let body: Value = serde_json::from_str(&format!("{{\"token\":\"{token}\"}}")).expect("it is JSON");
    assert_eq!(body, json!({ "token": token }));
}
