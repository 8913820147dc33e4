// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who among the partners sees a record, and who no longer does.
use super::{Connection, Engine, Sql};
use crate::store::to_sql;
use soglia_domain::{
    id::OrganisationId,
    record::{LogPosition, RecordKey},
};
use soglia_ledger::store::Outcome;

pub(super) async fn begin_showing(
    connection: &mut Connection,
    organisation: OrganisationId,
    key: RecordKey,
) -> Outcome<()> {
    for step in [
        "INSERT INTO record_partners (organisation, key) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        "DELETE FROM removals WHERE organisation = $1 AND key = $2",
    ] {
        sqlx::query(step)
            .bind(organisation.to_string())
            .bind(key.to_string())
            .execute(&mut *connection)
            .await
            .sql()?;
    }
    Ok(())
}

pub(super) async fn stop_showing(
    connection: &mut Connection,
    organisation: OrganisationId,
    key: RecordKey,
    position: LogPosition,
    now_ms: i64,
) -> Outcome<()> {
    sqlx::query("DELETE FROM record_partners WHERE organisation = $1 AND key = $2")
        .bind(organisation.to_string())
        .bind(key.to_string())
        .execute(&mut *connection)
        .await
        .sql()?;
    sqlx::query(
        "INSERT INTO removals (organisation, key, position, at_ms) VALUES ($1, $2, $3, $4)
         ON CONFLICT (organisation, key) DO UPDATE SET position = excluded.position, at_ms = excluded.at_ms",
    )
    .bind(organisation.to_string())
    .bind(key.to_string())
    .bind(to_sql(position))
    .bind(now_ms)
    .execute(&mut *connection)
    .await
    .sql()?;
    Ok(())
}

/// Takes the turn to append: what is shown and removed changes only there.
pub(super) async fn forget_removals(store: &Engine, before_ms: i64) -> Outcome<()> {
    let mut hold = store.hold().await?;
    for step in [
        "UPDATE chain SET floor = old.position
         FROM (SELECT max(position) AS position FROM removals WHERE at_ms < $1) AS old
         WHERE old.position > chain.floor",
        "DELETE FROM removals WHERE at_ms < $1",
    ] {
        sqlx::query(step)
            .bind(before_ms)
            .execute(hold.connection()?)
            .await
            .sql()?;
    }
    hold.commit().await
}
