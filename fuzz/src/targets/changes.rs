// SPDX-License-Identifier: AGPL-3.0-or-later
//! Any bytes as what a device delivers: the reader of the client and that of the server say the same, and what was read is
//! written as it was.
use soglia_sync::wire::{Push, Pushed};

/// What must hold of any bytes.
pub fn check(bytes: &[u8]) {
    let general = serde_json::from_slice::<Push>(bytes).ok();
    // Ours takes no structure that is written as a list; the general one does.
    if let Ok(ours) = soglia_json::from_slice::<Push>(bytes) {
        assert_eq!(Some(&ours), general.as_ref());
    }
    if let Some(push) = general {
        let text = soglia_json::to_string(&push).expect("it can be written");
        assert_eq!(
            soglia_json::from_slice::<Push>(text.as_bytes()).as_ref(),
            Ok(&push)
        );
        assert_eq!(text, serde_json::to_string(&push).expect("it can be written"));
    }
    if let Ok(pushed) = Pushed::read(bytes) {
        let text = soglia_json::to_string(&pushed).expect("it can be written");
        assert_eq!(Pushed::read(text.as_bytes()).as_ref(), Ok(&pushed));
    }
}
