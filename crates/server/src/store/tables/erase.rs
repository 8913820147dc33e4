// SPDX-License-Identifier: AGPL-3.0-or-later
//! Taking records out, and what lines say of them.
use super::{Connection, MEMBERS, Sql};
use crate::{
    blobs::named_in,
    store::{from_sql, rows::listed, to_sql},
};
use soglia_domain::{
    record::{Key, LogPosition},
    rooms::Common,
};
use soglia_ledger::store::{Erasing, Outcome};
use soglia_sync::change::Answer;
use sqlx::Executor as _;
use std::collections::BTreeSet;

pub(super) async fn rooted_in(connection: &mut Connection, roots: &[Key]) -> Outcome<Vec<Key>> {
    let text = format!("SELECT DISTINCT key FROM record_roots WHERE root IN {MEMBERS} ORDER BY key");
    let keys: Vec<String> = sqlx::query_scalar(&text)
        .bind(listed(roots.iter()))
        .fetch_all(connection)
        .await
        .sql()?;
    Ok(keys.iter().filter_map(|key| key.parse().ok()).collect())
}

pub(super) async fn lines_about(connection: &mut Connection, keys: &[Key]) -> Outcome<Vec<LogPosition>> {
    let text =
        format!("SELECT DISTINCT position FROM change_records WHERE key IN {MEMBERS} ORDER BY position");
    let places: Vec<i64> = sqlx::query_scalar(&text)
        .bind(listed(keys.iter()))
        .fetch_all(connection)
        .await
        .sql()?;
    Ok(places.into_iter().map(from_sql).collect())
}

/// Whether one of these was erased: what comes about it is not kept.
pub(super) async fn is_erased(connection: &mut Connection, keys: &[Key]) -> Outcome<bool> {
    let text = format!("SELECT count(*) FROM erased WHERE key IN {MEMBERS}");
    let n: i64 = sqlx::query_scalar(&text)
        .bind(listed(keys.iter()))
        .fetch_one(connection)
        .await
        .sql()?;
    Ok(n > 0)
}

/// Whether a text that cannot be read names something that was erased: then it is not kept either.
pub(super) async fn names_erased(connection: &mut Connection, text: &str) -> Outcome<bool> {
    let keys: Vec<String> = sqlx::query_scalar("SELECT key FROM erased")
        .fetch_all(connection)
        .await
        .sql()?;
    let mut ids = keys.iter().filter_map(|key| key.split_once(':'));
    Ok(ids.any(|(_, id)| text.contains(id)))
}

/// The statements of which each takes the keys as its first parameter.
const STEPS: [&str; 8] = [
    "DELETE FROM withdrawn WHERE key IN ",
    "DELETE FROM reshown WHERE key IN ",
    "UPDATE archive SET is_in = 0 WHERE root IN ",
    "DELETE FROM records WHERE key IN ",
    "DELETE FROM baseline_records WHERE key IN ",
    "DELETE FROM record_roots WHERE key IN ",
    "DELETE FROM record_partners WHERE key IN ",
    "DELETE FROM record_keys WHERE root IN ",
];

/// Those that take the identities of shared links.
const LINKS: [&str; 3] = [
    "DELETE FROM views WHERE link IN ",
    "DELETE FROM link_pins WHERE link IN ",
    "DELETE FROM link_visits WHERE link IN ",
];

