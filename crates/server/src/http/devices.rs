// SPDX-License-Identifier: AGPL-3.0-or-later
//! The devices of a person: looking at them, revoking one, and what a revoked one says last.
use super::{
    address::FromPath,
    app::App,
    noted,
    problem::Problem,
    session::{SignedIn, SignedInAnywhere},
};
use crate::clock::now_ms;
use axum::{Json, extract::State, http::StatusCode};
use serde_json::{Value, json};
use soglia_domain::id::DeviceId;
use soglia_ledger::store::{Deed, Device, People};
use soglia_sync::wire::{KnownDevice, KnownDevices};
use std::sync::Arc;

/// `GET /api/devices`: the devices of who asks.
pub(super) async fn list_devices(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
) -> Result<Json<KnownDevices>, Problem> {
    let devices = app.store.devices(visitor.author.person).await?;
    let known = devices.into_iter().map(|device| KnownDevice {
        this: device.device == visitor.device,
        device: device.device,
        name: device.name,
        first_ms: device.first_ms,
        last_ms: device.last_ms,
        revoked_ms: device.revoked_ms,
        wiped_ms: device.wiped_ms,
        n_changes: device.n_changes,
    });
    Ok(Json(KnownDevices {
        devices: known.collect(),
    }))
}

/// A device as the command line shows it. Moments are milliseconds since 1970.
pub(crate) fn shape(device: &Device) -> Value {
    json!({
        "device": device.device,
        "name": device.name,
        "first_ms": device.first_ms,
        "last_ms": device.last_ms,
        "revoked_ms": device.revoked_ms,
        "wiped_ms": device.wiped_ms,
        "n_changes": device.n_changes,
    })
}

/// `DELETE /api/devices/{device}`: the device may no longer read, and deletes what it holds at its next contact.
/// Revoking twice is no mistake.
pub(super) async fn revoke_device(
    State(app): State<Arc<App>>,
    SignedIn(visitor): SignedIn,
    FromPath(device): FromPath<String>,
) -> Result<StatusCode, Problem> {
    let device = parse(&device)?;
    if !app
        .store
        .revoke_device(device, visitor.author.person, now_ms())
        .await?
    {
        return Err(unknown());
    }
    noted::by(&app, &visitor, Deed::DeviceRevoked, &device.to_string(), "").await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `POST /api/devices/{device}/wiped`: a revoked device has deleted what it held; its sessions end.
pub(super) async fn note_wiped(
    State(app): State<Arc<App>>,
    SignedInAnywhere(visitor): SignedInAnywhere,
    FromPath(device): FromPath<String>,
) -> Result<StatusCode, Problem> {
    if parse(&device)? != visitor.device {
        return Err(unknown());
    }
    if !visitor.revoked {
        return Err(Problem::conflict("not_revoked", "this device was not revoked"));
    }
    app.store.note_wiped(visitor.device, now_ms()).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn parse(device: &str) -> Result<DeviceId, Problem> {
    device.parse().map_err(|_| unknown())
}

fn unknown() -> Problem {
    Problem::not_found("no such device among your own")
}
