// SPDX-License-Identifier: AGPL-3.0-or-later
//! The photos of a record: taken or chosen here, shown at once, delivered when there is a network. What is drawn is the same
//! for every kind; an [`Album`] says how a kind holds and names its photos.
mod add;
mod album;
mod gallery;

pub use album::Album;

use crate::deliveries::photo_queue;
use crate::prelude::*;

/// The photos of a record, with the way to add more.
pub fn album(album: Album) -> AnyView {
    let add = album.may_add.then(|| add::add(album));
    view! {
        {add}
        {photo_queue()}
        {gallery::gallery(album)}
    }
}
