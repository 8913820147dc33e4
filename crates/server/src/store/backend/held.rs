// SPDX-License-Identifier: AGPL-3.0-or-later
//! What else is held about a record, and forgetting what is old, in whichever engine is in use.
use super::Backend;
use soglia_domain::record::{Key, Kind, Stored};
use soglia_ledger::store::{Forgotten, Held, NotTaken, Old, Outcome, Retention};

impl Held for Backend {
    async fn of_one_root(&self, root: Key) -> Outcome<Vec<Stored>> {
        either!(self, engine => engine.of_one_root(root))
    }

    async fn naming(&self, kind: Kind, identity: &str) -> Outcome<Vec<Key>> {
        either!(self, engine => engine.naming(kind, identity))
    }

    async fn not_taken(&self, identities: &[String]) -> Outcome<Vec<NotTaken>> {
        either!(self, engine => engine.not_taken(identities))
    }
}

impl Retention for Backend {
    async fn due(&self, old: &Old) -> Outcome<Forgotten> {
        either!(self, engine => engine.due(old))
    }

    async fn forget(&self, old: &Old) -> Outcome<Forgotten> {
        either!(self, engine => engine.forget(old))
    }
}
