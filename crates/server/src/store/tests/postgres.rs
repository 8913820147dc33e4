// SPDX-License-Identifier: AGPL-3.0-or-later
use super::server::Database;
use crate::store::postgres::Postgres;

fn run<F: Future<Output = ()>>(test: impl FnOnce(Postgres) -> F) {
    let Some(database) = Database::new() else { return };
    database.runtime.block_on(async {
        let store = Postgres::open(&database.address)
            .await
            .expect("a database of its own opens");
        test(store).await;
    });
}

soglia_ledger::contract!(run);
