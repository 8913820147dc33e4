// SPDX-License-Identifier: AGPL-3.0-or-later
//! What this tab tells the others.
use crate::device::{
    tabs::{self, Told},
    writer,
};

/// Tells the other tabs that there is something new in the store.
pub(crate) fn tell_written() {
    if let Some(store) = writer::store() {
        tabs::tell(&Told::Wrote(store));
    }
}
