// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is in nobody's sight.
use super::{Connection, Engine, MEMBERS, Sql, erase};
use crate::store::{rows::listed, to_sql, unreadable};
use soglia_domain::{calendar::Day, record::Key};
use soglia_ledger::store::{Archived, Archiving, Outcome};

/// What an archived record is called: a year and a number.
fn name(year: i64, number: i64) -> String {
    format!("{year}-{number:03}")
}

pub(super) async fn archived(store: &Engine) -> Outcome<Vec<Archived>> {
    let rows: Vec<(String, i64, i64, i64, String)> = sqlx::query_as(
        "SELECT root, year, number, at_ms, by_person FROM archive WHERE is_in = 1 ORDER BY at_ms DESC, root",
    )
    .fetch_all(&store.readers)
    .await
    .sql()?;
    rows.into_iter()
        .map(|(root, year, number, at_ms, by)| {
            Ok(Archived {
                root: root.parse().map_err(unreadable)?,
                name: name(year, number),
                at_ms,
                by: by.parse().map_err(unreadable)?,
            })
        })
        .collect()
}

pub(super) async fn is_archived(connection: &mut Connection, keys: &[Key]) -> Outcome<bool> {
    let text = format!("SELECT count(*) FROM withdrawn WHERE key IN {MEMBERS}");
    let n: i64 = sqlx::query_scalar(&text)
        .bind(listed(keys.iter()))
        .fetch_one(connection)
        .await
        .sql()?;
    Ok(n > 0)
}

pub(super) async fn archive(connection: &mut Connection, archiving: &Archiving<'_>) -> Outcome<String> {
    let year = Day::from_epoch_days(archiving.now_ms.div_euclid(86_400_000)).year();
    sqlx::query(
        "INSERT INTO archive (root, year, number, at_ms, by_person, is_in)
         VALUES ($1, $2, (SELECT coalesce(max(number), 0) + 1 FROM archive WHERE year = $2), $3, $4, 1)
         ON CONFLICT (root) DO UPDATE SET at_ms = excluded.at_ms, by_person = excluded.by_person, is_in = 1",
    )
    .bind(archiving.root.to_string())
    .bind(i64::from(year))
    .bind(archiving.now_ms)
    .bind(archiving.by.to_string())
    .execute(&mut *connection)
    .await
    .sql()?;
    let keys = listed(archiving.keys.iter());
    let noted = format!(
        "INSERT INTO withdrawn (key, position, roles) SELECT key, $2, roles FROM records WHERE key IN {MEMBERS}"
    );
    sqlx::query(&noted)
        .bind(&keys)
        .bind(to_sql(archiving.at))
        .execute(&mut *connection)
        .await
        .sql()?;
    for step in [
        "UPDATE records SET roles = 0 WHERE key IN ",
        "DELETE FROM reshown WHERE key IN ",
    ] {
        erase::run(connection, step, &keys).await?;
    }
    let (year, number): (i64, i64) = sqlx::query_as("SELECT year, number FROM archive WHERE root = $1")
        .bind(archiving.root.to_string())
        .fetch_one(connection)
        .await
        .sql()?;
    Ok(name(year, number))
}

pub(super) async fn reopen(connection: &mut Connection, archiving: &Archiving<'_>) -> Outcome<()> {
    sqlx::query("UPDATE archive SET is_in = 0 WHERE root = $1")
        .bind(archiving.root.to_string())
        .execute(&mut *connection)
        .await
        .sql()?;
    let keys = listed(archiving.keys.iter());
    let shown = format!(
        "UPDATE records SET roles = (SELECT w.roles FROM withdrawn w WHERE w.key = records.key)
         WHERE key IN (SELECT key FROM withdrawn) AND key IN {MEMBERS}"
    );
    sqlx::query(&shown)
        .bind(&keys)
        .execute(&mut *connection)
        .await
        .sql()?;
    let noted = format!(
        "INSERT INTO reshown (key, position) SELECT key, $2 FROM withdrawn WHERE key IN {MEMBERS}
         ON CONFLICT (key) DO UPDATE SET position = excluded.position"
    );
    sqlx::query(&noted)
        .bind(&keys)
        .bind(to_sql(archiving.at))
        .execute(&mut *connection)
        .await
        .sql()?;
    erase::run(connection, "DELETE FROM withdrawn WHERE key IN ", &keys).await
}
