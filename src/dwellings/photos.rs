// SPDX-License-Identifier: AGPL-3.0-or-later
//! The photos of a dwelling.
use crate::app::parts::{PIECE, part};
use crate::prelude::*;
use crate::{
    photos::{self, Album},
    record::Subject,
    text::photos as text,
};
use soglia_domain::{
    dwelling::{Dwelling, DwellingStateKind, Verb as DwellingVerb},
    photo::{Photo, PhotoStage},
    rooms::{Record, Room as _, Verb},
};

/// The part of the record with its photos.
pub(super) fn photos(subject: Subject<Dwelling>) -> AnyView {
    let kind = untrack(|| subject.read(|dwelling| Some(dwelling.state.kind())));
    let album = Album {
        desk: subject.desk(),
        photos: of,
        add: |photo| Verb::Dwelling(DwellingVerb::AddPhoto { photo }),
        remove: |photo| Verb::Dwelling(DwellingVerb::RemovePhoto { photo }),
        may_add: true,
        may_remove: true,
        stage: Some(likely_stage(kind)),
        title: Some(text::of_dwelling()),
    };
    let part = part!(photos_of_dwelling in photos: photos::album, fn(Album) -> AnyView);
    part.show(PIECE, move |draw| draw(album))
}

fn of(record: &Record) -> &[Photo] {
    Dwelling::of(record).map_or(&[], |dwelling| &dwelling.photos)
}

/// What a photo most likely shows, by the state of the dwelling.
const fn likely_stage(state: Option<DwellingStateKind>) -> PhotoStage {
    match state {
        Some(DwellingStateKind::ToAssess | DwellingStateKind::ToRefurbish) => PhotoStage::Before,
        Some(DwellingStateKind::UnderWorks) => PhotoStage::During,
        _ => PhotoStage::Other,
    }
}
