// SPDX-License-Identifier: AGPL-3.0-or-later
//! What may be in the way of a sign-in or of a store.
use crate::{
    device::{crypto::CryptoTrouble, http::HttpTrouble},
    state::StorageTrouble,
};
use soglia_sync::storage;

/// Why a sign-in failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignInError {
    /// Name or password are not right.
    WrongNameOrPassword,
    /// Name and password are right; a code of the second factor is needed besides.
    CodeNeeded,
    /// The code does not fit, or was used before.
    WrongCode,
    /// Too many attempts; after a while it works again.
    TooManyAttempts,
    /// The server could not be reached: the first sign-in needs it.
    NoNetwork,
    /// The server failed.
    Server {
        /// The HTTP status.
        status: u16,
    },
    /// This device could not store who signed in.
    NotSaved(StorageTrouble),
    /// The browser offers no cryptography at this address.
    NoCrypto,
}

/// Why a store did not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnlockError {
    /// Another phrase opens it. The next try has to wait this long, in milliseconds.
    Wrong {
        /// Milliseconds, none for the first tries.
        wait_ms: i64,
    },
    /// After wrong tries the next one has to wait.
    Wait {
        /// Milliseconds.
        wait_ms: i64,
    },
    /// This device could not read it.
    NotOpened(StorageTrouble),
    /// The browser offers no cryptography at this address.
    NoCrypto,
}

impl From<HttpTrouble> for SignInError {
    fn from(trouble: HttpTrouble) -> Self {
        match trouble {
            HttpTrouble::NoNetwork => Self::NoNetwork,
            HttpTrouble::SignedOut => Self::WrongNameOrPassword,
            HttpTrouble::Problem(problem) => match problem.status {
                401 if problem.code == "code_needed" => Self::CodeNeeded,
                401 => Self::WrongCode,
                403 => Self::WrongNameOrPassword,
                429 => Self::TooManyAttempts,
                status => Self::Server { status },
            },
            HttpTrouble::NotUnderstood => Self::Server { status: 200 },
        }
    }
}

impl From<storage::StorageTrouble> for SignInError {
    fn from(trouble: storage::StorageTrouble) -> Self {
        Self::NotSaved(trouble.into())
    }
}

impl From<StorageTrouble> for SignInError {
    fn from(trouble: StorageTrouble) -> Self {
        Self::NotSaved(trouble)
    }
}

impl From<CryptoTrouble> for SignInError {
    fn from(_: CryptoTrouble) -> Self {
        Self::NoCrypto
    }
}

impl From<storage::StorageTrouble> for UnlockError {
    fn from(trouble: storage::StorageTrouble) -> Self {
        Self::NotOpened(trouble.into())
    }
}

impl From<StorageTrouble> for UnlockError {
    fn from(trouble: StorageTrouble) -> Self {
        Self::NotOpened(trouble)
    }
}
