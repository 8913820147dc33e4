// SPDX-License-Identifier: AGPL-3.0-or-later
//! Files that hold something secret: read only where nobody but their owner can read them.
use std::{fs::Metadata, path::Path};

/// What such a file holds, without the end of its last line; a sentence where it cannot be read or others read it too.
pub(crate) fn read(path: &Path) -> Result<String, String> {
    let shown = path.display();
    let unreadable = |error| format!("{shown} cannot be read: {error}");
    let about = std::fs::metadata(path).map_err(unreadable)?;
    if let Some(mode) = open_to_others(&about) {
        return Err(format!(
            "{shown} is open to others than its owner (mode {mode:o}): chmod 600 {shown}"
        ));
    }
    let text = std::fs::read_to_string(path).map_err(unreadable)?;
    let text = text.trim_end_matches(['\r', '\n']);
    if text.is_empty() {
        return Err(format!("there is nothing in {shown}"));
    }
    Ok(text.to_owned())
}

/// The mode of what others than its owner may use.
#[cfg(unix)]
pub(crate) fn open_to_others(about: &Metadata) -> Option<u32> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = about.permissions().mode() & 0o777;
    (mode & 0o077 != 0).then_some(mode)
}

#[cfg(not(unix))]
pub(crate) fn open_to_others(_: &Metadata) -> Option<u32> {
    None
}
