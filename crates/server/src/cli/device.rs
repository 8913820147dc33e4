// SPDX-License-Identifier: AGPL-3.0-or-later
//! `soglia device`: the devices of a person, for who runs the server.
use super::{
    common::{CommandError, DataArgs, Done, open, say},
    user::find,
};
use crate::{clock::now_ms, http::devices::shape};
use clap::Subcommand;
use serde_json::{Value, json};
use soglia_domain::{calendar::Timestamp, id::DeviceId};
use soglia_ledger::store::{Device, People};

#[derive(Subcommand)]
pub(super) enum DeviceCommand {
    /// Show the devices of someone, the one last seen first.
    List {
        /// Name to sign in with.
        sign_in: String,
        /// Print JSON.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        data: DataArgs,
    },
    /// Revoke a device of someone: it may only deliver what it holds, which is set aside, and then deletes it.
    Revoke {
        /// Name to sign in with.
        sign_in: String,
        /// Identity of the device, as the list shows it.
        device: String,
        /// Print JSON.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        data: DataArgs,
    },
}

pub(super) async fn run(command: DeviceCommand) -> Done {
    match command {
        DeviceCommand::List { sign_in, json, data } => {
            let store = open(&data).await?;
            let person = find(&store, &sign_in).await?.author.person;
            let devices = store.devices(person).await?;
            if json {
                say(json!({ "devices": devices.iter().map(shape).collect::<Vec<Value>>() }));
            } else {
                devices.iter().map(line).for_each(say);
            }
        }
        DeviceCommand::Revoke {
            sign_in,
            device,
            json,
            data,
        } => {
            let unknown = || CommandError::Input(format!("{sign_in} has no device {device}"));
            let store = open(&data).await?;
            let person = find(&store, &sign_in).await?.author.person;
            let id: DeviceId = device.parse().map_err(|_| unknown())?;
            if !store.revoke_device(id, person, now_ms()).await? {
                return Err(unknown());
            }
            if json {
                say(json!({ "device": id, "revoked": true }));
            } else {
                say(format_args!("{device} was revoked"));
            }
        }
    }
    Ok(())
}

fn line(device: &Device) -> String {
    let state = match (device.revoked_ms, device.wiped_ms) {
        (_, Some(ms)) => format!("revoked, emptied on {}", day(ms)),
        (Some(ms), None) => format!("revoked on {}, not yet emptied", day(ms)),
        (None, None) => "in use".to_owned(),
    };
    let name = if device.name.is_empty() {
        "without a name"
    } else {
        &device.name
    };
    format!(
        "{}  {name}  last seen {}  {} changes  {state}",
        device.device,
        day(device.last_ms),
        device.n_changes
    )
}

fn day(ms: i64) -> String {
    Timestamp { ms, counter: 0 }.day().to_string()
}
