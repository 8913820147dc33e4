// SPDX-License-Identifier: AGPL-3.0-or-later
//! Hearing what other processes wrote.
use super::{CHANNEL, Postgres, REVOKED, Sql, read};
use crate::store::{News, from_sql};
use soglia_domain::record::LogPosition;
use soglia_ledger::store::Outcome;
use sqlx::postgres::{PgConnectOptions, PgListener, PgPoolOptions};
use std::time::Duration;

/// After a lost connection the next attempt is made so much later.
const AGAIN: Duration = Duration::from_secs(1);

impl Postgres {
    /// Hears of what is new from now on, from this process and from others on the same database.
    pub(crate) async fn follow(&self) -> Outcome<News> {
        begin(self).await?;
        Ok(self.news.clone())
    }

    async fn head(&self) -> Outcome<LogPosition> {
        let mut reader = self.readers.acquire().await.sql()?;
        Ok(read::head(&mut reader).await?.position)
    }
}

/// Listens on a connection of its own until the process ends.
async fn begin(store: &Postgres) -> Outcome<()> {
    let pool = PgPoolOptions::new()
        .max_connections(1)
        .connect_lazy_with(PgConnectOptions::clone(&store.options));
    let mut listener = PgListener::connect_with(&pool).await.sql()?;
    listener.listen(CHANNEL).await.sql()?;
    store.news.reached(store.head().await?);
    let store = store.clone();
    tokio::spawn(async move {
        loop {
            match listener.try_recv().await {
                Ok(Some(notice)) if notice.payload() == REVOKED => store.news.revoked(),
                Ok(Some(notice)) => {
                    if let Ok(head) = notice.payload().parse() {
                        store.news.reached(from_sql(head));
                    }
                }
                // The connection was lost, and with it what was said meanwhile.
                Ok(None) => catch_up(&store).await,
                Err(_) => {
                    tokio::time::sleep(AGAIN).await;
                    catch_up(&store).await;
                }
            }
        }
    });
    Ok(())
}

async fn catch_up(store: &Postgres) {
    if let Ok(head) = store.head().await {
        store.news.reached(head);
        store.news.revoked();
    }
}
