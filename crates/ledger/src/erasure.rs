// SPDX-License-Identifier: AGPL-3.0-or-later
//! Erasing what is held of a household. The log keeps a line for each change, without what it said; a last line says what
//! was erased and by which act, and a baseline follows it, from which the records that are left can be replayed.
use crate::{
    chain::{self, take_baseline},
    store::{Erasing, LogEntry, LogHead, Outcome, Store, Write},
};
use serde::{Deserialize, Serialize};
use soglia_domain::{
    author::Author,
    calendar::Timestamp,
    id::{ChangeId, DeviceId},
    record::{Key, LogPosition},
    rooms::Record,
};
use soglia_sync::change::Answer;
use std::collections::BTreeSet;

/// What the line of an erasure says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// The record in which all that was erased is rooted.
    pub root: Key,
    /// The act that allows it, in the words of who asked.
    pub act: String,
    /// The lines that no longer say anything.
    pub lines: Vec<LogPosition>,
}

#[derive(Serialize, Deserialize)]
struct Line {
    erase: Erasure,
}

/// Who erases what, and why.
pub struct Asked<'a> {
    /// A record, with all that is rooted in it.
    pub root: Key,
    /// The act that allows it.
    pub act: &'a str,
    /// Who does it.
    pub by: &'a Author,
    /// The line.
    pub id: ChangeId,
    /// Stands for the device.
    pub device: DeviceId,
    /// When, in milliseconds since 1970.
    pub now_ms: i64,
    /// Whether a record says that nothing may be erased yet.
    pub goes_on: fn(&Record) -> bool,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Erased {
    /// These are gone.
    Gone(Vec<Key>),
    /// There is no such record.
    NotThere,
    /// One of the records says that nothing may be erased yet.
    GoesOn,
}

impl LogEntry {
    /// What was erased here; none where the line is a change.
    pub fn erasure(&self) -> Option<Erasure> {
        let line: Line = serde_json::from_str(&self.action).ok()?;
        Some(line.erase)
    }
}

/// Whether something about a record, or about what is rooted in it, goes on; none where there is no such record.
///
/// # Errors
/// [`crate::store::StoreError`].
pub async fn look<S: Store>(store: &S, root: Key, goes_on: fn(&Record) -> bool) -> Outcome<Option<bool>> {
    let mut write = store.begin().await?;
    if write.load(root).await?.is_none() {
        return Ok(None);
    }
    let keys = all_of(&mut write, root).await?;
    Ok(Some(some_go_on(&mut write, &keys, goes_on).await?))
}

async fn some_go_on<W: Write>(write: &mut W, keys: &[Key], goes_on: fn(&Record) -> bool) -> Outcome<bool> {
    for key in keys {
        if write
            .load(*key)
            .await?
            .is_some_and(|stored| goes_on(&stored.record))
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A record, with all that is rooted in it.
async fn all_of<W: Write>(write: &mut W, root: Key) -> Outcome<Vec<Key>> {
    let mut keys = vec![root];
    let mut last = 0;
    while last < keys.len() {
        let found = write.rooted_in(&keys[last..]).await?;
        last = keys.len();
        for key in found {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
    }
    Ok(keys)
}

/// Erases a record with all that is rooted in it.
///
/// # Errors
/// [`crate::store::StoreError`]; then everything stays.
pub async fn erase<S: Store>(store: &S, asked: &Asked<'_>) -> Outcome<Erased> {
    let mut write = store.begin().await?;
    if write.load(asked.root).await?.is_none() {
        return Ok(Erased::NotThere);
    }
    let keys = all_of(&mut write, asked.root).await?;
    if some_go_on(&mut write, &keys, asked.goes_on).await? {
        return Ok(Erased::GoesOn);
    }
    let head = carry_out(&mut write, asked, &keys, BTreeSet::new()).await?;
    take_baseline(&mut write, head).await?;
    write.commit().await?;
    Ok(Erased::Gone(keys))
}

/// Erases records and what lines say of them, those that are given among them, and writes the line that says so. A baseline
/// has to follow in the same transaction.
///
/// # Errors
/// [`crate::store::StoreError`].
pub async fn carry_out<W: Write>(
    write: &mut W,
    asked: &Asked<'_>,
    keys: &[Key],
    mut lines: BTreeSet<LogPosition>,
) -> Outcome<LogHead> {
    lines.extend(write.lines_about(keys).await?);
    let lines: Vec<LogPosition> = lines.into_iter().collect();
    let head = write.head().await?;
    let position = LogPosition(head.position.0 + 1);
    write
        .erase(&Erasing {
            keys,
            lines: &lines,
            at: position,
            now_ms: asked.now_ms,
        })
        .await?;
    let entry = line(asked, lines, position, write.salt()?)?;
    let hash = chain::after(head.hash, &entry);
    write.log(&entry, hash, &[asked.root]).await?;
    Ok(LogHead { position, hash })
}

fn line(
    asked: &Asked<'_>,
    lines: Vec<LogPosition>,
    position: LogPosition,
    salt: String,
) -> Outcome<LogEntry> {
    let action = serde_json::to_string(&Line {
        erase: Erasure {
            root: asked.root,
            act: asked.act.to_owned(),
            lines,
        },
    })?;
    let edits = "[]".to_owned();
    let at = Timestamp {
        ms: asked.now_ms,
        counter: 0,
    };
    Ok(LogEntry {
        position,
        change: asked.id.to_string(),
        device: asked.device.to_string(),
        counter: 0,
        author: asked.by.person.to_string(),
        by_name: asked.by.name.clone(),
        role: serde_json::to_string(&asked.by.role)?,
        at: serde_json::to_string(&at)?,
        received_ms: asked.now_ms,
        seen: "[]".to_owned(),
        answer: serde_json::to_string(&Answer::Accepted { position })?,
        digest: chain::digest_of(&salt, &action, &edits).to_string(),
        action,
        edits,
        salt,
    })
}
