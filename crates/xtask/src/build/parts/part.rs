// SPDX-License-Identifier: AGPL-3.0-or-later
//! One part of the client, and where its file lies.

/// One part of the client: the file it is made of, if it is not empty, and the shared parts it needs.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) has_file: bool,
    pub(crate) needs: Vec<String>,
}

/// Where the file of a part lies, from the folder that is served.
pub(crate) fn path_of(name: &str) -> String {
    format!("parts/{name}.wasm")
}
