// SPDX-License-Identifier: AGPL-3.0-or-later
//! Many devices at once, to measure a server with: `load push URL N_DEVICES N_CHANGES SECONDS`, `load pull URL N_DEVICES`,
//! `load view URL N_READERS SECONDS`. Name and password, or the token of a link, are read from the environment. Prints one JSON object.
#[path = "load/device.rs"]
mod device;
#[path = "load/pull.rs"]
mod pull;
#[path = "load/push.rs"]
mod push;
#[path = "load/view.rs"]
mod view;

use std::{error::Error, process::ExitCode};

/// What goes wrong here ends the measurement.
pub(crate) type Done<T = ()> = Result<T, Box<dyn Error + Send + Sync>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["push", address, n_devices, n_changes, seconds] => {
            push::run(address, n_devices, n_changes, seconds).await
        }
        ["pull", address, n_devices] => pull::run(address, n_devices).await,
        ["view", address, n_readers, seconds] => view::run(address, n_readers, seconds).await,
        _ => Err("load push URL N_DEVICES N_CHANGES SECONDS, load pull URL N_DEVICES, or load view URL N_READERS SECONDS".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("load: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Milliseconds at a share of sorted times.
pub(crate) fn at_share(sorted: &[f64], share: f64) -> f64 {
    let last = sorted.len().saturating_sub(1);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "an index into a list of some thousand times"
    )]
    let index = ((last as f64) * share).ceil() as usize;
    sorted.get(index).copied().unwrap_or_default()
}
