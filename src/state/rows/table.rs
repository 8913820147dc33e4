// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where each row stands, in which order lists show them, and the search over them: all of it shared between copies,
//! and built when it is first asked for.
use soglia_search::{Builder, Field, Index};
use soglia_sync::id_hash::ById;
use std::{
    collections::HashMap,
    hash::Hash,
    sync::{Arc, OnceLock},
};

/// Beyond this many changed rows a new index is quicker than one with many exceptions.
const MOST_OVER: usize = 400;

#[derive(Clone)]
pub(super) struct Table<K> {
    places: Arc<HashMap<K, u32, ById>>,
    keys: Arc<Vec<K>>,
    order: OnceLock<Arc<Vec<u32>>>,
    index: OnceLock<Index>,
}

impl<K> Default for Table<K> {
    fn default() -> Self {
        Self {
            places: Arc::default(),
            keys: Arc::default(),
            order: OnceLock::new(),
            index: OnceLock::new(),
        }
    }
}

impl<K: Copy + Eq + Hash> Table<K> {
    pub(super) fn of(keys: impl ExactSizeIterator<Item = K>) -> Self {
        let keys: Vec<K> = keys.collect();
        let places = keys
            .iter()
            .enumerate()
            .map(|(at, key)| (*key, at as u32))
            .collect();
        Self {
            places: Arc::new(places),
            keys: Arc::new(keys),
            ..Self::default()
        }
    }

    pub(super) fn at(&self, key: K) -> Option<usize> {
        self.places.get(&key).map(|at| *at as usize)
    }

    /// The place of a row that changed, or the next one.
    pub(super) fn put<'a>(&mut self, key: K, fields: impl IntoIterator<Item = Field<'a>>) -> usize {
        let at = match self.at(key) {
            Some(at) => at,
            None => {
                let at = self.keys.len();
                Arc::make_mut(&mut self.keys).push(key);
                Arc::make_mut(&mut self.places).insert(key, at as u32);
                at
            }
        };
        self.order = OnceLock::new();
        if let Some(index) = self.index.get_mut() {
            index.replace(at, fields);
        }
        self.forget_index_if_worn();
        at
    }

    /// The place of a row that goes. The last row takes it.
    pub(super) fn remove(&mut self, key: K) -> Option<usize> {
        let at = Arc::make_mut(&mut self.places).remove(&key)? as usize;
        let keys = Arc::make_mut(&mut self.keys);
        keys.swap_remove(at);
        if let Some(moved) = keys.get(at) {
            Arc::make_mut(&mut self.places).insert(*moved, at as u32);
        }
        self.order = OnceLock::new();
        // Removals are rare, and renumber a row: the index is built again.
        self.forget_index();
        Some(at)
    }

    pub(super) fn forget_index(&mut self) {
        self.index = OnceLock::new();
    }

    fn forget_index_if_worn(&mut self) {
        if self.index.get().is_some_and(|index| index.n_over() > MOST_OVER) {
            self.forget_index();
        }
    }

    pub(super) fn order(&self, make: impl FnOnce() -> Vec<u32>) -> &[u32] {
        self.order.get_or_init(|| Arc::new(make()))
    }

    pub(super) fn index(&self, fill: impl FnOnce(&mut Builder)) -> &Index {
        self.index.get_or_init(|| {
            let mut builder = Builder::with_capacity(self.keys.len());
            fill(&mut builder);
            builder.finish()
        })
    }
}
