// SPDX-License-Identifier: AGPL-3.0-or-later
//! What must hold on each device.
use super::{partners::has_what_it_was_given, records::Records};
use crate::{device::Device, world::World};
use soglia_domain::{
    author::Author,
    diary_entry::DiaryEntry,
    record::{Key, Stored},
    rooms::Room as _,
    scope,
};
use soglia_sync::{codec::Codec, outbox::to_send};

/// A record as somebody is told it; none where it does not exist, or not for them.
fn visible(author: &Author, records: &Records, key: Key) -> Option<Stored> {
    let stored = records.get(&key)?;
    let root = |key| records.get(&key).map(|root| &root.record);
    scope::sees(author, &stored.record, root).then(|| scope::told(author, stored))
}

/// A device shows what its person may see, no more and no less; and the same after it starts again.
pub(super) fn agrees(world: &World, n: usize, device: &Device, records: &Records) -> Result<(), String> {
    let author = &world.people[device.person];
    let mut reopened = Device::new(device.person, device.signed_in.clone());
    reopened.storage = device.storage.clone();
    reopened.boot();
    for key in world.pool.keys() {
        let expected = visible(author, records, key);
        for device in [device, &reopened] {
            let confirmed = device
                .with(async |replica| replica.confirmed(key).await.ok().flatten())
                .flatten()
                .map(|read| read.stored.as_ref().clone());
            if confirmed != expected {
                let here = confirmed.map(|stored| stored.position);
                let there = expected.map(|stored| stored.position);
                return Err(format!(
                    "device {n} has {key} at {here:?}, and the server at {there:?}"
                ));
            }
        }
        let laid = reopened.with(async |replica| replica.shown(key).await.ok().and_then(|laid| laid.row()));
        if reopened.rows.get(&key) != laid.flatten().as_ref() {
            return Err(format!("device {n} lists {key} otherwise than it shows it"));
        }
    }
    Ok(())
}

/// Whatever the play thought of: no record is on a device whose person may not see it, an entry of the diary least of all.
pub(super) fn has_nothing_of_others(
    world: &World,
    n: usize,
    device: &Device,
    records: &Records,
) -> Result<(), String> {
    let author = &world.people[device.person];
    for stored in device.everything() {
        let key = stored.key;
        if !world.pool.keys().contains(&key) {
            return Err(format!("device {n} has {key}, which nobody began"));
        }
        let is_confirmed = device
            .with(async |replica| replica.knows(key))
            .unwrap_or_default();
        let confirmed = device.with(async |replica| replica.confirmed(key).await.ok().flatten());
        if let Some(confirmed) = confirmed.flatten() {
            has_what_it_was_given(author, &confirmed.stored, records)
                .map_err(|what| format!("device {n}: {what}"))?;
        }
        if is_confirmed && visible(author, records, key).is_none() {
            let sort = if DiaryEntry::of(&stored.record).is_some() {
                "the entry"
            } else {
                "the record"
            };
            return Err(format!(
                "device {n} has {sort} {key}, which its person may not see"
            ));
        }
    }
    Ok(())
}

/// What still waits builds on something that came back.
pub(super) fn has_nothing_left_to_send(n: usize, device: &Device) -> Result<(), String> {
    let left = device.with(async |replica| to_send(replica.outbox(), None, 1, Codec::HERE.length).changes);
    match left.unwrap_or_default().first() {
        Some(change) => Err(format!("device {n} did not send {}", change.id.0.simple())),
        None => Ok(()),
    }
}
