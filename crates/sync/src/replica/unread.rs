// SPDX-License-Identifier: AGPL-3.0-or-later
//! What rests here of a newer version.
use serde::Deserialize;
use soglia_domain::{
    id::ChangeId,
    record::{Key, Kind},
};

/// A change in the outbox that a newer version of the application wrote: what can be told of it without reading what it
/// does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnreadEntry {
    /// Which change.
    pub id: ChangeId,
    /// Its order on its device.
    pub counter: u64,
    /// The kind of record that it is about; none where not even that can be read.
    pub kind: Option<Kind>,
}

impl UnreadEntry {
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        #[derive(Deserialize)]
        struct Entry {
            change: Label,
        }
        #[derive(Deserialize)]
        struct Label {
            id: ChangeId,
            counter: u64,
        }
        #[derive(Deserialize)]
        struct About {
            change: Action,
        }
        #[derive(Deserialize)]
        struct Action {
            action: On,
        }
        #[derive(Deserialize)]
        struct On {
            on: Key,
        }
        let entry: Entry = soglia_json::from_slice(bytes).ok()?;
        let about: Option<About> = soglia_json::from_slice(bytes).ok();
        Some(Self {
            id: entry.change.id,
            counter: entry.change.counter,
            kind: about.map(|about| about.change.action.on.kind),
        })
    }
}
