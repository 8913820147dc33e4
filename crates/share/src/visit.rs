// SPDX-License-Identifier: AGPL-3.0-or-later
//! The name of a visit, drawn by the page and forgotten with the tab: whoever opened a link that opens one time only may load
//! it again, and whoever gave a PIN need not give it for each photo.
use soglia_prelude::window;

const KEPT: &str = "soglia-visit";

/// Bytes of a name.
const BYTES: usize = 16;

/// The name of the visit of this tab; drawn at the first call. None where the browser draws no random bytes.
pub(crate) fn name() -> Option<String> {
    let kept = window().session_storage().ok().flatten();
    let before = kept.as_ref().and_then(|kept| kept.get_item(KEPT).ok().flatten());
    if before.is_some() {
        return before;
    }
    let mut bytes = [0_u8; BYTES];
    window()
        .crypto()
        .ok()?
        .get_random_values_with_u8_array(&mut bytes)
        .ok()?;
    let binary: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    let text = window().btoa(&binary).ok()?;
    let name = text.trim_end_matches('=').replace('+', "-").replace('/', "_");
    if let Some(kept) = kept {
        // A browser that keeps nothing draws another name when the page is loaded again.
        kept.set_item(KEPT, &name).ok();
    }
    Some(name)
}
