// SPDX-License-Identifier: AGPL-3.0-or-later
//! What must hold when the play has calmed down.
use crate::{device::Device, world::World};
use futures::executor::block_on;
use soglia_domain::{
    dwelling::DwellingState,
    household::OfferState,
    id::DwellingId,
    record::{LogPosition, Record, RecordKey, Stored},
    rent::{counted, rent_ceiling},
    rulebook::{CityRules, Rulebook},
    scope,
};
use soglia_ledger::{fold::verify, store::Store};
use soglia_sync::{
    change::{Answer, OutboxState},
    outbox::to_send,
};
use std::collections::{BTreeMap, BTreeSet};

/// Whether everything holds.
///
/// # Errors
/// In words, what does not.
pub(crate) fn check(world: &World) -> Result<(), String> {
    let records = at_the_server(world)?;
    one_household_for_each_dwelling(&records)?;
    no_rent_above_its_ceiling(&records)?;
    for (n, device) in world.devices.iter().enumerate() {
        agrees(world, n, device, &records)?;
        has_nothing_left_to_send(n, device)?;
    }
    nothing_is_missing(world)?;
    the_log_holds(world)
}

type Records = BTreeMap<RecordKey, Stored>;

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
    let mut held: BTreeMap<DwellingId, usize> = BTreeMap::new();
    for stored in records.values() {
        if let Record::Household(household) = &stored.record {
            for offer in &household.offers {
                let is_open = matches!(offer.state, OfferState::Proposed);
                *held.entry(offer.dwelling).or_default() += usize::from(is_open);
            }
        }
    }
    for (dwelling, n_open) in held {
        let state = match records
            .get(&RecordKey::Dwelling(dwelling))
            .map(|stored| &stored.record)
        {
            Some(Record::Dwelling(dwelling)) => dwelling.state.clone(),
            _ => return Err(format!("{dwelling} is proposed and does not exist")),
        };
        let is_reserved = matches!(state, DwellingState::Reserved { .. });
        if n_open > 1 || (n_open == 1) != is_reserved {
            return Err(format!(
                "{dwelling} is proposed {n_open} times, and its state is {}",
                state.key()
            ));
        }
    }
    Ok(())
}

fn no_rent_above_its_ceiling(records: &Records) -> Result<(), String> {
    let rulebook = match records.get(&RecordKey::CityRules).map(|stored| &stored.record) {
        Some(Record::CityRules(rules)) => rules.rulebook(),
        _ => CityRules::default().rulebook(),
    };
    for stored in records.values() {
        if let Record::Dwelling(dwelling) = &stored.record
            && let DwellingState::Reserved { rent: Some(rent), .. } = &dwelling.state
        {
            check_rent(dwelling, rent, &rulebook).map_err(|what| format!("{}: {what}", dwelling.id))?;
        }
    }
    Ok(())
}

fn check_rent(
    dwelling: &soglia_domain::dwelling::Dwelling,
    rent: &soglia_domain::household::AgreedRent,
    rulebook: &Rulebook,
) -> Result<(), String> {
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

/// A device shows what its person may see, no more and no less; and the same after it starts again.
fn agrees(world: &World, n: usize, device: &Device, records: &Records) -> Result<(), String> {
    let author = &world.people[device.person];
    let mut reopened = Device::new(device.person, device.signed_in.clone());
    reopened.storage = device.storage.clone();
    reopened.boot();
    for key in world.pool.keys() {
        let expected = records
            .get(&key)
            .and_then(|stored| scope::visible(author, stored));
        for device in [device, &reopened] {
            let confirmed = device
                .with(async |replica| replica.confirmed(key).await.ok().flatten())
                .flatten()
                .map(|read| read.stored.clone());
            if confirmed != expected {
                let here = confirmed.map(|stored| stored.position);
                let there = expected.map(|stored| stored.position);
                return Err(format!(
                    "device {n} has {key} at {here:?}, and the server at {there:?}"
                ));
            }
        }
        let laid = reopened.with(async |replica| replica.shown(key).await.ok().and_then(|laid| laid.row()));
        if reopened.rows.get(&key) != laid.flatten().as_ref() {
            return Err(format!("device {n} lists {key} otherwise than it shows it"));
        }
    }
    Ok(())
}

/// What still waits builds on something that came back.
fn has_nothing_left_to_send(n: usize, device: &Device) -> Result<(), String> {
    let left = device.with(async |replica| to_send(replica.outbox(), None, 1).changes);
    match left.unwrap_or_default().first() {
        Some(change) => Err(format!("device {n} did not send {}", change.id.0.simple())),
        None => Ok(()),
    }
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
        let was_told = here.iter().any(|state| {
            matches!(
                state,
                Some(OutboxState::Refused { .. } | OutboxState::Quarantined { .. })
            )
        });
        if is_refused && !was_told {
            return Err(format!("nobody was told that {name} was refused: {here:?}"));
        }
        let stands = answer.as_ref().is_some_and(|answer| answer.position().is_some());
        // What still waits to be sent builds on something that came back; see above.
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

/// The chain holds, the records are what it leads to, nothing stands twice, and each device's changes are in its order.
fn the_log_holds(world: &World) -> Result<(), String> {
    let store = &world.server.store;
    let verified = block_on(verify(store)).map_err(|error| error.to_string())?;
    if let Some(flaw) = verified.flaws.first() {
        return Err(format!("the log does not hold: {flaw:?}"));
    }
    let log = block_on(store.log_after(LogPosition(0), u32::MAX)).map_err(|error| error.to_string())?;
    let mut changes = BTreeSet::new();
    let mut counters: BTreeMap<&str, u64> = BTreeMap::new();
    for (line, _) in &log {
        if !changes.insert(line.change.as_str()) {
            return Err(format!("{} was applied twice", line.change));
        }
        let before = counters.insert(&line.device, line.counter);
        // Work that another device sends for this one may overtake what is held back, or lost, of it.
        if !world.was_carried && before.is_some_and(|before| before >= line.counter) {
            return Err(format!("device {} is out of its order", line.device));
        }
    }
    Ok(())
}
