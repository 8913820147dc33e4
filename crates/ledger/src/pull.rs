// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a device is given when it asks what changed.
use crate::store::{Outcome, Page, Reach, Store, StoreError, Visitor};
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
    /// The scope under which it got what it has; none from a device that does not know of scopes.
    pub scope: Option<String>,
}

/// What it is given.
#[derive(Debug)]
pub struct Given {
    /// The records, as this person may see them.
    pub page: Page,
    /// The scope under which they are given.
    pub scope: String,
    /// Whether this is the first page of a snapshot: what the device has besides is no longer its own.
    pub reset: bool,
}

/// Why it is given nothing.
#[derive(Debug)]
pub enum PullTrouble {
    /// The cursor lies beyond the order of this store: it was brought back from a backup, or the cursor was made up.
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
    let other_scope = asked.scope.as_ref().is_some_and(|known| *known != scope);
    let reset = asked.since > LogPosition(0) && (other_scope || asked.since < page.floor);
    if reset {
        page = store.page(reach, LogPosition(0), asked.most).await?;
    }
    if reach != Reach::Everything {
        redact(&mut page, &visitor.author)?;
    }
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
