// SPDX-License-Identifier: AGPL-3.0-or-later
//! A case that was followed for years: as many entries in its diary as a measurement needs.
use super::{Chance, DemoError, Stage, days, people};
use crate::clock::now_ms;
use soglia_domain::{
    action::Action,
    calendar::{Day, Timestamp},
    diary_entry::{Circle, EntryTopic, Verb},
    household::Verb as HouseholdVerb,
    id::{DiaryEntryId, HouseholdId},
};
use soglia_ledger::{push::Batch, store::Store};

/// What the case is called.
const LABEL: &str = "Famiglia Diario Lungo";

/// Adds a case with a diary of so many entries, one for each day before the demonstration begins.
pub(crate) async fn fill_diary<S: Store>(store: &S, n_entries: u32, begins: Day) -> Result<(), DemoError> {
    let mut stage = Stage {
        batch: Batch::begin(store, now_ms()).await?,
        chance: Chance::new(20_261_126),
        // Behind the numbers of everything else that the invented device did.
        counter: 10_000_000,
    };
    let household = HouseholdId(stage.chance.uuid());
    let author = people::social_worker(0);
    let at = |n: u32| Timestamp {
        ms: days::morning_ms(begins) + i64::from(n),
        counter: 0,
    };
    let open = HouseholdVerb::Open {
        label: LABEL.to_owned(),
    };
    stage.act(Action::on(household, open), &author, at(0)).await?;
    for n in 1..=n_entries {
        let verb = Verb::Write {
            household,
            day: begins.plus_days(i64::from(n) - i64::from(n_entries) - 1),
            topic: EntryTopic::Call,
            text: format!(
                "Telefonata numero {n}: si aspetta la risposta della scuola e si conferma la visita."
            ),
            circle: Circle::Team,
        };
        let entry = DiaryEntryId(stage.chance.uuid());
        stage.act(Action::on(entry, verb), &author, at(n)).await?;
    }
    stage.batch.mark_as_demonstration(|_| true);
    stage.batch.finish_with_baseline().await?;
    Ok(())
}
