// SPDX-License-Identifier: AGPL-3.0-or-later
//! The order of changes on their device.
use serde::Deserialize;
use soglia_domain::id::{ChangeId, DeviceId, PersonId};
use std::collections::BTreeMap;

/// What has to be readable of every change: which, whose, and its order.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Label {
    /// Which.
    pub id: ChangeId,
    /// Made where.
    pub device: DeviceId,
    /// Its order there.
    pub counter: u64,
    /// By whom.
    pub author: PersonId,
}

/// Why a parcel of changes is not taken at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutOfOrder {
    /// The changes of one device do not follow each other by their counters.
    Unordered,
    /// The device was answered about a change that this store never saw: earlier changes are missing here.
    EarlierMissing,
}

/// Whether the changes of each device follow each other.
///
/// # Errors
/// [`OutOfOrder::Unordered`].
pub fn check_order(labels: &[Label]) -> Result<(), OutOfOrder> {
    let mut last: BTreeMap<DeviceId, u64> = BTreeMap::new();
    for label in labels {
        if last
            .insert(label.device, label.counter)
            .is_some_and(|before| before >= label.counter)
        {
            return Err(OutOfOrder::Unordered);
        }
    }
    Ok(())
}
