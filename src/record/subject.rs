// SPDX-License-Identifier: AGPL-3.0-or-later
//! The record that a page is about, with its kind: what its parts read of it, and how they write. All that does not need
//! the kind stands in the [`Desk`] behind it.
use super::desk::Desk;
use soglia_domain::{record::Identity, rooms::Room};
use std::{marker::PhantomData, ops::Deref};

/// An open record of one kind.
pub struct Subject<R> {
    desk: Desk,
    room: PhantomData<fn() -> R>,
}

impl<R> Clone for Subject<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for Subject<R> {}

impl<R> Deref for Subject<R> {
    type Target = Desk;

    /// What needs no kind is done by the desk, which is there once for all kinds.
    fn deref(&self) -> &Desk {
        &self.desk
    }
}

impl<R: Room> Subject<R> {
    /// Opens a record by its identity.
    pub fn open(id: impl Identity) -> Self {
        Self {
            desk: Desk::at(id.key()),
            room: PhantomData,
        }
    }

    /// The desk alone, for parts that serve every kind.
    pub fn desk(self) -> Desk {
        self.desk
    }

    /// Reads something of the record; the default while it is not here. Tracks.
    pub fn read<T: Default>(self, read: impl FnOnce(&R) -> T) -> T {
        let shown = self.shown();
        let room = shown.as_ref().and_then(|shown| R::of(&shown.stored.record));
        room.map(read).unwrap_or_default()
    }
}
