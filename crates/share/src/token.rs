// SPDX-License-Identifier: AGPL-3.0-or-later
//! The token in the address of this page.
use soglia_prelude::window;
pub(crate) use soglia_views::{Token, TokenError, token_length as length};

/// What the address of this page carries.
pub(crate) fn in_address() -> Result<Token, TokenError> {
    Token::parse(&window().location().hash().unwrap_or_default())
}
