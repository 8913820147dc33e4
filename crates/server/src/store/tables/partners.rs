// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who among the partners sees a record, and who no longer does; with a root what follows it.
use super::{Connection, Engine, Sql};
use crate::store::to_sql;
use soglia_domain::{
    id::OrganisationId,
    record::{Key, LogPosition},
};
use soglia_ledger::store::Outcome;

/// The roots of a record that begins.
pub(super) async fn note_roots(
    connection: &mut Connection,
    key: Key,
    roots: &[Key],
    follows: bool,
) -> Outcome<()> {
    for root in roots {
        sqlx::query(
            "INSERT INTO record_roots (root, key, kind, follows) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
        )
        .bind(root.to_string())
        .bind(key.to_string())
        .bind(key.kind.as_str())
        .bind(i64::from(follows))
        .execute(&mut *connection)
        .await
        .sql()?;
    }
    Ok(())
}

/// A partner begins to see a record, and what follows it, at a place in the order.
pub(super) async fn begin_showing(
    connection: &mut Connection,
    organisation: OrganisationId,
    key: Key,
    at: LogPosition,
) -> Outcome<()> {
    sqlx::query(
        "INSERT INTO record_partners (organisation, key, shown_from) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
    )
    .bind(organisation.to_string())
    .bind(key.to_string())
    .bind(to_sql(at))
    .execute(&mut *connection)
    .await
    .sql()?;
    sqlx::query(
        "INSERT INTO record_partners (organisation, key, shown_from)
         SELECT $1, key, $3 FROM record_roots WHERE root = $2 AND follows = 1 ON CONFLICT DO NOTHING",
    )
    .bind(organisation.to_string())
    .bind(key.to_string())
    .bind(to_sql(at))
    .execute(&mut *connection)
    .await
    .sql()?;
    sqlx::query(
        "DELETE FROM removals WHERE organisation = $1
         AND (key = $2 OR key IN (SELECT key FROM record_roots WHERE root = $2 AND follows = 1))",
    )
    .bind(organisation.to_string())
    .bind(key.to_string())
    .execute(&mut *connection)
    .await
    .sql()?;
    Ok(())
}

/// What goes with a record: what follows it and no other root that the partner sees.
const GOING: &str = "(SELECT $2 UNION SELECT c.key FROM record_roots c WHERE c.root = $2 AND c.follows = 1
    AND NOT EXISTS (SELECT 1 FROM record_roots o JOIN record_partners p ON p.key = o.root
    WHERE o.key = c.key AND o.root <> $2 AND p.organisation = $1))";

/// A partner no longer sees a record, nor what follows it.
pub(super) async fn stop_showing(
    connection: &mut Connection,
    organisation: OrganisationId,
    key: Key,
    position: LogPosition,
    now_ms: i64,
) -> Outcome<()> {
    let noted = format!(
        "INSERT INTO removals (organisation, key, position, at_ms)
         SELECT organisation, key, $3, $4 FROM record_partners WHERE organisation = $1 AND key IN {GOING}
         ON CONFLICT (organisation, key) DO UPDATE SET position = excluded.position, at_ms = excluded.at_ms"
    );
    sqlx::query(&noted)
        .bind(organisation.to_string())
        .bind(key.to_string())
        .bind(to_sql(position))
        .bind(now_ms)
        .execute(&mut *connection)
        .await
        .sql()?;
    let hidden = format!("DELETE FROM record_partners WHERE organisation = $1 AND key IN {GOING}");
    sqlx::query(&hidden)
        .bind(organisation.to_string())
        .bind(key.to_string())
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
