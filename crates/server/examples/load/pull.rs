// SPDX-License-Identifier: AGPL-3.0-or-later
//! Devices that all ask at the same moment: what is new, and when nothing is.
use crate::{Done, at_share, device::Device};
use serde_json::json;
use std::{io::Write, time::Instant};
use tokio::sync::Barrier;

/// Records that are new to each device.
const N_NEW: u64 = 20;

const N_ROUNDS: usize = 5;

pub(crate) async fn run(address: &str, n_devices: &str) -> Done {
    let n_devices: usize = n_devices.parse()?;
    let mut devices = Vec::new();
    for _ in 0..n_devices {
        devices.push(Device::sign_in(address).await?);
    }
    let head = head(&mut devices[0]).await?;
    let (devices, new) = ask_all(devices, head.saturating_sub(N_NEW)).await?;
    let (_, nothing) = ask_all(devices, head).await?;
    let shown = |times: &[f64]| {
        json!({
            "median_ms": at_share(times, 0.5),
            "p99_ms": at_share(times, 0.99),
            "slowest_ms": at_share(times, 1.0),
        })
    };
    let result = json!({ "new": shown(&new), "nothing": shown(&nothing) });
    writeln!(std::io::stdout(), "{result}")?;
    Ok(())
}

/// Where the order ends, found by walking to it.
async fn head(device: &mut Device) -> Done<u64> {
    let mut since = 0;
    loop {
        let path = format!("/api/records?since={since}&most=2000");
        let body = device.ask("GET", &path, &[]).await?.body;
        let body = if body.first() == Some(&b'{') {
            body
        } else {
            zstd::bulk::decompress(&body, 64_000_000)?
        };
        let page: serde_json::Value = serde_json::from_slice(&body)?;
        since = page["cursor"].as_u64().ok_or("no cursor came")?;
        if page["more"] != true {
            return Ok(since);
        }
    }
}

async fn ask_all(devices: Vec<Device>, since: u64) -> Done<(Vec<Device>, Vec<f64>)> {
    let start = std::sync::Arc::new(Barrier::new(devices.len()));
    let asking: Vec<_> = devices
        .into_iter()
        .map(|mut device| {
            let start = start.clone();
            tokio::spawn(async move {
                let path = format!("/api/records?since={since}");
                let mut times = Vec::new();
                for _ in 0..N_ROUNDS {
                    start.wait().await;
                    let asked = Instant::now();
                    device.ask("GET", &path, &[]).await?;
                    times.push(asked.elapsed().as_secs_f64() * 1_000.0);
                }
                Done::Ok((device, times))
            })
        })
        .collect();
    let (mut devices, mut all) = (Vec::new(), Vec::new());
    for asked in asking {
        let (device, times) = asked.await??;
        devices.push(device);
        all.extend(times);
    }
    all.sort_by(f64::total_cmp);
    Ok((devices, all))
}
