// SPDX-License-Identifier: AGPL-3.0-or-later
//! Devices that deliver without a pause, each in small parcels.
use crate::{Done, at_share, device::Device};
use serde_json::json;
use soglia_domain::household::Verb as HouseholdVerb;
use soglia_domain::{
    action::Action,
    answer::Answer as Told,
    calendar::Timestamp,
    household::HouseholdAnswer,
    id::{ChangeId, DeviceId, HouseholdId, PersonId},
    money::Money,
};
use soglia_sync::{change::Change, wire::Pushed};
use std::{
    io::Write,
    time::{Duration, Instant},
};
use uuid::Uuid;

/// Answers that one household gets before the next one is opened.
const N_ANSWERS: u64 = 9;

struct Delivered {
    n_accepted: u64,
    times_ms: Vec<f64>,
}

pub(crate) async fn run(address: &str, n_devices: &str, n_changes: &str, seconds: &str) -> Done {
    let (n_devices, n_changes): (u64, u64) = (n_devices.parse()?, n_changes.parse()?);
    let mut devices = Vec::new();
    for _ in 0..n_devices {
        devices.push(Device::sign_in(address).await?);
    }
    let begin = Instant::now();
    let end = begin + Duration::from_secs(seconds.parse()?);
    let working: Vec<_> = devices
        .into_iter()
        .map(|device| tokio::spawn(work(device, n_changes, end)))
        .collect();
    let (mut n_accepted, mut times_ms) = (0, Vec::new());
    for work in working {
        let told = work.await??;
        n_accepted += told.n_accepted;
        times_ms.extend(told.times_ms);
    }
    let elapsed_s = begin.elapsed().as_secs_f64();
    times_ms.sort_by(f64::total_cmp);
    let result = json!({
        "accepted": n_accepted,
        "seconds": elapsed_s,
        "median_ms": at_share(&times_ms, 0.5),
        "p99_ms": at_share(&times_ms, 0.99),
    });
    writeln!(std::io::stdout(), "{result}")?;
    Ok(())
}

async fn work(mut device: Device, n_changes: u64, end: Instant) -> Done<Delivered> {
    let mut told = Delivered {
        n_accepted: 0,
        times_ms: Vec::new(),
    };
    let mut counter = 0;
    let mut household = HouseholdId(Uuid::now_v7());
    while Instant::now() < end {
        let after = counter;
        let mut changes = Vec::new();
        for _ in 0..n_changes {
            if counter % (N_ANSWERS + 1) == 0 {
                household = HouseholdId(Uuid::now_v7());
            }
            counter += 1;
            changes.push(change(&device, counter, household));
        }
        let body = serde_json::to_vec(&json!({ "after": after, "changes": changes }))?;
        let asked = Instant::now();
        let answer = device.ask("POST", "/api/changes", &body).await?;
        told.times_ms.push(asked.elapsed().as_secs_f64() * 1_000.0);
        let pushed: Pushed = serde_json::from_slice(&unpacked(answer.body)?)?;
        let n_stand = pushed
            .answers
            .iter()
            .filter(|told| told.answer.position().is_some());
        let n_stand = n_stand.count() as u64;
        if n_stand != n_changes {
            return Err(format!("{n_stand} of {n_changes} changes stand").into());
        }
        told.n_accepted += n_stand;
    }
    Ok(told)
}

fn unpacked(body: Vec<u8>) -> Done<Vec<u8>> {
    // Longer answers come packed.
    if body.first() == Some(&b'{') {
        return Ok(body);
    }
    Ok(zstd::bulk::decompress(&body, 1_000_000)?)
}

fn change(device: &Device, counter: u64, household: HouseholdId) -> Change {
    let action = if counter % (N_ANSWERS + 1) == 1 {
        Action::on(
            household,
            HouseholdVerb::Open {
                label: format!("Famiglia {counter}"),
            },
        )
    } else {
        let euros = i64::try_from(counter % 3_000).unwrap_or_default();
        Action::on(
            household,
            HouseholdVerb::Say(HouseholdAnswer::NetMonthlyIncome(Told::Known(Money::from_euro(
                euros,
            )))),
        )
    };
    Change {
        id: ChangeId(Uuid::now_v7()),
        device: DeviceId(device.id),
        counter,
        author: PersonId(device.person),
        at: Timestamp {
            ms: 1_790_000_000_000,
            counter: 0,
        },
        action,
        seen: Vec::new(),
    }
}
