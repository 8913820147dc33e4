// SPDX-License-Identifier: AGPL-3.0-or-later
//! Erasing a household for good: out of the log and the records, out of the files of the database, and its images.
use crate::{blobs::Blobs, store::Backend};
use soglia_domain::followed::goes_on;
use soglia_ledger::{
    erasure::{Asked, Erased, erase},
    store::Outcome,
};

/// Erases, in the name of who decided. Nothing that is gone already is a failure: it may be asked for again after the
/// machine went down half-way.
pub(crate) async fn erase_all(store: &Backend, blobs: &Blobs, asked: &Asked<'_>) -> Outcome<Erased> {
    let erased = erase(store, asked, goes_on).await?;
    if erased != Erased::GoesOn {
        erase_images(store, blobs).await?;
        store.sweep().await?;
    }
    Ok(erased)
}

/// Deletes the images that an erasure left over.
pub(crate) async fn erase_images(store: &Backend, blobs: &Blobs) -> Outcome<()> {
    for id in store.images_to_erase().await? {
        blobs.erase(id).await?;
        store.image_is_gone(id).await?;
    }
    Ok(())
}
