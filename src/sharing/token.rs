// SPDX-License-Identifier: AGPL-3.0-or-later
//! What opens a link: its token, and its PIN where it asks for one. Drawn here, kept sealed on this device so that the link can
//! be shown again, and told to nobody else.
use crate::prelude::*;
use crate::{
    routes::origin,
    state::{draft, keep_draft, random_bytes},
};
use soglia_domain::{id::SharedLinkId, shared_link::PIN_DIGITS};

/// Bytes of a token.
const BYTES: u32 = 16;

/// Random bytes for the digits of a PIN: so many that no digit is likelier than another by anything that counts.
const PIN_BYTES: u32 = 8;

/// What opens a link. It is in no `Debug` output.
#[derive(Clone)]
pub(super) struct Opens {
    /// 128 random bits in base64url.
    pub(super) token: String,
    /// Digits; none where none are asked for.
    pub(super) pin: Option<String>,
}

impl Opens {
    /// Draws it; none where the browser gives no random bytes.
    pub(super) fn draw(with_pin: bool) -> Option<Self> {
        let bytes = random_bytes(BYTES)?;
        let binary: String = bytes.iter().map(|byte| char::from(*byte)).collect();
        let text = window().btoa(&binary).ok()?;
        let token = text.trim_end_matches('=').replace('+', "-").replace('/', "_");
        let pin = if with_pin { Some(pin()?) } else { None };
        Some(Self { token, pin })
    }

    /// The whole link.
    pub(super) fn address(&self) -> String {
        format!("{}/condiviso#{}", origin(), self.token)
    }
}

fn pin() -> Option<String> {
    let bytes = random_bytes(PIN_BYTES)?;
    let number = bytes
        .iter()
        .fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    let width = PIN_DIGITS;
    Some(format!("{:0width$}", number % 10_u64.pow(width as u32)))
}

fn name(link: SharedLinkId) -> String {
    format!("link/{link}")
}

/// Keeps what opens a link that was made here.
pub(super) fn keep(link: SharedLinkId, opens: &Opens) {
    let Opens { token, pin } = opens;
    let words = [Some(token.as_str()), pin.as_deref()].into_iter().flatten();
    keep_draft(&name(link), Some(words.collect::<Vec<_>>().join(" ")));
}

/// Forgets it: the link is over.
pub(super) fn forget(link: SharedLinkId) {
    keep_draft(&name(link), None);
}

/// What opens a link that was made on this device.
pub(super) fn kept(link: SharedLinkId) -> Option<Opens> {
    let words = draft(&name(link))?;
    let mut words = words.split(' ').map(str::to_owned);
    Some(Opens {
        token: words.next()?,
        pin: words.next(),
    })
}
