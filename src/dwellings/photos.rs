// SPDX-License-Identifier: AGPL-3.0-or-later
//! The photos of a dwelling: taken or chosen here, shown at once, delivered when there is a network.
mod add;
mod gallery;

use crate::prelude::*;
use crate::{deliveries::photo_queue, record::Subject};
use soglia_domain::dwelling::Dwelling;

/// The part of the record with its photos.
pub(super) fn photos(subject: Subject<Dwelling>) -> AnyView {
    view! {
        {add::add(subject)}
        {photo_queue()}
        {gallery::gallery(subject)}
    }
}
