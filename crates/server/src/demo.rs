// SPDX-License-Identifier: AGPL-3.0-or-later
//! An invented stock, invented households and the people who look after them, the same every time. Everything takes the
//! way of any other action, so that history, positions and scope are those of real work.
mod chance;
mod draw;
mod dwellings;
mod households;
mod names;
mod people;

use crate::{clock::now_ms, secret::SecretError};
use chance::Chance;
use draw::Drawn;
pub(crate) use people::{PEOPLE, add_people};
use soglia_domain::{author::Author, calendar::Timestamp, id::ChangeId, record::RecordKey};
use soglia_ledger::{
    push::{Batch, Origin as Place},
    store::{People, Store, StoreError, Write},
};
use soglia_sync::change::Answer;

/// How much to invent.
#[derive(Clone, Copy)]
pub(crate) struct Extent {
    /// Dwellings inside Milan.
    pub(crate) n_municipal: usize,
    /// Confiscated dwellings.
    pub(crate) n_confiscated: usize,
    /// Dwellings around Milan.
    pub(crate) n_around: usize,
    /// Households.
    pub(crate) n_households: usize,
    /// Dwellings entrusted to the partner of the demonstration.
    pub(crate) n_entrusted: usize,
    /// Of five households, so many keep a line for each field, as cases do on which people work.
    pub(crate) worked_on_of_5: u128,
}

impl Extent {
    /// The stock of the public notice.
    pub(crate) const NOTICE: Self = Self {
        n_municipal: 339,
        n_confiscated: 6,
        n_around: 143,
        n_households: 160,
        n_entrusted: 40,
        worked_on_of_5: 0,
    };

    /// As many as asked, in the proportions of the notice.
    pub(crate) fn of(n_dwellings: usize, n_households: usize) -> Self {
        let n_around = n_dwellings * 143 / 488;
        let n_confiscated = n_dwellings * 6 / 488;
        Self {
            n_municipal: n_dwellings - n_around - n_confiscated,
            n_confiscated,
            n_around,
            n_households,
            n_entrusted: n_dwellings * 40 / 488,
            worked_on_of_5: 2,
        }
    }
}

/// Why there is no demonstration.
pub(crate) enum DemoError {
    /// The store failed.
    Store(StoreError),
    /// No password could be hashed.
    Secret,
    /// The rules refused an invented action: the generator and the rules have grown apart.
    Refused(&'static str),
}

impl From<StoreError> for DemoError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<SecretError> for DemoError {
    fn from(_: SecretError) -> Self {
        Self::Secret
    }
}

/// Fills an empty store.
pub(crate) async fn fill<S: People + Store>(store: &S, extent: Extent) -> Result<(), DemoError> {
    add_people(store).await?;
    let mut stage = Stage {
        batch: Batch::begin(store, now_ms()).await?,
        chance: Chance::new(20_260_427),
        counter: 0,
    };
    let stock = dwellings::draw(&mut stage.chance, extent);
    for action in stock.actions {
        stage
            .act(
                action,
                &people::officer(),
                Timestamp {
                    ms: dwellings::LISTED_MS,
                    counter: 0,
                },
            )
            .await?;
    }
    let mut free = stock.free;
    for index in 0..extent.n_households {
        let case = households::draw(&mut stage.chance, index, &mut free);
        for Drawn { action, at } in case.actions {
            stage.act(action, &case.author, at).await?;
        }
    }
    stage.batch.mark_as_demonstration(|key| match key {
        RecordKey::Dwelling(_) => true,
        RecordKey::Household(id) => extent.worked_on_of_5 <= id.0.as_u128() % 5,
        RecordKey::CityRules => false,
    });
    stage.batch.finish_with_baseline().await?;
    Ok(())
}

struct Stage<W> {
    batch: Batch<W>,
    chance: Chance,
    counter: u64,
}

impl<W: Write> Stage<W> {
    async fn act(
        &mut self,
        action: soglia_domain::action::Action,
        author: &Author,
        at: Timestamp,
    ) -> Result<(), DemoError> {
        self.counter += 1;
        let id = ChangeId(self.chance.uuid());
        let place = Place {
            device: people::DEVICE,
            counter: self.counter,
            at,
        };
        match self.batch.act(id, action, author, &place).await? {
            Answer::Refused { refusal } => Err(DemoError::Refused(refusal.code())),
            _ => Ok(()),
        }
    }
}
