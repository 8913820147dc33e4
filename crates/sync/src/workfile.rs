// SPDX-License-Identifier: AGPL-3.0-or-later
//! A work file: what a person did on a device and the server has not taken, to be brought to another device. Who writes
//! the file encrypts it; here is only what stands inside.
use crate::{change::OutboxEntry, trouble::StorageTrouble};
use serde::{Deserialize, Serialize};
use soglia_domain::id::{DeviceId, PersonId};

/// The layout that this version writes. It reads this one and every earlier one.
pub const FORMAT: u32 = 1;

/// What a work file holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkFile {
    /// Layout.
    pub format: u32,
    /// Whose work it is.
    pub author: PersonId,
    /// The device on which it was written.
    pub device: DeviceId,
    /// When, in milliseconds since 1970 by the clock of that device.
    pub made_ms: i64,
    /// The work, in the order in which it was done.
    pub entries: Vec<OutboxEntry>,
}

/// Why a work file was not taken in. Nothing of it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportTrouble {
    /// It holds the work of somebody else.
    OtherAuthor,
    /// A newer version wrote it: an update is needed first.
    Newer,
    /// The bytes are not a whole work file.
    Damaged,
    /// The device could not store it.
    Storage(StorageTrouble),
}

impl From<StorageTrouble> for ImportTrouble {
    fn from(trouble: StorageTrouble) -> Self {
        Self::Storage(trouble)
    }
}

impl WorkFile {
    /// The file as bytes.
    ///
    /// # Errors
    /// [`ImportTrouble::Damaged`], which no work of this version leads to.
    pub fn write(&self) -> Result<Vec<u8>, ImportTrouble> {
        soglia_json::to_vec(self).map_err(|_| ImportTrouble::Damaged)
    }

    /// The file from its bytes.
    ///
    /// # Errors
    /// [`ImportTrouble::Newer`] or [`ImportTrouble::Damaged`].
    pub fn read(bytes: &[u8]) -> Result<Self, ImportTrouble> {
        #[derive(Deserialize)]
        struct Layout {
            format: u32,
        }
        let layout: Layout = soglia_json::from_slice(bytes).map_err(|_| ImportTrouble::Damaged)?;
        if layout.format > FORMAT {
            return Err(ImportTrouble::Newer);
        }
        // The layout is known and an action in it is not: a newer version added it.
        let file: Self = soglia_json::from_slice(bytes).map_err(|_| ImportTrouble::Newer)?;
        if file.entries.iter().any(|entry| entry.change.is_newer()) {
            return Err(ImportTrouble::Newer);
        }
        Ok(file)
    }
}
