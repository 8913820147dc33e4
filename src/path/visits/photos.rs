// SPDX-License-Identifier: AGPL-3.0-or-later
//! The photos of a visit, folded until somebody looks: what draws them is fetched then.
use super::folded;
use crate::app::parts::{PIECE, part};
use crate::prelude::*;
use crate::{
    photos::{self, Album},
    record::Desk,
    text::path::visits as text,
};
use soglia_domain::{
    id::VisitId,
    photo::Photo,
    record::Identity as _,
    rooms::{Record, Room as _, Verb},
    visit::{Verb as VisitVerb, Visit},
};

/// The fold. Where the person may add none, only if there are any.
pub(super) fn photos(id: VisitId, visit: Memo<Option<Visit>>, may_add: bool, may_remove: bool) -> AnyView {
    let n = Memo::new(move |_| visit.with(|visit| visit.as_ref().map_or(0, |visit| visit.photos.len())));
    let is_there = Memo::new(move |_| may_add || n.get() > 0);
    let draw = move || {
        let album = Album {
            desk: Desk::at(id.key()),
            photos: of,
            add: |photo| Verb::Visit(VisitVerb::AddPhoto { photo }),
            remove: |photo| Verb::Visit(VisitVerb::RemovePhoto { photo }),
            may_add,
            may_remove,
            stage: None,
            title: None,
        };
        let part = part!(photos_of_visit in photos: photos::album, fn(Album) -> AnyView);
        part.show(PIECE, move |draw| draw(album))
    };
    live(move || {
        if is_there.get() {
            folded("visit-photos", move || text::photos(n.get()), draw)
        } else {
            ().into_any()
        }
    })
}

fn of(record: &Record) -> &[Photo] {
    Visit::of(record).map_or(&[], |visit| &visit.photos)
}
