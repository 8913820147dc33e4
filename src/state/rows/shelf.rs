// SPDX-License-Identifier: AGPL-3.0-or-later
//! Rows that no list searches: found by their key, by their kind, and by the record under which they lie.
use soglia_domain::{record::Key, rooms::Row};
use soglia_sync::id_hash::ById;
use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

/// Rows by their key. Copies share what they did not change.
#[derive(Clone, Default)]
pub(super) struct Shelf {
    rows: Arc<HashMap<Key, Row, ById>>,
    under: Arc<BTreeMap<Key, Arc<Vec<Key>>>>,
}

impl Shelf {
    pub(super) fn put(&mut self, row: Row) {
        let key = row.key();
        let root = row.root();
        let before = Arc::make_mut(&mut self.rows).insert(key, row);
        // The root of a record never changes.
        if before.is_none()
            && let Some(root) = root
        {
            let under = Arc::make_mut(&mut self.under).entry(root).or_default();
            Arc::make_mut(under).push(key);
        }
    }

    pub(super) fn take(&mut self, key: Key) {
        let Some(row) = Arc::make_mut(&mut self.rows).remove(&key) else {
            return;
        };
        if let Some(root) = row.root()
            && let Some(under) = Arc::make_mut(&mut self.under).get_mut(&root)
        {
            Arc::make_mut(under).retain(|known| *known != key);
        }
    }

    pub(super) fn at(&self, key: Key) -> Option<&Row> {
        self.rows.get(&key)
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Row> {
        self.rows.values()
    }

    pub(super) fn under(&self, root: Key) -> impl Iterator<Item = &Row> {
        let keys = self.under.get(&root).map(|keys| keys.iter());
        keys.into_iter().flatten().filter_map(|key| self.rows.get(key))
    }
}
