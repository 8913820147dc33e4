// SPDX-License-Identifier: AGPL-3.0-or-later
//! What else is held about a record, in memory.
use super::MemoryStore;
use crate::store::{Held, NotTaken, Outcome};
use soglia_domain::record::{Key, Kind, Stored};

impl Held for MemoryStore {
    async fn of_one_root(&self, root: Key) -> Outcome<Vec<Stored>> {
        let now = self.now();
        let mut found: Vec<_> = now
            .records
            .iter()
            .filter(|(_, record)| record.roots.contains(&root))
            .collect();
        found.sort_by_key(|(key, _)| key.to_string());
        found
            .into_iter()
            .map(|(_, record)| Ok(serde_json::from_str(&record.body)?))
            .collect()
    }

    async fn naming(&self, kind: Kind, identity: &str) -> Outcome<Vec<Key>> {
        let now = self.now();
        let named = now.records.iter();
        let named = named.filter(|(key, record)| key.kind == kind && record.body.contains(identity));
        let mut keys: Vec<Key> = named.map(|(key, _)| *key).collect();
        keys.sort_by_key(ToString::to_string);
        Ok(keys)
    }

    async fn not_taken(&self, identities: &[String]) -> Outcome<Vec<NotTaken>> {
        let now = self.now();
        let names = |text: &str| identities.iter().any(|identity| text.contains(identity.as_str()));
        let refused = now
            .refused
            .values()
            .filter(|refused| names(&refused.text))
            .cloned();
        let aside = now.aside.iter().filter(|(_, aside)| names(&aside.text));
        let aside = aside.map(|(change, aside)| NotTaken {
            change: change.to_string(),
            author: aside.author.to_string(),
            received_ms: aside.received_ms,
            text: aside.text.clone(),
            why: aside.reason.clone(),
            is_aside: true,
        });
        let mut found: Vec<NotTaken> = refused.chain(aside).collect();
        found.sort_by(|a, b| (b.received_ms, &a.change).cmp(&(a.received_ms, &b.change)));
        Ok(found)
    }
}
