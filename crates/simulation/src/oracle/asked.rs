// SPDX-License-Identifier: AGPL-3.0-or-later
//! What must hold on each device at any moment, and not only in the end.
use crate::device::Device;
use soglia_domain::record::Key;

/// What only the server decides changes nothing on a device.
///
/// # Errors
/// In words, what does not hold.
pub(crate) fn shows_nothing_asked(n: usize, device: &Device) -> Result<(), String> {
    let shows = device.with(async |replica| {
        let asked: Vec<Key> = replica
            .outbox()
            .iter()
            .filter(|entry| entry.asks())
            .map(|entry| entry.change.action.on)
            .collect();
        if replica
            .outbox()
            .iter()
            .any(|entry| entry.asks() && !entry.edits.is_empty())
        {
            return asked.first().copied();
        }
        for key in asked {
            let confirmed = replica.confirmed(key).await.ok().flatten();
            let shown = replica.shown(key).await.ok().and_then(|laid| laid.stored.clone());
            // Only the coordination works on these records, and only by asking: what shows is what is confirmed.
            if shown != confirmed.map(|read| read.stored.clone()) {
                return Some(key);
            }
        }
        None
    });
    match shows.flatten() {
        Some(key) => Err(format!("device {n} shows of {key} what was only asked")),
        None => Ok(()),
    }
}
