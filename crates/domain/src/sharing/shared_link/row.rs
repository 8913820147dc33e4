// SPDX-License-Identifier: AGPL-3.0-or-later
//! What lists need of a shared link, held in memory on the device.
use super::{Consent, SharedLink, SharedLinkState, SharedView};
use crate::{id::SharedLinkId, tongue::Tongue};
use serde::{Deserialize, Serialize};
use soglia_kernel::{
    calendar::{Day, Timestamp},
    key::Key,
    stored::{Around, LogPosition},
};

/// What lists need of a shared link.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Identity.
    pub id: SharedLinkId,
    /// The record that it shows.
    pub of: Key,
    /// What it shows.
    pub view: SharedView,
    /// The language in which it opens.
    pub language: Tongue,
    /// Whether it asks for a PIN.
    pub has_pin: bool,
    /// Whether it opens one time only.
    pub once: bool,
    /// When what it shows was copied; none where it follows the record.
    pub frozen: Option<Timestamp>,
    /// The consent that it rests on; none where it needs none.
    pub consent: Option<Consent>,
    /// For whom, in words.
    pub to: String,
    /// The last day on which it shows something.
    pub until: Day,
    /// Whether it was taken back.
    pub is_revoked: bool,
    /// Who made it.
    pub by_name: String,
    /// When.
    pub at: Timestamp,
    /// Place of the last change.
    pub position: LogPosition,
}

impl Row {
    /// The record under which lists look for it; none for one that stands by itself.
    pub const fn root(&self) -> Option<Key> {
        Some(self.of)
    }

    /// Number of values waiting for a choice.
    pub const fn n_reviews(&self) -> u8 {
        0
    }

    /// Whether it shows something on a day.
    pub fn is_open_on(&self, today: Day) -> bool {
        !self.is_revoked && today <= self.until
    }

    /// The row of a link.
    pub fn of(link: &SharedLink, around: &Around) -> Self {
        Self {
            id: link.id,
            of: link.view.of(),
            view: link.view,
            language: link.terms.language,
            has_pin: link.terms.pin_hash.is_some(),
            once: link.terms.once,
            frozen: link.snapshot.as_ref().map(|snapshot| snapshot.at),
            consent: link.terms.consent.clone(),
            to: link.to.clone(),
            until: link.until,
            is_revoked: link.state != SharedLinkState::Open,
            by_name: link.by_name.clone(),
            at: link.at,
            position: around.position,
        }
    }
}

impl std::fmt::Debug for Row {
    /// Without for whom it is.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "shared_link::Row({}, {})", self.id, self.of)
    }
}
