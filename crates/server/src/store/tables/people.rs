// SPDX-License-Identifier: AGPL-3.0-or-later
//! People, their devices and their sessions.
use super::{Engine, Sql, author::author, devices, sessions};
use crate::store::kept;
use soglia_domain::{
    author::Author,
    id::{DeviceId, PersonId},
};
use soglia_ledger::store::{Device, Outcome, People, Person, Visitor};
use sqlx::Row as _;

impl People for Engine {
    async fn knows_nobody(&self) -> Outcome<bool> {
        let n: i64 = sqlx::query_scalar("SELECT count(*) FROM people")
            .fetch_one(&self.readers)
            .await
            .sql()?;
        Ok(n == 0)
    }

    async fn person(&self, sign_in: &str) -> Outcome<Option<Person>> {
        find(self, sign_in).await
    }

    async fn sign_in_of(&self, person: PersonId) -> Outcome<Option<String>> {
        sqlx::query_scalar("SELECT sign_in FROM people WHERE id = $1")
            .bind(person.to_string())
            .fetch_optional(&self.readers)
            .await
            .sql()
    }

    async fn add_person(&self, person: &Person) -> Outcome<bool> {
        add(self, person).await
    }

    async fn change_rights(&self, author: &Author) -> Outcome<()> {
        change_rights(self, author).await
    }

    async fn claim_device(
        &self,
        device: DeviceId,
        person: PersonId,
        name: &str,
        now_ms: i64,
    ) -> Outcome<bool> {
        devices::claim(self, device, person, name, now_ms).await
    }

    async fn devices(&self, person: PersonId) -> Outcome<Vec<Device>> {
        devices::of_person(self, person).await
    }

    async fn revoke_device(&self, device: DeviceId, person: PersonId, now_ms: i64) -> Outcome<bool> {
        devices::revoke(self, device, person, now_ms).await
    }

    async fn note_wiped(&self, device: DeviceId, now_ms: i64) -> Outcome<()> {
        devices::note_wiped(self, device, now_ms).await
    }

    async fn owns_device(&self, device: DeviceId, person: PersonId) -> Outcome<bool> {
        devices::is_own(self, device, person).await
    }

    async fn open_session(&self, token_hash: &str, visitor: &Visitor, now_ms: i64) -> Outcome<()> {
        sessions::open(self, token_hash, visitor, now_ms).await
    }

    async fn session(&self, token_hash: &str, now_ms: i64) -> Outcome<Option<Visitor>> {
        sessions::find(self, token_hash, now_ms).await
    }

    async fn close_session(&self, token_hash: &str) -> Outcome<()> {
        sessions::close(self, token_hash).await
    }
}

async fn find(store: &Engine, sign_in: &str) -> Outcome<Option<Person>> {
    let row = sqlx::query(
        "SELECT id, name, role, organisation, organisation_name, sign_in, password FROM people WHERE sign_in = $1",
    )
    .bind(kept(sign_in))
    .fetch_optional(&store.readers)
    .await.sql()?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Person {
        author: author(&row)?,
        sign_in: row.try_get(5).sql()?,
        password: row.try_get(6).sql()?,
    }))
}

async fn add(store: &Engine, person: &Person) -> Outcome<bool> {
    let mut hold = store.hold_briefly().await?;
    let done = sqlx::query(
        "INSERT INTO people (id, sign_in, name, password, role, organisation, organisation_name)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (sign_in) DO NOTHING",
    )
    .bind(person.author.person.to_string())
    .bind(kept(&person.sign_in))
    .bind(kept(&person.author.name))
    .bind(&person.password)
    .bind(serde_json::to_string(&person.author.role)?)
    .bind(person.author.organisation.to_string())
    .bind(kept(&person.author.organisation_name))
    .execute(hold.connection()?)
    .await
    .sql()?;
    hold.commit().await?;
    Ok(done.rows_affected() == 1)
}

/// Another role, organisation or name; devices notice by the count of rights.
async fn change_rights(store: &Engine, author: &Author) -> Outcome<()> {
    let role = serde_json::to_string(&author.role)?;
    let mut hold = store.hold_briefly().await?;
    sqlx::query(
        "UPDATE people SET name = $2, role = $3, organisation = $4, organisation_name = $5, rights = rights + 1
         WHERE id = $1 AND (name, role, organisation, organisation_name) <> ($2, $3, $4, $5)",
    )
    .bind(author.person.to_string())
    .bind(kept(&author.name))
    .bind(role)
    .bind(author.organisation.to_string())
    .bind(kept(&author.organisation_name))
    .execute(hold.connection()?)
    .await
    .sql()?;
    hold.commit().await
}
