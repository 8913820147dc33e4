// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which images a record names. Their bytes travel apart, and whoever is told of one in a record may look at it there.
use crate::photo::PhotoId;

/// What every kind of record says about images. It has no answer by itself: a kind that forgot to name its images would
/// hide them from everybody, and one that named too many would open them.
pub trait Pictured {
    /// The images that the record names. Of a record as somebody is told it these are the images that this person may see.
    fn images(&self) -> Vec<PhotoId>;
}

/// Says that records of a kind never name an image.
macro_rules! no_images {
    ($content:ident) => {
        impl $crate::pictured::Pictured for $content {
            fn images(&self) -> Vec<$crate::photo::PhotoId> {
                Vec::new()
            }
        }
    };
}

pub(crate) use no_images;
