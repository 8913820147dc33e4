// SPDX-License-Identifier: AGPL-3.0-or-later
//! What lists and search need of a household, held in memory on the device.
use super::{Household, IseeKind, marks::marks};
use crate::id::HouseholdId;
use serde::{Deserialize, Serialize};
use soglia_kernel::{
    calendar::{Day, Timestamp},
    key::Key,
    stored::{Around, LogPosition},
};

/// What lists need of a household.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Identity.
    pub id: HouseholdId,
    /// Name by which colleagues call it.
    pub label: String,
    /// Invented for demonstration.
    pub demonstration: bool,
    /// Names and tax codes of the members: for search.
    pub names: String,
    /// Number of members.
    pub n_members: u8,
    /// Number of open proposals.
    pub n_open_offers: u8,
    /// When the case was opened.
    pub opened_at: Timestamp,
    /// When it last changed.
    pub last_at: Timestamp,
    /// Place of the last change.
    pub position: LogPosition,
    /// Number of values waiting for a choice.
    pub n_reviews: u8,
    /// The case that counts in its place.
    pub joined: Option<HouseholdId>,
    /// What two cases of one household have in common: see [`alike`](super::alike::alike).
    pub marks: Vec<u64>,
    /// Which attestation it has and since when: what tells until when it holds.
    pub isee: Option<(IseeKind, Day)>,
    /// A newer version wrote something into it that this one cannot read.
    pub partly_unread: bool,
}

impl Row {
    /// The record under which lists look for it; none for one that stands by itself.
    pub const fn root(&self) -> Option<Key> {
        None
    }

    /// Number of values waiting for a choice.
    pub const fn n_reviews(&self) -> u8 {
        self.n_reviews
    }

    /// The row of a household.
    pub fn of(household: &Household, around: &Around) -> Self {
        let mut names = String::new();
        for member in &household.members {
            let facts = &member.facts;
            let code = facts.tax_code.known().map(|code| code.as_str());
            let given = facts.given_name.known().map(String::as_str);
            let family = facts.family_name.known().map(String::as_str);
            for part in [given, family, code].into_iter().flatten() {
                if !names.is_empty() {
                    names.push(' ');
                }
                names.push_str(part);
            }
        }
        Self {
            id: household.id,
            label: household.label().to_owned(),
            demonstration: household.demonstration,
            names,
            n_members: u8::try_from(household.members.len()).unwrap_or(u8::MAX),
            n_open_offers: u8::try_from(household.open.len()).unwrap_or(u8::MAX),
            opened_at: household.opened_at,
            last_at: around.last_at,
            position: around.position,
            n_reviews: around.n_reviews,
            joined: household.joined(),
            marks: marks(household),
            isee: household
                .facts
                .isee
                .known()
                .and_then(|isee| Some((isee.kind?, isee.dsu_date?))),
            partly_unread: around.partly_unread,
        }
    }
}

impl std::fmt::Debug for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "HouseholdRow({})", self.id)
    }
}
