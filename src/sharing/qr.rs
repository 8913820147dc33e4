// SPDX-License-Identifier: AGPL-3.0-or-later
//! A link as a QR code, which a telephone reads off the tablet.
use crate::prelude::*;
use crate::text::sharing as text;
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write as _;

/// Light squares around the code, as its standard asks.
const QUIET: i32 = 4;

/// The code, always dark on light; nothing where the words are too long for one.
pub(super) fn code(words: &str) -> AnyView {
    let Ok(code) = QrCode::encode_text(words, QrCodeEcc::Medium) else {
        return ().into_any();
    };
    let side = code.size() + 2 * QUIET;
    let frame = format!("0 0 {side} {side}");
    view! {
        <svg class="qr" viewBox=frame role="img" aria-label=text::qr() data-test="share-qr">
            <rect width=side height=side fill="#ffffff"></rect>
            <path d=dark(&code) fill="#000000"></path>
        </svg>
    }
}

/// The dark squares as one path, a row of them at a time.
fn dark(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let first = x;
            while x < code.size() && code.get_module(x, y) {
                x += 1;
            }
            if x > first {
                let n = x - first;
                // Writing to a String cannot fail.
                let _ = write!(path, "M{} {}h{n}v1h-{n}z", first + QUIET, y + QUIET);
            }
            x += 1;
        }
    }
    path
}
