// SPDX-License-Identifier: AGPL-3.0-or-later
//! All that the store holds about one household.
use super::{
    names::{Names, names},
    scalar::moment,
};
use crate::store::Backend;
use serde_json::Value;
use soglia_domain::{
    calendar::Timestamp,
    id::SharedLinkId,
    photo::PhotoId,
    record::{Edit, FieldKey, Identity as _, Key, LogPosition, Stored},
};
use soglia_ledger::store::{
    Audit as _, AuditAsked, Audited, Held as _, LogEntry, NotTaken, Outcome, Store as _, Viewed, Views as _,
};
use soglia_wording::{self as wording, Held, Language, held};
use std::collections::BTreeMap;

/// Lines of the audit, and views of a link, that are told of one record at most.
const MOST: u32 = 100_000;

/// All that the store holds about one household.
pub(crate) struct Gathered {
    /// The household first, then what is rooted in it, ordered by key.
    pub(super) records: Vec<Stored>,
    /// What the log tells of them, each line once.
    pub(super) lines: BTreeMap<LogPosition, LogEntry>,
    pub(super) not_taken: Vec<NotTaken>,
    /// Who looked at which of them, the newest first.
    pub(super) audited: Vec<(Key, Audited)>,
    pub(super) views: BTreeMap<Key, Vec<Viewed>>,
    /// Other households in which this one is named.
    pub(super) related: Vec<Key>,
    /// How large the images are; none for one that never came.
    pub(super) images: BTreeMap<PhotoId, Option<u64>>,
    pub(super) names: Names,
    /// Which line of the log wrote a field as it stands.
    pub(super) writers: BTreeMap<(Key, FieldKey), LogPosition>,
}

impl Gathered {
    /// Whether a record is one of them.
    pub(super) fn holds(&self, key: Key) -> bool {
        self.records.iter().any(|stored| stored.key == key)
    }

    /// Who wrote a field of a record as it stands, and when.
    pub(super) fn written(&self, key: Key, field: &FieldKey, language: Language) -> Option<String> {
        let stored = self.records.iter().find(|stored| stored.key == key)?;
        let writer = self.writers.get(&(key, field.clone())).copied();
        // What a record began with, it says since then.
        let begun = Some(stored.created).filter(|created| stored.revision_of(field) == *created);
        let line = self.lines.get(&writer.or(begun)?)?;
        Some(format!(
            "{} {}",
            held(Held::WrittenBy, language),
            author(line, language)
        ))
    }
}

/// Which line wrote each field as it stands: a value that waits beside it, or was written over, was written by others.
fn writers(gathered: &Gathered) -> BTreeMap<(Key, FieldKey), LogPosition> {
    let mut writers = BTreeMap::new();
    for (position, line) in &gathered.lines {
        let edits: Vec<Value> = serde_json::from_str(&line.edits).unwrap_or_default();
        for edit in edits {
            // Who chose the value that stood did not write it.
            let kept = edit["op"]
                .as_object()
                .into_iter()
                .flat_map(|kinds| kinds.values());
            let kept = kept
                .map(|shape| &shape["resolve"])
                .any(|choice| choice.is_object() && choice["chosen"].is_null());
            let Ok(Edit { record, op }) = serde_json::from_value(edit) else {
                continue;
            };
            let stored = gathered.records.iter().find(|stored| stored.key == record);
            if !kept && stored.is_some_and(|stored| op.is_present(&stored.record)) {
                writers.insert((record, op.field()), *position);
            }
        }
    }
    writers
}

/// Who wrote a line of the log, and when.
pub(super) fn author(line: &LogEntry, language: Language) -> String {
    let role = serde_json::from_str(&line.role).map(|role| wording::role(role, language));
    let at: Timestamp = serde_json::from_str(&line.at).unwrap_or_default();
    format!(
        "{}, {}, {}",
        line.by_name,
        role.unwrap_or_default(),
        moment(at.ms, language)
    )
}

/// Gathers it.
pub(crate) async fn gather(store: &Backend, household: Stored, language: Language) -> Outcome<Gathered> {
    let root = household.key;
    let mut records = vec![household];
    records.extend(store.of_one_root(root).await?);
    let mut gathered = Gathered {
        lines: BTreeMap::new(),
        not_taken: Vec::new(),
        audited: Vec::new(),
        views: BTreeMap::new(),
        related: store.naming(root.kind, &root.id.to_string()).await?,
        images: BTreeMap::new(),
        names: names(store, &records, language).await?,
        writers: BTreeMap::new(),
        records,
    };
    gathered.related.retain(|key| *key != root);
    let mut identities = Vec::new();
    for stored in &gathered.records {
        let key = stored.key;
        identities.push(key.id.to_string());
        for line in store.history(key, u32::MAX).await? {
            gathered.lines.insert(line.position, line);
        }
        let asked = AuditAsked {
            about: Some(key.to_string()),
            most: MOST,
            ..AuditAsked::default()
        };
        let audited = store.audited(&asked).await?;
        gathered.audited.extend(audited.into_iter().map(|one| (key, one)));
        if key.kind == SharedLinkId::KIND {
            let views = store.views(SharedLinkId(key.id), MOST).await?;
            gathered.views.insert(key, views);
        }
        for image in stored.record.images() {
            gathered.images.insert(image, store.blob_size(image).await?);
        }
    }
    gathered
        .audited
        .sort_by_key(|(_, one)| std::cmp::Reverse((one.line.at_ms, one.n)));
    gathered.writers = writers(&gathered);
    gathered.not_taken = store.not_taken(&identities).await?;
    Ok(gathered)
}
