// SPDX-License-Identifier: AGPL-3.0-or-later
//! One record, opened.
use soglia_domain::record::{FieldKey, Stored};
use soglia_sync::change::OutboxEntry;
use std::sync::Arc;

/// A record that a page asked for.
#[derive(Clone, Debug, Default)]
pub enum Open {
    /// It is being read.
    #[default]
    Loading,
    /// It is not on this device.
    Missing,
    /// Here it is.
    Here(Arc<Shown>),
}

impl Open {
    /// Whether it shows the very same: what is laid anew is another thing, so nothing in it has to be compared.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Loading, Self::Loading) | (Self::Missing, Self::Missing) => true,
            (Self::Here(one), Self::Here(other)) => {
                Arc::ptr_eq(&one.stored, &other.stored)
                    && one.pending == other.pending
                    && are_same(&one.refused, &other.refused)
                    && are_same(&one.asked, &other.asked)
            }
            (Self::Loading | Self::Missing | Self::Here(_), _) => false,
        }
    }

    /// The record, once it is here.
    pub fn here(&self) -> Option<&Arc<Shown>> {
        match self {
            Self::Here(shown) => Some(shown),
            Self::Loading | Self::Missing => None,
        }
    }
}

/// A record as the page shows it.
#[derive(Clone, Debug)]
pub struct Shown {
    /// What the server confirmed, with the changes still on this device laid on top.
    pub stored: Arc<Stored>,
    /// Fields whose value is still on this device only.
    pub pending: Vec<FieldKey>,
    /// Changes of this record that came back.
    pub refused: Vec<Arc<OutboxEntry>>,
    /// What was asked about this record, and only the server decides.
    pub asked: Vec<Arc<OutboxEntry>>,
}

fn are_same(entries: &[Arc<OutboxEntry>], others: &[Arc<OutboxEntry>]) -> bool {
    entries.len() == others.len()
        && entries
            .iter()
            .zip(others)
            .all(|(one, other)| Arc::ptr_eq(one, other))
}
