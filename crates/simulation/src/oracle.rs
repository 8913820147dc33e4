// SPDX-License-Identifier: AGPL-3.0-or-later
//! What must hold when the play has calmed down.
mod asked;
mod devices;
mod pages;
mod partners;
mod records;

pub(crate) use asked::shows_nothing_asked;
pub(crate) use pages::beyond_the_reader;

use crate::world::World;
use devices::{agrees, has_nothing_left_to_send, has_nothing_of_others};
use futures::executor::block_on;
use records::{Records, all};
use soglia_domain::{
    city_rules::CityRules,
    commitment::{Commitment, CommitmentState},
    context::Known,
    dwelling::{Dwelling, DwellingState},
    funding_source::FundingSource,
    id::{CITY_RULES, ChangeId, DwellingId, FundingSourceId, PlacementId},
    placement::Placement,
    record::{Identity as _, LogPosition, Stored},
    rent::{AgreedRent, counted, rent_ceiling},
    rooms::Room as _,
    rulebook::Rulebook,
    samples,
};
use soglia_ledger::{fold::verify, store::Store};
use soglia_sync::change::{Answer, OutboxState};
use std::collections::{BTreeMap, BTreeSet};

/// Whether everything holds.
///
/// # Errors
/// In words, what does not.
pub(crate) fn check(world: &World) -> Result<(), String> {
    let records = at_the_server(world)?;
    one_household_for_each_dwelling(&records)?;
    no_rent_above_its_ceiling(&records)?;
    no_source_is_passed(&records)?;
    what_rooms_promise_holds(&records)?;
    for (n, device) in world.devices.iter().enumerate() {
        agrees(world, n, device, &records)?;
        has_nothing_of_others(world, n, device, &records)?;
        shows_nothing_asked(n, device)?;
        has_nothing_left_to_send(n, device)?;
    }
    nothing_is_missing(world)?;
    the_log_holds(world)
}

fn at_the_server(world: &World) -> Result<Records, String> {
    let (_, bodies) = block_on(world.server.store.everything()).map_err(|error| error.to_string())?;
    let mut records = Records::new();
    for (key, body) in bodies {
        let stored: Stored = serde_json::from_str(&body).map_err(|_| format!("{key} cannot be read"))?;
        records.insert(stored.record.key(), stored);
    }
    Ok(records)
}

fn one_household_for_each_dwelling(records: &Records) -> Result<(), String> {
    let mut open: BTreeMap<DwellingId, Vec<PlacementId>> = BTreeMap::new();
    for offer in all::<Placement>(records).filter(|offer| offer.state.is_open()) {
        open.entry(offer.dwelling).or_default().push(offer.id);
    }
    for dwelling in all::<Dwelling>(records) {
        let offers = open.remove(&dwelling.id).unwrap_or_default();
        let reserved = match &dwelling.state {
            DwellingState::Reserved { placement, .. } => vec![*placement],
            DwellingState::ToAssess
            | DwellingState::ToRefurbish
            | DwellingState::UnderWorks
            | DwellingState::Ready
            | DwellingState::Occupied { .. }
            | DwellingState::OutOfStock { .. } => Vec::new(),
        };
        if offers != reserved {
            let (id, state) = (dwelling.id, dwelling.state.key());
            return Err(format!(
                "{id} is offered {} times, and its state is {state}",
                offers.len()
            ));
        }
    }
    match open.keys().next() {
        Some(dwelling) => Err(format!("{dwelling} is offered and does not exist")),
        None => Ok(()),
    }
}

fn no_rent_above_its_ceiling(records: &Records) -> Result<(), String> {
    let rules = records.get(&CITY_RULES.key()).map(|stored| &stored.record);
    let rulebook = rules
        .and_then(CityRules::of)
        .cloned()
        .unwrap_or_default()
        .rulebook();
    for dwelling in all::<Dwelling>(records) {
        if let DwellingState::Reserved { rent: Some(rent), .. } = &dwelling.state {
            check_rent(dwelling, rent, &rulebook).map_err(|what| format!("{}: {what}", dwelling.id))?;
        }
    }
    Ok(())
}

/// However many asked at once.
fn no_source_is_passed(records: &Records) -> Result<(), String> {
    let mut committed: BTreeMap<FundingSourceId, i64> = BTreeMap::new();
    for made in all::<Commitment>(records).filter(|made| made.state == CommitmentState::Committed) {
        *committed.entry(made.source).or_default() += made.amount.cents();
    }
    for source in all::<FundingSource>(records) {
        let sum = committed.remove(&source.id).unwrap_or_default();
        let there_is = source.amount().cents();
        if sum > there_is {
            return Err(format!(
                "{sum} cents of {there_is} are committed of {}",
                source.id
            ));
        }
    }
    match committed.keys().next() {
        Some(source) => Err(format!("money of {source} is committed, which does not exist")),
        None => Ok(()),
    }
}

