// SPDX-License-Identifier: AGPL-3.0-or-later
//! The binary `soglia`: the server and its command line.
#![expect(
    clippy::duplicate_mod,
    reason = "both databases speak the same SQL: its files are compiled once for each, see store.rs"
)]

mod backup;
mod blobs;
mod cli;
mod client;
mod clock;
mod committer;
mod demo;
mod erasing;
mod everything;
mod http;
mod import;
mod listening;
mod metrics;
mod misses;
mod password_rule;
mod patience;
mod private_file;
mod provider;
mod retention;
mod second_factor;
mod secret;
mod store;
mod throttle;
mod tls;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
