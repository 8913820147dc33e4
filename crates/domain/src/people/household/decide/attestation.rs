// SPDX-License-Identifier: AGPL-3.0-or-later
//! The pages of the attestation.
use crate::{
    context::{Context, Decided, NOTHING},
    household::{Household, HouseholdPart, HouseholdPartId, MOST_PAGES, Refusal},
    photo::{Photo, PhotoId},
};
use soglia_kernel::edit::Edit;

/// One more page.
pub(super) fn add_page(page: &Photo, household: &Household, context: &Context<'_>) -> Decided {
    page.check()?;
    if household.attestation.iter().any(|known| known.id == page.id) {
        return NOTHING;
    }
    if household.attestation.len() >= MOST_PAGES {
        let most = MOST_PAGES as u32;
        return Err(Refusal::TooManyPages { most }.into());
    }
    context.one::<Household>(Edit::Put(HouseholdPart::Page(Box::new(page.clone()))))
}

/// A page that shows too much, or the wrong one.
pub(super) fn remove_page(page: PhotoId, household: &Household, context: &Context<'_>) -> Decided {
    if household.attestation.iter().all(|known| known.id != page) {
        return NOTHING;
    }
    context.one::<Household>(Edit::Drop(HouseholdPartId::Page(page)))
}
