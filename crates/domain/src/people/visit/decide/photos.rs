// SPDX-License-Identifier: AGPL-3.0-or-later
//! Photos of a visit: what was seen, at the visit and after it.
use crate::{
    context::{Context, Decided, NOTHING},
    photo::{Photo, PhotoId},
    visit::{MOST_VISIT_PHOTOS, Refusal, Visit, VisitPart, VisitPartId, VisitState},
};
use soglia_kernel::edit::Edit;

/// What came of a visit may be photographed too, a door that nobody opened among it; of one that was called off there is
/// nothing to see.
pub(super) fn add_photo(photo: &Photo, visit: &Visit, context: &Context<'_>) -> Decided {
    photo.check()?;
    if visit.photos.iter().any(|known| known.id == photo.id) {
        return NOTHING;
    }
    match visit.state {
        VisitState::Planned | VisitState::Done { .. } | VisitState::NotPossible { .. } => {}
        VisitState::Cancelled { .. } => return Err(Refusal::Over.into()),
    }
    if visit.photos.len() >= MOST_VISIT_PHOTOS {
        let most = MOST_VISIT_PHOTOS as u32;
        return Err(Refusal::TooManyPhotos { most }.into());
    }
    context.one::<Visit>(Edit::Put(VisitPart::Photo(Box::new(photo.clone()))))
}

/// Whatever became of the visit: a photo that shows too much of somebody has to go.
pub(super) fn remove_photo(photo: PhotoId, visit: &Visit, context: &Context<'_>) -> Decided {
    if visit.photos.iter().all(|known| known.id != photo) {
        return NOTHING;
    }
    context.one::<Visit>(Edit::Drop(VisitPartId::Photo(photo)))
}
