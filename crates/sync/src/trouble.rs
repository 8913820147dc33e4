// SPDX-License-Identifier: AGPL-3.0-or-later
//! What goes wrong where changes rest.

/// Why something could not be stored or read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageTrouble {
    /// The space that the browser grants is used up.
    Full,
    /// The store is closed: nobody is signed in, or another tab opened it with a newer version.
    Closed,
    /// Another tab wrote in the meantime: read again, then try again.
    Overtaken,
    /// The device failed; trying again may help.
    Failed,
}
