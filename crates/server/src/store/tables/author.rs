// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who somebody is, out of the first five columns of a row.
use super::{Row, Sql};
use crate::store::unreadable;
use soglia_domain::{
    author::{Author, Role},
    id::PersonId,
};
use soglia_ledger::store::Outcome;
use sqlx::Row as _;

pub(super) fn author(row: &Row) -> Outcome<Author> {
    let id = |column: usize| -> Outcome<uuid::Uuid> {
        let text: String = row.try_get(column).sql()?;
        text.parse().map_err(unreadable)
    };
    let role: String = row.try_get(2).sql()?;
    let role: Role = serde_json::from_str(&role)?;
    Ok(Author {
        person: PersonId(id(0)?),
        name: row.try_get(1).sql()?,
        role,
        organisation: soglia_domain::id::OrganisationId(id(3)?),
        organisation_name: row.try_get(4).sql()?,
    })
}
