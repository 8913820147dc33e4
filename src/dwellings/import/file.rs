// SPDX-License-Identifier: AGPL-3.0-or-later
//! The file that was chosen, read into memory.
use crate::text::dwellings::import as text;
use std::sync::Arc;
use wasm_bindgen_futures::JsFuture;

/// Largest file that the server takes, in bytes.
const MOST_BYTES: f64 = 20.0 * 1024.0 * 1024.0;

/// A file in memory.
#[derive(Clone, PartialEq)]
pub(super) struct Chosen {
    pub(super) name: String,
    pub(super) bytes: Arc<Vec<u8>>,
}

/// Reads a file, unless it is larger than the server takes: then nothing is read.
///
/// # Errors
/// A sentence for the person.
pub(super) async fn read(file: web_sys::File) -> Result<Chosen, String> {
    if file.size() > MOST_BYTES {
        return Err(text::too_large().to_owned());
    }
    let buffer = JsFuture::from(file.array_buffer())
        .await
        .map_err(|_| text::unreadable_file().to_owned())?;
    Ok(Chosen {
        name: file.name(),
        bytes: Arc::new(js_sys::Uint8Array::new(&buffer).to_vec()),
    })
}
