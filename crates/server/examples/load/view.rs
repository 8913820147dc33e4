// SPDX-License-Identifier: AGPL-3.0-or-later
//! People who all open one shared link, again and again, for some seconds.
use crate::{Done, at_share, device::Device};
use serde_json::json;
use std::{
    io::Write,
    time::{Duration, Instant},
};

pub(crate) async fn run(address: &str, n_readers: &str, seconds: &str) -> Done {
    let n_readers: usize = n_readers.parse()?;
    let lasts = Duration::from_secs(seconds.parse()?);
    let body = json!({ "token": std::env::var("SOGLIA_LOAD_TOKEN")? }).to_string();
    let began = Instant::now();
    let mut reading = Vec::new();
    for _ in 0..n_readers {
        let mut reader = Device::connect(address).await?;
        let body = body.clone();
        reading.push(tokio::spawn(async move {
            let mut times = Vec::new();
            while began.elapsed() < lasts {
                let asked = Instant::now();
                reader.ask("POST", "/api/shared", body.as_bytes()).await?;
                times.push(asked.elapsed().as_secs_f64() * 1_000.0);
            }
            Done::Ok(times)
        }));
    }
    let mut all = Vec::new();
    for read in reading {
        all.extend(read.await??);
    }
    let seconds = began.elapsed().as_secs_f64();
    all.sort_by(f64::total_cmp);
    let result = json!({
        "views": all.len(),
        "seconds": seconds,
        "median_ms": at_share(&all, 0.5),
        "p99_ms": at_share(&all, 0.99),
    });
    writeln!(std::io::stdout(), "{result}")?;
    Ok(())
}
