// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which households the list shows, and in which order.
use crate::state::{Hit, Rows, touches};
use soglia_domain::key::Identity as _;
use soglia_domain::{household::Row as HouseholdRow, id::HouseholdId};
use soglia_search::sorted;
use soglia_sync::change::{OutboxEntry, OutboxState};
use std::{collections::BTreeMap, sync::Arc};

/// What the list is narrowed to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Show {
    /// Every household.
    #[default]
    All,
    /// With an open offer.
    WithOffer,
    /// Without one.
    WithoutOffer,
    /// With values waiting for a choice.
    ToReview,
    /// With changes that are still on this device only.
    OnDevice,
}

impl Show {
    pub(super) const ALL: [Self; 5] = [
        Self::All,
        Self::WithOffer,
        Self::WithoutOffer,
        Self::ToReview,
        Self::OnDevice,
    ];

    /// Its name inside the page.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::WithOffer => "with-offer",
            Self::WithoutOffer => "without-offer",
            Self::ToReview => "to-review",
            Self::OnDevice => "on-device",
        }
    }

    /// By its name inside the page.
    pub(super) fn of(key: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|show| show.key() == key)
            .unwrap_or_default()
    }
}

/// The order of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Order {
    /// The last changed first.
    #[default]
    LastChange,
    /// By name.
    Name,
}

impl Order {
    /// Its name inside the page.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::LastChange => "last-change",
            Self::Name => "name",
        }
    }

    /// By its name inside the page.
    pub(super) fn of(key: &str) -> Self {
        if key == Self::Name.key() {
            Self::Name
        } else {
            Self::LastChange
        }
    }
}

/// What the list is asked for; kept while the person moves between pages.
#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct Asking {
    pub(super) words: String,
    pub(super) show: Show,
    pub(super) order: Order,
}

/// The households with changes that have not arrived yet; true where one came back and waits for its author.
pub(super) fn on_device(outbox: &[Arc<OutboxEntry>]) -> BTreeMap<HouseholdId, bool> {
    let mut waiting = BTreeMap::new();
    for entry in outbox {
        let came_back = matches!(
            entry.state,
            OutboxState::Refused { .. } | OutboxState::Quarantined { .. }
        );
        for key in touches(&entry.change.action) {
            if let Some(id) = HouseholdId::of_key(key) {
                *waiting.entry(id).or_insert(false) |= came_back;
            }
        }
    }
    waiting
}

/// The rows to show.
pub(super) fn asked_for(rows: &Rows, asking: &Asking, on_device: &BTreeMap<HouseholdId, bool>) -> Vec<Hit> {
    let mut hits = rows.search_households(asking.words.trim());
    hits.retain(|hit| {
        rows.households
            .get(hit.row)
            .is_some_and(|row| shows(asking.show, row, on_device))
    });
    match asking.order {
        // So they come; while words are searched for, the best match stays first.
        Order::LastChange => hits,
        Order::Name => {
            let named = hits
                .into_iter()
                .map(|hit| (rows.households[hit.row].label.to_lowercase(), hit))
                .collect();
            let named = sorted(named, &mut |a: &(String, Hit), b| a.0.cmp(&b.0));
            named.into_iter().map(|(_, hit)| hit).collect()
        }
    }
}

fn shows(show: Show, row: &HouseholdRow, on_device: &BTreeMap<HouseholdId, bool>) -> bool {
    match show {
        Show::All => true,
        Show::WithOffer => row.n_open_offers > 0,
        Show::WithoutOffer => row.n_open_offers == 0,
        Show::ToReview => row.n_reviews > 0 || on_device.get(&row.id) == Some(&true),
        Show::OnDevice => on_device.contains_key(&row.id),
    }
}
