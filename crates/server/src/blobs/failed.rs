// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is said when photos cannot be read or kept.
use object_store::Error;
use soglia_ledger::store::StoreError;

/// The text names paths, which are made of identities, and nothing of what is inside.
pub(super) fn failed(error: Error) -> StoreError {
    StoreError(format!("photos: {error}"))
}
