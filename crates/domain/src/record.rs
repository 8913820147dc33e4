// SPDX-License-Identifier: AGPL-3.0-or-later
//! Records of any kind as they are stored, and the edits of a decision.
use crate::rooms::{EditOp, Record};
use serde::{Deserialize, Serialize};
use soglia_kernel::calendar::Timestamp;

pub use crate::rooms::{Review, Stored};
pub use soglia_kernel::{
    key::{Identity, Key, Kind, NotAKey},
    stored::{Around, FieldKey, LogPosition, Revision, Written},
};

/// One fact about one record, as a decision gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Edit {
    /// The record it changes.
    pub record: Key,
    /// How.
    pub op: EditOp,
}

/// The record as it begins at a place in the order.
pub fn beginning(record: Record, position: LogPosition) -> Stored {
    Stored {
        key: record.key(),
        version: record.version(),
        roots: record.roots(),
        position,
        created: position,
        last_by: String::new(),
        last_at: Timestamp::default(),
        revisions: Default::default(),
        reviews: Vec::new(),
        record,
    }
}
