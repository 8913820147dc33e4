// SPDX-License-Identifier: AGPL-3.0-or-later
//! The store in memory passes the suite of every store.
use futures::executor::block_on;
use soglia_ledger::memory::MemoryStore;

fn run<F: Future<Output = ()>>(test: impl FnOnce(MemoryStore) -> F) {
    block_on(test(MemoryStore::default()));
}

soglia_ledger::contract!(run);
