// SPDX-License-Identifier: AGPL-3.0-or-later
//! The token of a link: drawn here, kept sealed on this device so that the link can be shown again, and told to nobody else.
use crate::prelude::*;
use crate::{
    routes::origin,
    state::{draft, keep_draft, random_bytes},
};
use soglia_domain::id::SharedLinkId;

/// Bytes of a token.
const BYTES: u32 = 16;

/// 128 random bits in base64url; none where the browser gives no random bytes.
pub(super) fn draw() -> Option<String> {
    let bytes = random_bytes(BYTES)?;
    let binary: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    let text = window().btoa(&binary).ok()?;
    Some(text.trim_end_matches('=').replace('+', "-").replace('/', "_"))
}

fn name(link: SharedLinkId) -> String {
    format!("link/{link}")
}

/// Keeps the token of a link that was made here.
pub(super) fn keep(link: SharedLinkId, token: String) {
    keep_draft(&name(link), Some(token));
}

/// Forgets it: the link is over.
pub(super) fn forget(link: SharedLinkId) {
    keep_draft(&name(link), None);
}

/// The whole link, where it was made on this device.
pub(super) fn address(link: SharedLinkId) -> Option<String> {
    draft(&name(link)).map(|token| format!("{}/condiviso#{token}", origin()))
}
