// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a device is given when it asks what changed.
use crate::{
    chain::Hash,
    store::{Outcome, Page, Reach, Store, StoreError, Visitor},
};
use soglia_domain::{
    author::{Author, Role},
    digest::sha256_hex,
    record::{LogPosition, Stored},
    scope,
};

/// Removals are kept this long; a device that comes later gets a snapshot.
pub const REMOVALS_KEPT_MS: i64 = 180 * 86_400_000;

/// What a device asks for.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Its cursor.
    pub since: LogPosition,
    /// Records at once.
    pub most: u32,
    /// What it was given with what it has; none from a device that does not know of scopes.
    pub scope: Option<String>,
}

/// What it is given.
#[derive(Debug)]
pub struct Given {
    /// The records, as this person may see them.
    pub page: Page,
    /// What they are given under: [`scope_token`] and the seal of the log up to the cursor, to be sent back with it.
    pub scope: String,
    /// Whether this is the first page of a snapshot: what the device has besides is no longer its own.
    pub reset: bool,
}

/// Why it is given nothing.
#[derive(Debug)]
pub enum PullTrouble {
    /// The cursor is none of this log: it lies beyond its end, or what stood there before was something else. The store
    /// was brought back from a backup, or the cursor was made up.
    CursorAhead,
    /// The store failed.
    Store(StoreError),
}

impl From<StoreError> for PullTrouble {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// What a person may ask for.
pub fn reach(author: &Author) -> Reach {
    match author.role {
        Role::SocialWorker | Role::HousingOfficer | Role::Coordinator => Reach::Everything,
        Role::ManagingPartner => Reach::Partner(author.organisation),
    }
}

/// A short sign for what a person may see; another one when role, organisation or rights changed.
pub fn scope_token(visitor: &Visitor) -> String {
    let author = &visitor.author;
    let text = format!("{:?} {} {}", author.role, author.organisation, visitor.rights);
    sha256_hex(text.as_bytes())[..16].to_owned()
}

/// A short sign for the log up to a place, from its hash chain: a store that was brought back from a backup and written
/// to again has another one at the same place. Empty where nothing is sealed.
async fn seal<S: Store>(store: &S, at: LogPosition) -> Outcome<String> {
    let Some(before) = at.0.checked_sub(1) else {
        return Ok(String::new());
    };
    let lines = store.log_after(LogPosition(before), 1).await?;
    let here = lines
        .first()
        .filter(|(line, hash)| line.position == at && *hash != Hash::default());
    Ok(here.map_or_else(String::new, |(_, hash)| hash.as_str()[..16].to_owned()))
}

/// Answers a device.
///
/// # Errors
/// [`PullTrouble`].
pub async fn pull<S: Store>(store: &S, visitor: &Visitor, asked: &Asked) -> Result<Given, PullTrouble> {
    let reach = reach(&visitor.author);
    let scope = scope_token(visitor);
    let mut page = store.page(reach, asked.since, asked.most).await?;
    if asked.since > page.head {
        return Err(PullTrouble::CursorAhead);
    }
    let (known_scope, known_seal) = match asked.scope.as_deref().map(|given| given.split_once('.')) {
        Some(Some((scope, seal))) => (Some(scope), seal),
        _ => (asked.scope.as_deref(), ""),
    };
    let here = seal(store, asked.since).await?;
    if !known_seal.is_empty() && known_seal != here {
        return Err(PullTrouble::CursorAhead);
    }
    let other_scope = known_scope.is_some_and(|known| known != scope);
    let reset = asked.since > LogPosition(0) && (other_scope || asked.since < page.floor);
    if reset {
        page = store.page(reach, LogPosition(0), asked.most).await?;
    }
    if reach != Reach::Everything {
        redact(&mut page, &visitor.author)?;
    }
    let seal = if page.cursor == asked.since {
        here
    } else {
        seal(store, page.cursor).await?
    };
    let scope = format!("{scope}.{seal}");
    Ok(Given { page, scope, reset })
}

/// Each body as this person may see it. Where everything may be seen the bodies travel as they are stored.
fn redact(page: &mut Page, author: &Author) -> Outcome<()> {
    let mut seen = Vec::with_capacity(page.bodies.len());
    for body in &page.bodies {
        let stored: Stored = serde_json::from_str(body)?;
        match scope::visible(author, &stored) {
            Some(visible) => seen.push(serde_json::to_string(&visible)?),
            None => page.removed.push(stored.record.key()),
        }
    }
    page.bodies = seen;
    Ok(())
}
