// SPDX-License-Identifier: AGPL-3.0-or-later
//! An invented stock, invented households and the people who look after them, the same every time on the same day.
//! Everything takes the way of any other action, so that history, positions and scope are those of real work.
mod chance;
mod days;
mod draw;
mod dwellings;
mod endings;
mod entries;
mod error;
mod extent;
mod households;
mod long_diary;
mod money;
mod names;
mod people;
mod plans;
mod rounds;
mod work;

use crate::clock::now_ms;
use chance::Chance;
use days::Days;
use draw::Drawn;
use endings::Candidate;
use entries::{Followed, Written};
pub(crate) use error::DemoError;
pub(crate) use extent::Extent;
pub(crate) use long_diary::fill_diary;
pub(crate) use people::{PEOPLE, add_people};
use rounds::Rounds;
use soglia_domain::{
    author::Author,
    calendar::{Day, Timestamp},
    household::Household,
    id::{ChangeId, HouseholdId},
    key::Identity as _,
    rooms::Room as _,
};
use soglia_ledger::{
    push::{Batch, Origin as Place},
    store::{People, Store, Write},
};
use soglia_sync::change::Answer;

/// Fills an empty store with work of the last weeks before the day on which the demonstration begins.
pub(crate) async fn fill<S: People + Store>(store: &S, extent: Extent, begins: Day) -> Result<(), DemoError> {
    add_people(store).await?;
    let days = Days::before(begins);
    let mut stage = Stage {
        batch: Batch::begin(store, now_ms()).await?,
        chance: Chance::new(20_260_427),
        counter: 0,
    };
    let stock = dwellings::draw(&mut stage.chance, extent, days.listed());
    let listed = Timestamp {
        ms: days::morning_ms(days.listed()),
        counter: 0,
    };
    for action in stock.actions {
        stage.act(action, &people::officer(), listed).await?;
    }
    let mut free = stock.free;
    let (mut followed, mut ended) = (Vec::new(), Vec::new());
    for index in 0..extent.n_households {
        let case = households::draw(&mut stage.chance, days, index, &mut free);
        for Drawn { action, at } in &case.actions {
            stage.act(action.clone(), &case.author, *at).await?;
        }
        if extent.has_work_everywhere || (extent.has_diaries_and_money && entries::has_diary(index)) {
            followed.extend(stage.followed(case).await?);
        } else if extent.has_diaries_and_money && ended.len() < MOST_ENDED {
            ended.extend(stage.may_end(case).await?);
        }
    }
    if extent.has_diaries_and_money {
        stage.write_diaries(days, &followed).await?;
    }
    for Written { action, author, at } in endings::draw(&mut Chance::new(20_261_124), days, ended) {
        stage.act(action, &author, at).await?;
    }
    let rounds = Rounds::begin(stock.addresses);
    stage.write_work(days, begins, &followed, rounds).await?;
    if extent.has_diaries_and_money {
        for Drawn { action, at } in money::draw(&mut Chance::new(20_261_128), days, &stock.in_works) {
            stage.act(action, &people::coordinator(), at).await?;
        }
    }
    stage.batch.mark_as_demonstration(|key| {
        key.kind != HouseholdId::KIND || extent.worked_on_of_5 <= key.id.as_u128() % 5
    });
    stage.batch.finish_with_baseline().await?;
    Ok(())
}

/// Households among which those with a case that ended are found.
const MOST_ENDED: usize = 60;

struct Stage<W> {
    batch: Batch<W>,
    chance: Chance,
    counter: u64,
}

impl<W: Write> Stage<W> {
    /// What the diary of a case has to know; none where nothing was done for it.
    async fn followed(&mut self, case: households::Case) -> Result<Option<Followed>, DemoError> {
        let offered = case.actions.iter().find_map(Drawn::offered);
        let Some(Drawn { at, .. }) = case.actions.into_iter().next_back() else {
            return Ok(None);
        };
        let record = self.batch.record(case.household.key()).await?;
        let household = record.and_then(|stored| Household::of(&stored.record));
        let is_with_partner = household.is_some_and(|household| {
            household
                .open
                .iter()
                .any(|offer| offer.partner == Some(people::partner()))
        });
        Ok(Some(Followed {
            household: case.household,
            author: case.author,
            after: at,
            offered,
            is_with_partner,
        }))
    }

    /// A household whose case may have ended: one to which nothing is offered.
    async fn may_end(&mut self, case: households::Case) -> Result<Option<Candidate>, DemoError> {
        if case.actions.iter().any(|drawn| drawn.offered().is_some()) {
            return Ok(None);
        }
        let Some(Drawn { at, .. }) = case.actions.into_iter().next_back() else {
            return Ok(None);
        };
        let record = self.batch.record(case.household.key()).await?;
        let household = record.and_then(|stored| Household::of(&stored.record));
        Ok(household.map(|household| Candidate::of(household, case.author, at)))
    }

    /// Once all cases are there, with a chance of their own: so the cases are the same with and without diaries.
    async fn write_diaries(&mut self, days: Days, followed: &[Followed]) -> Result<(), DemoError> {
        let mut chance = Chance::new(20_261_127);
        for followed in followed {
            for Written { action, author, at } in entries::draw(&mut chance, days, followed) {
                self.act(action, &author, at).await?;
            }
        }
        Ok(())
    }

    /// With a chance of its own again: the diaries are the same with and without what goes on besides.
    async fn write_work(
        &mut self,
        days: Days,
        begins: Day,
        followed: &[Followed],
        mut rounds: Rounds,
    ) -> Result<(), DemoError> {
        let mut chance = Chance::new(20_261_126);
        for (n, followed) in followed.iter().enumerate() {
            for Written { action, author, at } in
                work::draw(&mut chance, (days, begins), n, followed, &mut rounds)
            {
                self.act(action, &author, at).await?;
            }
        }
        let mut chance = Chance::new(20_261_125);
        for (n, followed) in followed.iter().enumerate() {
            for Written { action, author, at } in plans::draw(&mut chance, days, n, followed) {
                self.act(action, &author, at).await?;
            }
        }
        Ok(())
    }

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
            Answer::Accepted { .. }
            | Answer::Merged { .. }
            | Answer::ToReview { .. }
            | Answer::Quarantined { .. } => Ok(()),
        }
    }
}
