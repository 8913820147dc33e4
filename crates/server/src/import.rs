// SPDX-License-Identifier: AGPL-3.0-or-later
//! A list becomes part of the stock: every row the way of any other action, the whole file in one transaction.
use crate::clock::now_ms;
use soglia_domain::{
    answer::Answer as Told,
    author::Author,
    calendar::Timestamp,
    digest::sha256_hex,
    dwelling::{Dwelling, DwellingAnswer, Origin},
    id::{ChangeId, DeviceId, DwellingId},
    key::Identity as _,
    rooms::Room as _,
};
use soglia_import::{
    FileError, Mapping, MappingError, Prepared, Preview, Report, RowOutcome, compare, guess, prepare,
    preview, read,
};
use soglia_ledger::{
    push::{Batch, Origin as Place},
    store::{Imported, Store, StoreError, Write},
};
use soglia_sync::change::Answer;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Stands for the device in changes that come from a list, whoever imports it.
const DEVICE: DeviceId = DeviceId(Uuid::from_u128(0x5067_6c69_6100_4000_8000_0000_0000_0001));

/// A list to import.
pub(crate) struct List {
    /// Name of the file.
    pub(crate) file_name: String,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
    /// Where its dwellings come from; guessed when not said.
    pub(crate) origin: Option<Origin>,
    /// What its columns mean; guessed when not said.
    pub(crate) mapping: Option<Mapping>,
}

/// Why nothing was imported.
pub(crate) enum ImportError {
    /// The file is no list.
    File(FileError),
    /// The columns do not say enough.
    Mapping(MappingError),
    /// Nobody said where the dwellings come from, and the list does not tell.
    OriginUnknown,
    /// A row was refused by the rules.
    Refused(&'static str),
    /// The store failed.
    Store(StoreError),
}

impl From<StoreError> for ImportError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// A list that was read and understood.
pub(crate) struct Read {
    file_name: String,
    sha256: String,
    prepared: Prepared,
    /// What the page shows first.
    pub(crate) preview: Preview,
}

/// Reads a list. Works on memory alone, and takes its time with a long one.
pub(crate) fn understand(list: &List) -> Result<Read, ImportError> {
    let table = read(&list.bytes).map_err(ImportError::File)?;
    let mapping = list.mapping.clone().unwrap_or_else(|| guess(&table));
    let understood =
        |origin| prepare(&table, &mapping, origin, &list.file_name).map_err(ImportError::Mapping);
    let prepared = match list.origin {
        Some(origin) => understood(origin)?,
        None => {
            let first = understood(Origin::Municipal)?;
            let origin = guess_origin(&list.file_name, &first).ok_or(ImportError::OriginUnknown)?;
            understood(origin)?
        }
    };
    Ok(Read {
        file_name: list.file_name.clone(),
        sha256: sha256_hex(&list.bytes),
        preview: preview(&table, &mapping, &prepared),
        prepared,
    })
}

/// Lays a list beside the stock; writes what is new unless it is only tried.
pub(crate) async fn import<S: Store>(
    store: &S,
    read: &Read,
    author: &Author,
    dry_run: bool,
) -> Result<Report, ImportError> {
    let now_ms = now_ms();
    let mut batch = Batch::begin(store, now_ms).await?;
    let stored = batch.write().of_kind(DwellingId::KIND).await?;
    let dwellings: Vec<Dwelling> = stored
        .iter()
        .filter_map(|stored| Dwelling::of(&stored.record).cloned())
        .collect();
    let codes: BTreeSet<String> = dwellings.iter().map(|dwelling| dwelling.code.clone()).collect();
    let known: BTreeMap<DwellingId, Dwelling> = dwellings.into_iter().map(|d| (d.id, d)).collect();
    let (actions, report) = compare(
        &|id| known.get(&id).cloned(),
        &|code| codes.contains(code),
        &read.prepared,
    );
    if dry_run {
        return Ok(report);
    }
    let mut at = Timestamp::default();
    for (counter, action) in (1_u64..).zip(actions) {
        at = at.next(now_ms);
        let place = Place {
            device: DEVICE,
            counter,
            at,
        };
        if let Answer::Refused { refusal } = batch
            .act(ChangeId(Uuid::now_v7()), action, author, &place)
            .await?
        {
            return Err(ImportError::Refused(refusal.code()));
        }
    }
    let text = serde_json::to_string(&report).map_err(StoreError::from)?;
    let imported = Imported {
        at_ms: now_ms,
        by: author.person,
        file_name: &read.file_name,
        sha256: &read.sha256,
        report: &text,
    };
    batch.write().record_import(&imported).await?;
    batch.finish().await?;
    Ok(report)
}

/// What the name of the file says, or where most of its dwellings lie.
fn guess_origin(file_name: &str, prepared: &Prepared) -> Option<Origin> {
    let name = file_name.to_lowercase();
    if name.contains("confisc") {
        return Some(Origin::Confiscated);
    }
    if name.contains("hinterland") {
        return Some(Origin::MetropolitanArea);
    }
    let (mut n_rows, mut n_outside) = (0_usize, 0_usize);
    for outcome in &prepared.outcomes {
        let RowOutcome::Dwelling(row) = outcome else {
            continue;
        };
        n_rows += 1;
        let outside = row.listed.iter().any(|answer| {
            matches!(answer, DwellingAnswer::Address(Told::Known(address))
                if !address.municipality.is_empty() && address.municipality != "Milano")
        });
        n_outside += usize::from(outside);
    }
    (n_rows > 0 && n_outside * 2 > n_rows).then_some(Origin::MetropolitanArea)
}
