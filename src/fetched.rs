// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is fetched when it is asked for, and may not come.

/// A part of the client could not be fetched.
#[derive(Clone, Copy, Debug)]
pub struct NotFetched;

#[cfg(feature = "parts")]
impl From<wasm_split_helpers::SplitLoaderError> for NotFetched {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        // The script that fetches parts has told the console why.
        Self
    }
}
