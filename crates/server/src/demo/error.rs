// SPDX-License-Identifier: AGPL-3.0-or-later
//! Why there is no demonstration.
use crate::secret::SecretError;
use soglia_ledger::store::StoreError;

/// Why there is no demonstration.
pub(crate) enum DemoError {
    /// The store failed.
    Store(StoreError),
    /// No password could be hashed.
    Secret,
    /// The rules refused an invented action: the generator and the rules have grown apart.
    Refused(&'static str),
}

impl From<StoreError> for DemoError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<SecretError> for DemoError {
    fn from(_: SecretError) -> Self {
        Self::Secret
    }
}
