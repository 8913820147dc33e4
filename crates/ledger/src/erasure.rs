// SPDX-License-Identifier: AGPL-3.0-or-later
//! Erasing what is held of a household. The log keeps a line for each change, without what it said; a last line says what
//! was erased and by which act, and a baseline follows it, from which the records that are left can be replayed.
use crate::{
    chain::take_baseline,
    office::{self, By, Office, all_of, some_go_on},
    store::{Erasing, LogHead, Outcome, Store, Write},
};
use soglia_domain::{
    record::{Key, LogPosition},
    rooms::Record,
};
use std::collections::BTreeSet;

/// What is to be erased, and why.
pub struct Asked<'a> {
    /// A record, with all that is rooted in it.
    pub root: Key,
    /// The act that allows it.
    pub act: &'a str,
    /// Who does it.
    pub by: By<'a>,
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

/// Erases a record with all that is rooted in it. `goes_on` says of a record whether nothing may be erased yet.
///
/// # Errors
/// [`crate::store::StoreError`]; then everything stays.
pub async fn erase<S: Store>(store: &S, asked: &Asked<'_>, goes_on: fn(&Record) -> bool) -> Outcome<Erased> {
    let mut write = store.begin().await?;
    if write.load(asked.root).await?.is_none() {
        return Ok(Erased::NotThere);
    }
    let keys = all_of(&mut write, asked.root).await?;
    if some_go_on(&mut write, &keys, goes_on).await? {
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
    let at = office::next(write).await?;
    write
        .erase(&Erasing {
            keys,
            lines: &lines,
            at,
            now_ms: asked.by.now_ms,
        })
        .await?;
    let said = Office::Erase {
        root: asked.root,
        act: asked.act.to_owned(),
        lines,
    };
    office::append(write, &asked.by, &said, at).await
}
