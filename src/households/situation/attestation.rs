// SPDX-License-Identifier: AGPL-3.0-or-later
//! The pages of the ISEE attestation, photographed on the sofa or chosen at the desk; folded until somebody looks, and what
//! draws them is fetched then. Partners are not told of them.
use crate::app::parts::{PIECE, part};
use crate::households::case::Case;
use crate::prelude::*;
use crate::{
    photos::{self, Album},
    text::households::situation as text,
    ui::folded,
};
use soglia_domain::{
    household::{Household, Verb as HouseholdVerb},
    photo::{Photo, PhotoId},
    rooms::{Record, Room as _, Verb},
};

/// The fold. Where the person may add none, only if there are any.
pub(super) fn attestation(case: Case) -> AnyView {
    let n = Memo::new(move |_| case.read(|household| household.attestation.len()));
    let may = case.may(HouseholdVerb::RemovePage {
        page: PhotoId([0; 32]),
    });
    let is_there = Memo::new(move |_| may || n.get() > 0);
    let draw = move || {
        let album = Album {
            desk: case.desk(),
            photos: of,
            add: |page| Verb::Household(HouseholdVerb::AddPage { page }),
            remove: |page| Verb::Household(HouseholdVerb::RemovePage { page }),
            may_add: may,
            may_remove: may,
            stage: None,
            title: None,
        };
        let part = part!(pages_of_attestation in photos: photos::album, fn(Album) -> AnyView);
        part.show(PIECE, move |draw| draw(album))
    };
    live(move || {
        if is_there.get() {
            folded("attestation", move || text::attestation(n.get()), draw)
        } else {
            ().into_any()
        }
    })
}

fn of(record: &Record) -> &[Photo] {
    Household::of(record).map_or(&[], |household| &household.attestation)
}
