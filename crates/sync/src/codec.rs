// SPDX-License-Identifier: AGPL-3.0-or-later
//! What people do, as it rests and travels. Reading and writing it knows every room, and a device that has nothing on its
//! way does without: so whoever keeps changes says where the code for it comes from.
use crate::{
    change::{Change, Delivery, OutboxEntry},
    overlay::Laid,
    wire::{Push, Pushed},
    workfile::{ImportTrouble, WorkFile},
};
use soglia_domain::record::Key;
use soglia_json::Unreadable;

/// The functions that read and write changes.
#[derive(Clone, Copy, Debug)]
pub struct Codec {
    /// Reads an entry of the outbox; none for what only a newer version can read.
    pub read_entry: fn(&[u8]) -> Option<OutboxEntry>,
    /// Writes an entry of the outbox.
    pub write_entry: fn(&OutboxEntry) -> Vec<u8>,
    /// Reads a delivery; none for what only a newer version can read.
    pub read_delivery: fn(&[u8]) -> Option<Delivery>,
    /// Writes a delivery.
    pub write_delivery: fn(&Delivery) -> Vec<u8>,
    /// How many bytes a change takes on its way.
    pub length: fn(&Change) -> usize,
    /// Writes the body of a delivery to the server.
    pub write_push: fn(&Push) -> Vec<u8>,
    /// Reads the answer to it.
    pub read_answers: fn(&[u8]) -> Result<Pushed, Unreadable>,
    /// Lays what an entry does to a record over what is there.
    pub lay: fn(&mut Laid, Key, &str, &OutboxEntry),
    /// Reads a work file.
    pub read_work: fn(&[u8]) -> Result<WorkFile, ImportTrouble>,
    /// Writes a work file.
    pub write_work: fn(&WorkFile) -> Result<Vec<u8>, ImportTrouble>,
}

impl Codec {
    /// As this version reads and writes.
    pub const HERE: Self = Self {
        read_entry: |bytes| soglia_json::from_slice(bytes).ok(),
        write_entry: |entry| soglia_json::to_vec(entry).unwrap_or_default(),
        read_delivery: |bytes| soglia_json::from_slice(bytes).ok(),
        write_delivery: |delivery| soglia_json::to_vec(delivery).unwrap_or_default(),
        length: |change| soglia_json::to_vec(change).map_or(0, |text| text.len()),
        write_push: |push| soglia_json::to_vec(push).unwrap_or_default(),
        read_answers: Pushed::read,
        lay: Laid::add,
        read_work: WorkFile::read,
        write_work: WorkFile::write,
    };
}