pub(super) async fn erase(connection: &mut Connection, erasing: &Erasing<'_>) -> Outcome<()> {
    let keys = listed(erasing.keys.iter());
    note_images(connection, erasing, &keys).await?;
    let noted = format!(
        "INSERT INTO removals (organisation, key, position, at_ms)
         SELECT organisation, key, $2, $3 FROM record_partners WHERE key IN {MEMBERS}
         ON CONFLICT (organisation, key) DO UPDATE SET position = excluded.position, at_ms = excluded.at_ms"
    );
    sqlx::query(&noted)
        .bind(&keys)
        .bind(to_sql(erasing.at))
        .bind(erasing.now_ms)
        .execute(&mut *connection)
        .await
        .sql()?;
    for step in STEPS {
        run(connection, step, &keys).await?;
    }
    let ids = listed(erasing.keys.iter().map(|key| key.id));
    for step in LINKS {
        run(connection, step, &ids).await?;
    }
    // What a device holds sealed in bulk goes when it fetches everything afresh: rights that moved make it do so.
    connection
        .execute("UPDATE people SET rights = rights + 1")
        .await
        .sql()?;
    for key in erasing.keys {
        sqlx::query("INSERT INTO erased (key, position) VALUES ($1, $2) ON CONFLICT DO NOTHING")
            .bind(key.to_string())
            .bind(to_sql(erasing.at))
            .execute(&mut *connection)
            .await
            .sql()?;
    }
    for line in erasing.lines {
        sqlx::query("UPDATE changes SET action = '', edits = '', salt = '' WHERE position = $1")
            .bind(to_sql(*line))
            .execute(&mut *connection)
            .await
            .sql()?;
    }
    forget_beside(connection, erasing).await
}

/// The images that the records and the lines about them name: their bytes go after the transaction, where nothing else
/// names them.
async fn note_images(connection: &mut Connection, erasing: &Erasing<'_>, keys: &str) -> Outcome<()> {
    let lines = listed(erasing.lines.iter().map(|line| line.0));
    let bodies = format!("SELECT body FROM records WHERE key IN {MEMBERS}");
    let said = format!("SELECT action || edits FROM changes WHERE CAST(position AS TEXT) IN {MEMBERS}");
    let mut names = BTreeSet::new();
    for (text, members) in [(bodies, keys), (said, lines.as_str())] {
        let texts: Vec<String> = sqlx::query_scalar(&text)
            .bind(members)
            .fetch_all(&mut *connection)
            .await
            .sql()?;
        names.extend(texts.iter().flat_map(|text| named_in(text)).map(str::to_owned));
    }
    for name in names {
        sqlx::query(
            "INSERT INTO images_to_erase (sha256) SELECT sha256 FROM blobs WHERE sha256 = $1 ON CONFLICT DO NOTHING",
        )
        .bind(name)
        .execute(&mut *connection)
        .await
        .sql()?;
    }
    Ok(())
}

/// One statement over a list of members, which is its only parameter.
pub(super) async fn run(connection: &mut Connection, step: &str, members: &str) -> Outcome<()> {
    sqlx::query(&format!("{step}{MEMBERS}"))
        .bind(members)
        .execute(connection)
        .await
        .sql()?;
    Ok(())
}

/// What was refused or set aside and names one of the records: the answer stays, and what it was about goes.
async fn forget_beside(connection: &mut Connection, erasing: &Erasing<'_>) -> Outcome<()> {
    let ids: Vec<String> = erasing.keys.iter().map(|key| key.id.to_string()).collect();
    let refused = serde_json::to_string(&Answer::Refused {
        refusal: Common::PartGone.into(),
    })?;
    for (asked, forgotten, left) in [
        (
            "SELECT change_id, action || answer FROM refused",
            "UPDATE refused SET action = '', answer = $2 WHERE change_id = $1",
            refused.as_str(),
        ),
        (
            "SELECT change_id, change FROM quarantine",
            "UPDATE quarantine SET change = '', reason = $2 WHERE change_id = $1",
            "it was about what is erased",
        ),
    ] {
        let rows: Vec<(String, String)> = sqlx::query_as(asked).fetch_all(&mut *connection).await.sql()?;
        for (change, text) in rows {
            if ids.iter().any(|id| text.contains(id)) {
                sqlx::query(forgotten)
                    .bind(change)
                    .bind(left)
                    .execute(&mut *connection)
                    .await
                    .sql()?;
            }
        }
    }
    Ok(())
}
