// SPDX-License-Identifier: AGPL-3.0-or-later
//! The order of changes on their device.
use serde::{Deserialize, Deserializer, de::Error as _};
use soglia_domain::id::{ChangeId, DeviceId, PersonId};
use soglia_sync::change::MOST_COUNTER;
use std::collections::BTreeMap;

/// A whole number as programs of every kind write it: JSON does not tell 7 from 7.0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whole(pub u64);

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = serde_json::Number::deserialize(deserializer)?;
        let whole = number.as_u64().or_else(|| {
            let number = number.as_f64()?;
            let is_exact = number.fract() == 0.0 && (0.0..=MOST_COUNTER as f64).contains(&number);
            is_exact.then_some(number as u64)
        });
        whole
            .map(Self)
            .ok_or_else(|| D::Error::custom("a whole number of 0 or more is expected"))
    }
}

fn whole<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    Whole::deserialize(deserializer).map(|whole| whole.0)
}

/// What has to be readable of every change: which, whose, and its order.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Label {
    /// Which.
    pub id: ChangeId,
    /// Made where.
    pub device: DeviceId,
    /// Its order there.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = MOST_COUNTER)))]
    #[serde(deserialize_with = "whole")]
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
