// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who looked at what.
use super::{Engine, Row, Sql};
use crate::store::{kept, unreadable};
use soglia_domain::{
    author::Role,
    id::{DeviceId, PersonId},
};
use soglia_ledger::{
    chain::Hash,
    store::{Audit, AuditAsked, AuditLine, Audited, Deed, Outcome, StoreError},
};
use sqlx::Row as _;

const COLUMNS: &str = "SELECT n, told_ms, at_ms, person, role, device, deed, about, note, hash FROM audit";

impl Audit for Engine {
    async fn note(&self, lines: &[AuditLine], now_ms: i64) -> Outcome<()> {
        if lines.is_empty() {
            return Ok(());
        }
        let mut hold = self.hold_about("audit").await?;
        let last = sqlx::query("SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1")
            .fetch_optional(hold.connection()?)
            .await
            .sql()?;
        let (mut n, mut before) = match &last {
            Some(row) => (number(row, 0)?, hash(row, 1)?),
            None => (0, Hash::default()),
        };
        for line in lines {
            let next = Audited::after(n, before, line.clone(), now_ms);
            (n, before) = (next.n, next.hash);
            let line = &next.line;
            sqlx::query(
                "INSERT INTO audit (n, told_ms, at_ms, person, role, device, deed, about, note, hash)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            )
            .bind(i64::try_from(next.n).map_err(unreadable)?)
            .bind(now_ms)
            .bind(line.at_ms)
            .bind(line.person.map_or_else(String::new, |id| id.to_string()))
            .bind(line.role.map_or("", Role::key))
            .bind(line.device.map_or_else(String::new, |id| id.to_string()))
            .bind(line.deed.key())
            .bind(kept(&line.about))
            .bind(kept(&line.note))
            .bind(next.hash.as_str().to_owned())
            .execute(hold.connection()?)
            .await
            .sql()?;
        }
        hold.commit().await
    }

    async fn audited(&self, asked: &AuditAsked) -> Outcome<Vec<Audited>> {
        let text = format!(
            "{COLUMNS} WHERE ($1 = '' OR person = $1) AND ($2 = '' OR deed = $2) AND ($3 = '' OR about = $3)
             AND at_ms >= $4 AND at_ms < $5 AND n < $6 ORDER BY n DESC LIMIT $7"
        );
        let rows = sqlx::query(&text)
            .bind(asked.person.map_or_else(String::new, |id| id.to_string()))
            .bind(asked.deed.map_or("", Deed::key))
            .bind(kept(asked.about.as_deref().unwrap_or_default()))
            .bind(asked.from_ms.unwrap_or(i64::MIN))
            .bind(asked.until_ms.unwrap_or(i64::MAX))
            .bind(
                asked
                    .before
                    .map_or(i64::MAX, |n| i64::try_from(n).unwrap_or(i64::MAX)),
            )
            .bind(i64::from(asked.most))
            .fetch_all(&self.readers)
            .await
            .sql()?;
        rows.iter().map(read).collect()
    }

    async fn audit_after(&self, n: u64, most: u32) -> Outcome<Vec<Audited>> {
        let text = format!("{COLUMNS} WHERE n > $1 ORDER BY n LIMIT $2");
        let rows = sqlx::query(&text)
            .bind(i64::try_from(n).map_err(unreadable)?)
            .bind(i64::from(most))
            .fetch_all(&self.readers)
            .await
            .sql()?;
        rows.iter().map(read).collect()
    }
}

fn number(row: &Row, column: usize) -> Outcome<u64> {
    u64::try_from(row.try_get::<i64, _>(column).sql()?).map_err(unreadable)
}

fn hash(row: &Row, column: usize) -> Outcome<Hash> {
    let text: String = row.try_get(column).sql()?;
    Hash::parse(&text).ok_or_else(|| StoreError("a line of the audit has no hash".to_owned()))
}

/// An identity; none where there is no text.
fn id<T>(row: &Row, column: usize, of: impl Fn(uuid::Uuid) -> T) -> Outcome<Option<T>> {
    let text: String = row.try_get(column).sql()?;
    if text.is_empty() {
        return Ok(None);
    }
    Ok(Some(of(text.parse().map_err(unreadable)?)))
}

fn read(row: &Row) -> Outcome<Audited> {
    let deed: String = row.try_get(6).sql()?;
    let role: String = row.try_get(4).sql()?;
    Ok(Audited {
        n: number(row, 0)?,
        told_ms: row.try_get(1).sql()?,
        line: AuditLine {
            at_ms: row.try_get(2).sql()?,
            person: id(row, 3, PersonId)?,
            role: Role::ALL.into_iter().find(|known| known.key() == role),
            device: id(row, 5, DeviceId)?,
            deed: Deed::parse(&deed)
                .ok_or_else(|| StoreError(format!("the audit knows no deed \"{deed}\"")))?,
            about: row.try_get(7).sql()?,
            note: row.try_get(8).sql()?,
        },
        hash: hash(row, 9)?,
    })
}
