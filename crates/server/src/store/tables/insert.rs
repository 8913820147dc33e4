// SPDX-License-Identifier: AGPL-3.0-or-later
//! Writing many rows at once.
use super::{Connection, Db, Sql};
use crate::store::rows::{next_size, values};
use soglia_ledger::store::Outcome;

/// A statement of this engine with its parameters.
pub(super) type Query<'q> = sqlx::query::Query<'q, Db, <Db as sqlx::Database>::Arguments<'q>>;

/// A statement over rows: what stands before and after `VALUES (…), (…)`, and how a row becomes parameters.
pub(super) struct Rows<T> {
    pub(super) before: &'static str,
    pub(super) after: &'static str,
    pub(super) n_columns: usize,
    pub(super) bind: for<'q> fn(Query<'q>, &'q T) -> Query<'q>,
}

impl<T> Rows<T> {
    /// Runs it over all rows, in few statements.
    pub(super) async fn run(&self, connection: &mut Connection, rows: &[T]) -> Outcome<()> {
        let mut left = rows;
        while !left.is_empty() {
            let (now, later) = left.split_at(next_size(left.len()));
            let text = format!(
                "{}{}{}",
                self.before,
                values(now.len(), self.n_columns),
                self.after
            );
            let mut query = sqlx::query(&text);
            for row in now {
                query = (self.bind)(query, row);
            }
            query.execute(&mut *connection).await.sql()?;
            left = later;
        }
        Ok(())
    }
}
