// SPDX-License-Identifier: AGPL-3.0-or-later
//! Forgetting what is old. Each statement stands once, with what it counts.
use super::{Connection, Engine, Sql};
use soglia_domain::id::SharedLinkId;
use soglia_ledger::store::{Forgotten, Old, Outcome, Retention};

/// The devices that nobody heard of since a moment: neither revoked nor in use.
const SILENT: &str = "last_ms < $1 AND revoked_ms IS NULL AND device NOT IN (SELECT device FROM sessions)";

impl Retention for Engine {
    async fn due(&self, old: &Old) -> Outcome<Forgotten> {
        // Done and not kept: what is counted is what would be done.
        let mut hold = self.hold_about("retention").await?;
        forget(hold.connection()?, old).await
    }

    async fn forget(&self, old: &Old) -> Outcome<Forgotten> {
        let mut hold = self.hold_about("retention").await?;
        let forgotten = forget(hold.connection()?, old).await?;
        hold.commit().await?;
        Ok(forgotten)
    }
}

async fn forget(connection: &mut Connection, old: &Old) -> Outcome<Forgotten> {
    let mut forgotten = Forgotten::default();
    for link in &old.links {
        forgotten.views += of_link(connection, "DELETE FROM views WHERE link = $1", *link).await?;
        for statement in [
            "DELETE FROM link_visits WHERE link = $1",
            "DELETE FROM link_pins WHERE link = $1",
        ] {
            forgotten.visits += of_link(connection, statement, *link).await?;
        }
    }
    forgotten.refused = before(
        connection,
        "UPDATE refused SET action = '' WHERE received_ms < $1 AND action <> ''",
        old.refused_ms,
    )
    .await?;
    forgotten.sessions = before(
        connection,
        "DELETE FROM sessions WHERE expires_ms < $1",
        old.access_ms,
    )
    .await?;
    sqlx::query("DELETE FROM session_lines WHERE token_hash NOT IN (SELECT token_hash FROM sessions)")
        .execute(&mut *connection)
        .await
        .sql()?;
    forgotten.invitations = before(
        connection,
        "DELETE FROM invitations WHERE until_ms < $1",
        old.access_ms,
    )
    .await?;
    forgotten.delegations = before(
        connection,
        "DELETE FROM acting WHERE until_ms < $1",
        old.access_ms,
    )
    .await?;
    for statement in [
        format!("DELETE FROM devices WHERE highest = 0 AND {SILENT}"),
        format!("UPDATE devices SET name = '' WHERE name <> '' AND {SILENT}"),
    ] {
        forgotten.devices += before(connection, &statement, old.devices_ms).await?;
    }
    Ok(forgotten)
}

async fn of_link(connection: &mut Connection, statement: &str, link: SharedLinkId) -> Outcome<u64> {
    let done = sqlx::query(statement)
        .bind(link.to_string())
        .execute(connection)
        .await
        .sql()?;
    Ok(done.rows_affected())
}

async fn before(connection: &mut Connection, statement: &str, ms: i64) -> Outcome<u64> {
    let done = sqlx::query(statement).bind(ms).execute(connection).await.sql()?;
    Ok(done.rows_affected())
}