/// What each room says of itself.
fn what_rooms_promise_holds(records: &Records) -> Result<(), String> {
    let known: Known = records
        .iter()
        .map(|(key, stored)| (*key, stored.record.clone()))
        .collect();
    match samples::invariants(&known).first() {
        Some((key, what)) => Err(format!("{key}: this does not hold: {what}")),
        None => Ok(()),
    }
}

fn check_rent(dwelling: &Dwelling, rent: &AgreedRent, rulebook: &Rulebook) -> Result<(), String> {
    // No rule about rents is set otherwise for the days of the play.
    let rules = rulebook.as_of(soglia_domain::calendar::Day::constant(2027, 1, 1));
    let area = dwelling.facts.surface(rules.cap_surface_kind(), &rules);
    let area = area.ok_or("a rent without a surface")?;
    let ceiling = rent_ceiling(area, rent.tier, &rules).monthly;
    if counted(rent.monthly, rent.service_charges.unwrap_or_default(), &rules) > ceiling {
        return Err("the rent is above its ceiling".to_owned());
    }
    Ok(())
}

/// Every change that a person was told is saved is at the server or on the device, and its author is told what became of
/// it.
fn nothing_is_missing(world: &World) -> Result<(), String> {
    let mut states: BTreeMap<_, Vec<Option<OutboxState>>> = BTreeMap::new();
    for device in &world.devices {
        device.with(async |replica| {
            for entry in replica.outbox() {
                let known = states.entry(entry.change.id).or_default();
                known.push(Some(entry.state.clone()));
            }
            for delivery in replica.deliveries() {
                states.entry(delivery.change.id).or_default().push(None);
            }
        });
    }
    for saved in &world.saved {
        let id = saved.change;
        if world.given_up.contains(&id) || world.excused.contains(&id) {
            continue;
        }
        let answer = world.server.store.answer(id);
        let is_aside = world.server.store.aside(id).is_some();
        let here = states.get(&id).map(Vec::as_slice).unwrap_or_default();
        let name = id.0.simple();
        if answer.is_none() && !is_aside && here.is_empty() {
            return Err(format!(
                "the saved change {name} of device {} is missing",
                saved.device
            ));
        }
        let is_refused = matches!(answer, Some(Answer::Refused { .. }));
        // What still waits builds on something that came back, see above: it goes and is sent again with that, and is
        // decided anew. The answer to it may have been lost when it was sent from another device.
        let was_told = here.iter().flatten().any(|state| match state {
            OutboxState::Pending | OutboxState::Refused { .. } | OutboxState::Quarantined { .. } => true,
            OutboxState::Answered { .. } => false,
        });
        if is_refused && !was_told {
            return Err(format!("nobody was told that {name} was refused: {here:?}"));
        }
        let stands = answer.as_ref().is_some_and(|answer| answer.position().is_some());
        // What still waits to be sent builds on something that came back; see above. It may have been sent before that came
        // back, and taken: where the answer was lost, it is held back all the same.
        let came_back = here
            .iter()
            .flatten()
            .any(|state| !matches!(state, OutboxState::Pending));
        if stands && came_back && !world.was_restored {
            return Err(format!("{name} stands, and a device shows otherwise: {here:?}"));
        }
    }
    Ok(())
}

/// The chain holds, the records are what it leads to, nothing stands twice, and each device's changes are in its order. Where
/// another device brings some of them they have an order of their own: it may bring what the first one holds back, and the
/// first one does not wait for it.
fn the_log_holds(world: &World) -> Result<(), String> {
    let store = &world.server.store;
    let verified = block_on(verify(store)).map_err(|error| error.to_string())?;
    if let Some(flaw) = verified.flaws.first() {
        return Err(format!("the log does not hold: {flaw:?}"));
    }
    let log = block_on(store.log_after(LogPosition(0), u32::MAX)).map_err(|error| error.to_string())?;
    let mut changes = BTreeSet::new();
    let mut counters: BTreeMap<(&str, Option<usize>), u64> = BTreeMap::new();
    for (line, _) in &log {
        if !changes.insert(line.change.as_str()) {
            return Err(format!("{} was applied twice", line.change));
        }
        let brought_by = line
            .change
            .parse()
            .ok()
            .and_then(|id| world.brought_by(ChangeId(id)));
        let before = counters
            .insert((&line.device, brought_by), line.counter)
            .unwrap_or_default();
        if !world.may_overtake() && before >= line.counter {
            return Err(format!(
                "device {} is out of its order: {} was applied after {before}, as {}",
                line.device, line.counter, line.change
            ));
        }
    }
    Ok(())
}
