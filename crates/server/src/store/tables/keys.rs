// SPDX-License-Identifier: AGPL-3.0-or-later
//! The keys under which households rest in backups.
use super::{Connection, Engine, Sql, Writing};
use crate::store::unreadable;
use soglia_domain::record::Key;
use soglia_ledger::store::Outcome;

/// Keys with a text for each.
type Told = Vec<(Key, String)>;

impl Engine {
    /// The key of each household that has one.
    pub(crate) async fn record_keys(&self) -> Outcome<Told> {
        self.told("SELECT root, secret FROM record_keys ORDER BY root")
            .await
    }

    /// The households that were erased, and by which act.
    pub(crate) async fn erased_households(&self) -> Outcome<Told> {
        self.told(
            "SELECT e.key, coalesce(r.act, '') FROM erased e LEFT JOIN erasures r ON r.root = e.key
             WHERE e.key LIKE 'household:%' ORDER BY e.key",
        )
        .await
    }

    async fn told(&self, text: &str) -> Outcome<Told> {
        let rows: Vec<(String, String)> = sqlx::query_as(text).fetch_all(&self.readers).await.sql()?;
        rows.into_iter()
            .map(|(key, text)| Ok((key.parse().map_err(unreadable)?, text)))
            .collect()
    }

    /// Keeps keys; one that is there already stays.
    pub(crate) async fn keep_record_keys(&self, keys: &[(Key, String)]) -> Outcome<()> {
        let mut hold = self.hold_briefly().await?;
        keep(hold.connection()?, keys).await?;
        hold.commit().await
    }
}

impl Writing {
    /// Keeps keys inside a transaction, in the place of all others.
    pub(crate) async fn replace_record_keys(&mut self, keys: &[(Key, String)]) -> Outcome<()> {
        let connection = self.written().await?;
        sqlx::query("DELETE FROM record_keys")
            .execute(&mut *connection)
            .await
            .sql()?;
        keep(connection, keys).await
    }
}

impl Writing {
    /// A household was erased by an act, whoever asked for it then.
    pub(crate) async fn note_erased(&mut self, root: Key, act: &str) -> Outcome<()> {
        sqlx::query(
            "INSERT INTO erasures (root, act, reason, asked_by, asked_ms, decided_by, decided_ms, outcome)
             VALUES ($1, $2, 'order', $3, 0, '', NULL, 'erased')
             ON CONFLICT (root) DO UPDATE SET act = excluded.act, outcome = 'erased'",
        )
        .bind(root.to_string())
        .bind(act)
        .bind(uuid::Uuid::nil().to_string())
        .execute(self.written().await?)
        .await
        .sql()?;
        Ok(())
    }
}

async fn keep(connection: &mut Connection, keys: &[(Key, String)]) -> Outcome<()> {
    for (root, secret) in keys {
        sqlx::query("INSERT INTO record_keys (root, secret) VALUES ($1, $2) ON CONFLICT DO NOTHING")
            .bind(root.to_string())
            .bind(secret)
            .execute(&mut *connection)
            .await
            .sql()?;
    }
    Ok(())
}
