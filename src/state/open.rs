// SPDX-License-Identifier: AGPL-3.0-or-later
//! One record, opened.
use soglia_domain::record::{FieldKey, Stored};
use soglia_sync::change::OutboxEntry;
use std::sync::Arc;

/// A record that a page asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
    /// The record, once it is here.
    pub fn here(&self) -> Option<&Arc<Shown>> {
        match self {
            Self::Here(shown) => Some(shown),
            Self::Loading | Self::Missing => None,
        }
    }
}

/// A record as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// What the server confirmed, with the changes still on this device laid on top.
    pub stored: Stored,
    /// Fields whose value is still on this device only.
    pub pending: Vec<FieldKey>,
    /// Changes of this record that came back.
    pub refused: Vec<Arc<OutboxEntry>>,
    /// What was asked about this record, and only the server decides.
    pub asked: Vec<Arc<OutboxEntry>>,
}
