// SPDX-License-Identifier: AGPL-3.0-or-later
//! How a kind of records holds and names its photos.
use crate::record::Desk;
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
    pub(super) fn field(&self, what: &str) -> String {
        match self.title {
            Some(_) => format!("photo-{what}"),
            None => format!("photo-{what}-{}", self.desk.key.id),
        }
    }
}
