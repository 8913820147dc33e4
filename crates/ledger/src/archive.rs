// SPDX-License-Identifier: AGPL-3.0-or-later
//! The archive: what nobody works with any more is in nobody's sight, on no device, and cannot be written to. The server
//! keeps it, and calls it by another name, until somebody with a reason takes it out again.
use crate::{
    office::{self, By, Office, all_of, some_go_on},
    store::{Archiving, Outcome, Store, Write},
};
use soglia_domain::{record::Key, rooms::Record};

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filed {
    /// It rests there under this name.
    As(String),
    /// There is no such record.
    NotThere,
    /// It rests there already.
    AsBefore,
    /// One of the records says that somebody still works with it.
    GoesOn,
}

/// Archives a record with all that is rooted in it.
///
/// # Errors
/// [`crate::store::StoreError`]; then everything stays as it was.
pub async fn archive<S: Store>(
    store: &S,
    root: Key,
    by: &By<'_>,
    goes_on: fn(&Record) -> bool,
) -> Outcome<Filed> {
    let mut write = store.begin().await?;
    if write.load(root).await?.is_none() {
        return Ok(Filed::NotThere);
    }
    if write.is_archived(&[root]).await? {
        return Ok(Filed::AsBefore);
    }
    let keys = all_of(&mut write, root).await?;
    if some_go_on(&mut write, &keys, goes_on).await? {
        return Ok(Filed::GoesOn);
    }
    let at = office::next(&mut write).await?;
    let name = write
        .archive(&Archiving {
            root,
            keys: &keys,
            by: by.author.person,
            at,
            now_ms: by.now_ms,
        })
        .await?;
    office::append(&mut write, by, &Office::Archive { root }, at).await?;
    write.commit().await?;
    Ok(Filed::As(name))
}

/// Takes a record with all that is rooted in it out of the archive; false where it does not rest there.
///
/// # Errors
/// [`crate::store::StoreError`]; then everything stays as it was.
pub async fn reopen<S: Store>(store: &S, root: Key, by: &By<'_>) -> Outcome<bool> {
    let mut write = store.begin().await?;
    if !write.is_archived(&[root]).await? {
        return Ok(false);
    }
    let keys = all_of(&mut write, root).await?;
    let at = office::next(&mut write).await?;
    write
        .reopen(&Archiving {
            root,
            keys: &keys,
            by: by.author.person,
            at,
            now_ms: by.now_ms,
        })
        .await?;
    office::append(&mut write, by, &Office::Reopen { root }, at).await?;
    write.commit().await?;
    Ok(true)
}
