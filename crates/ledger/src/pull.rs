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
    /// What they are given under: [`scope_token`], the seal of the log up to the cursor and, half-way through a snapshot,
    /// where the log ended when it began; to be sent back with the cursor.
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
        Role::ManagingPartner => Reach::Partner(author.organisation),
        // An auditor and an administrator are among the roles of no record.
        role @ (Role::SocialWorker
        | Role::HousingOfficer
        | Role::Coordinator
        | Role::Auditor
        | Role::Administrator) => Reach::City(role),
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

/// What a device sends back of what it was told last.
#[derive(Default)]
struct Told<'a> {
    scope: Option<&'a str>,
    seal: &'a str,
    /// The head when the snapshot began that is under way; 0 where none is. What was taken away before it the device
    /// never had.
    began: LogPosition,
    /// The head when the last page was given, while more waited behind it, with its seal.
    head: LogPosition,
    head_seal: &'a str,
}

impl<'a> Told<'a> {
    fn read(text: Option<&'a str>) -> Self {
        let mut parts = text.unwrap_or_default().split('.');
        Self {
            scope: text.and(parts.next()),
            seal: parts.next().unwrap_or_default(),
            began: place(parts.next()),
            head: place(parts.next()),
            head_seal: parts.next().unwrap_or_default(),
        }
    }
}

fn place(text: Option<&str>) -> LogPosition {
    LogPosition(text.and_then(|text| text.parse().ok()).unwrap_or_default())
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
    let told = Told::read(asked.scope.as_deref());
    let here = seal(store, asked.since).await?;
    if !told.seal.is_empty() && told.seal != here {
        return Err(PullTrouble::CursorAhead);
    }
    let other_scope = told.scope.is_some_and(|known| known != scope);
    // A page leaves out what changed behind its cursor. Where that was undone by a restore, it would never come.
    if told.head > page.head
        || (!told.head_seal.is_empty() && told.head_seal != seal(store, told.head).await?)
    {
        return Err(PullTrouble::CursorAhead);
    }
    let is_late = asked.since.max(told.began) < page.floor;
    let reset = asked.since > LogPosition(0) && (other_scope || is_late);
    if reset {
        page = store.page(reach, LogPosition(0), asked.most).await?;
    }
    let begins = reset || asked.since == LogPosition(0);
    let began = if begins { page.head } else { told.began };
    redact(&mut page, &visitor.author)?;
    let seal = if page.cursor == asked.since {
        here
    } else {
        seal(store, page.cursor).await?
    };
    // Half-way through a snapshot the cursor may lie below the floor, and must not begin the snapshot anew.
    let scope = if page.more {
        let began = if page.cursor < began { began.0 } else { 0 };
        let head_seal = self::seal(store, page.head).await?;
        format!("{scope}.{seal}.{began}.{}.{head_seal}", page.head.0)
    } else {
        format!("{scope}.{seal}")
    };
    Ok(Given { page, scope, reset })
}

/// Each body as this person is told it. What is told whole travels as it is stored, and so does what only a newer version
/// could read: to nobody.
fn redact(page: &mut Page, author: &Author) -> Outcome<()> {
    for body in &mut page.bodies {
        if !scope::is_told_whole(author, body.key.kind) {
            let stored: Stored = serde_json::from_str(&body.text)?;
            body.text = serde_json::to_string(&scope::told(author, &stored))?;
        }
    }
    Ok(())
}
