// SPDX-License-Identifier: AGPL-3.0-or-later
//! Everything out of the tables, and into them.
use super::{Engine, Row, Sql, Writing};
use crate::store::{
    dump::{Cell, Holds, TABLES, Table},
    kept,
    rows::{next_size, values},
};
use futures_util::TryStreamExt;
use serde_json::{Map, Value};
use soglia_ledger::store::Outcome;
use sqlx::{Executor, Row as _};

impl Engine {
    /// Gives every row of every table, all from one snapshot, while others go on writing.
    pub(crate) async fn dump(
        &self,
        mut take: impl FnMut(&'static Table, Value) -> Outcome<()>,
    ) -> Outcome<()> {
        let mut snapshot = self.snapshot().await?;
        for table in &TABLES {
            let text = table.select();
            let mut rows = sqlx::query(&text).fetch(&mut *snapshot);
            while let Some(row) = rows.try_next().await.sql()? {
                take(table, table.line(cells(table, &row)?))?;
            }
        }
        snapshot.commit().await.sql()
    }
}

fn cells(table: &Table, row: &Row) -> Outcome<Vec<Cell>> {
    let cell = |(at, (_, holds)): (usize, &(&str, Holds))| {
        Ok(match holds {
            Holds::Text | Holds::LaterText => Cell::Text(row.try_get(at).sql()?),
            Holds::Number => Cell::Number(Some(row.try_get(at).sql()?)),
            Holds::NumberOrNone => Cell::Number(row.try_get(at).sql()?),
        })
    };
    table.columns.iter().enumerate().map(cell).collect()
}

impl Writing {
    /// Takes every row out of every table.
    pub(crate) async fn empty(&mut self) -> Outcome<()> {
        let connection = self.written().await?;
        for table in TABLES.iter().rev() {
            let text = format!("DELETE FROM {}", table.name);
            connection.execute(text.as_str()).await.sql()?;
        }
        Ok(())
    }

    /// Puts rows of a backup into a table.
    pub(crate) async fn fill(&mut self, table: &Table, rows: Vec<Map<String, Value>>) -> Outcome<()> {
        let rows: Vec<Vec<Cell>> = rows
            .into_iter()
            .map(|row| table.cells(row))
            .collect::<Outcome<_>>()?;
        let connection = self.written().await?;
        let mut left = rows.as_slice();
        while !left.is_empty() {
            let (now, later) = left.split_at(next_size(left.len()));
            let text = format!(
                "INSERT INTO {} ({}) {}",
                table.name,
                table.columns(),
                values(now.len(), table.columns.len())
            );
            let mut query = sqlx::query(&text);
            for cell in now.iter().flatten() {
                query = match cell {
                    Cell::Text(text) => query.bind(kept(text)),
                    Cell::Number(number) => query.bind(*number),
                };
            }
            query.execute(&mut *connection).await.sql()?;
            left = later;
        }
        Ok(())
    }
}
