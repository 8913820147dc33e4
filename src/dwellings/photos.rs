// SPDX-License-Identifier: AGPL-3.0-or-later
//! The photos of a dwelling: taken or chosen here, shown at once, delivered when there is a network.
mod add;
mod gallery;

use super::subject::Subject;
use crate::deliveries::photo_queue;
use crate::prelude::*;

/// The part of the record with its photos.
pub(super) fn photos(subject: Subject) -> AnyView {
    view! {
        {add::add(subject)}
        {photo_queue()}
        {gallery::gallery(subject)}
    }
}
