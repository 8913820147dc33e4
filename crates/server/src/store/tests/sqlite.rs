// SPDX-License-Identifier: AGPL-3.0-or-later
use super::folder::Folder;
use crate::store::sqlite::Sqlite;

fn run<F: Future<Output = ()>>(test: impl FnOnce(Sqlite) -> F) {
    let folder = Folder::new();
    folder.runtime.block_on(async {
        let store = Sqlite::open(&folder.path)
            .await
            .expect("a folder of its own opens");
        test(store).await;
    });
}

soglia_ledger::contract!(run);
