// SPDX-License-Identifier: AGPL-3.0-or-later
//! The archive: only the server has it.
use super::State;
use crate::{device::archive, state::HttpTrouble};
use soglia_domain::{
    calendar::Timestamp,
    case::{Case, CaseStageKind},
    household::Row,
    id::HouseholdId,
    record::Key,
};

use soglia_sync::wire::{AskErasure, KnownArchive, KnownErasures, ReopenReason};
use std::{collections::BTreeMap, sync::Arc};

/// A household whose cases are over.
#[derive(Clone, PartialEq)]
pub struct Over {
    /// Which.
    pub household: Arc<Row>,
    /// How its last case ended.
    pub stage: CaseStageKind,
    /// When.
    pub since: Timestamp,
}

impl State {
    /// The households on this device that nobody follows any more, those that ended first in front. Tracks the rows.
    pub fn over(&self) -> Vec<Over> {
        self.rows.with(|rows| {
            let mut last: BTreeMap<HouseholdId, (CaseStageKind, Timestamp, bool)> = BTreeMap::new();
            for case in rows.of_kind::<Case>() {
                let entry = last
                    .entry(case.household)
                    .or_insert((case.stage, case.since, false));
                entry.2 |= case.stage.is_open();
                if case.since > entry.1 {
                    (entry.0, entry.1) = (case.stage, case.since);
                }
            }
            let ended = |household: &Arc<Row>| {
                let (stage, since, goes_on) = *last.get(&household.id)?;
                (!goes_on && household.n_open_offers == 0).then(|| Over {
                    household: Arc::clone(household),
                    stage,
                    since,
                })
            };
            let mut over: Vec<Over> = rows.households.iter().filter_map(ended).collect();
            over.sort_by_key(|over| over.since);
            over
        })
    }

    /// What rests in the archive.
    ///
    /// # Errors
    /// [`HttpTrouble`].
    pub async fn archive(&self) -> Result<KnownArchive, HttpTrouble> {
        archive::list().await
    }

    /// Puts a household in.
    ///
    /// # Errors
    /// [`HttpTrouble`].
    pub async fn put_in_archive(&self, record: Key) -> Result<(), HttpTrouble> {
        archive::put_in(record).await
    }

    /// Takes a household out.
    ///
    /// # Errors
    /// [`HttpTrouble`].
    pub async fn take_out_of_archive(&self, record: Key, reason: ReopenReason) -> Result<(), HttpTrouble> {
        archive::take_out(record, reason).await
    }

    /// What is asked to be erased.
    ///
    /// # Errors
    /// [`HttpTrouble`].
    pub async fn erasures(&self) -> Result<KnownErasures, HttpTrouble> {
        archive::erasures().await
    }

    /// Asks to erase a household.
    ///
    /// # Errors
    /// [`HttpTrouble`].
    pub async fn ask_erasure(&self, asked: &AskErasure) -> Result<(), HttpTrouble> {
        archive::ask_erasure(asked).await
    }

    /// Erases a household, or leaves it as it is.
    ///
    /// # Errors
    /// [`HttpTrouble`].
    pub async fn decide_erasure(&self, record: Key, erase: bool) -> Result<(), HttpTrouble> {
        archive::decide_erasure(record, erase).await
    }
}
