// SPDX-License-Identifier: AGPL-3.0-or-later
//! The photos of a record: taken or chosen here, shown at once, delivered when there is a network. What is drawn is the same
//! for every kind; an [`Album`] says how a kind holds and names its photos.
mod add;
mod gallery;

use crate::prelude::*;
use crate::{deliveries::photo_queue, record::Desk};
use soglia_domain::{
    photo::{Photo, PhotoId, PhotoStage},
    rooms::{Record, Verb},
};

/// Whose photos, and what is done with them.
#[derive(Clone, Copy)]
pub struct Album {
    /// The record that names them.
    pub desk: Desk,
    /// Those that it names.
    pub photos: fn(&Record) -> &[Photo],
    /// Adds one.
    pub add: fn(Photo) -> Verb,
    /// Takes one out.
    pub remove: fn(PhotoId) -> Verb,
    /// Whether the person may add one.
    pub may_add: bool,
    /// Whether the person may take one out.
    pub may_remove: bool,
    /// Which moment of the works the next ones show most likely; none where there are no works.
    pub stage: Option<PhotoStage>,
    /// What they are called; none inside something that says it already.
    pub title: Option<&'static str>,
}

impl Album {
    /// The name of a field in the page. Several albums inside others may be open at once.
    fn field(&self, what: &str) -> String {
        match self.title {
            Some(_) => format!("photo-{what}"),
            None => format!("photo-{what}-{}", self.desk.key.id),
        }
    }
}

/// The photos of a record, with the way to add more.
pub fn album(album: Album) -> AnyView {
    let add = album.may_add.then(|| add::add(album));
    view! {
        {add}
        {photo_queue()}
        {gallery::gallery(album)}
    }
}
