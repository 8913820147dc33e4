// SPDX-License-Identifier: AGPL-3.0-or-later
//! The devices of the person who signed in, as the server knows them.
use super::http::{HttpTrouble, answer, get, read, short};
use gloo_net::http::Request;
use soglia_domain::id::DeviceId;
pub use soglia_sync::wire::KnownDevice as OwnDevice;
use soglia_sync::wire::KnownDevices;

/// The list, the one last seen first.
///
/// # Errors
/// [`HttpTrouble`]: the list is only at the server.
pub async fn list() -> Result<Vec<OwnDevice>, HttpTrouble> {
    let devices: KnownDevices = read(answer(get("/api/devices").build()).await?).await?;
    Ok(devices.devices)
}

/// Revokes one.
///
/// # Errors
/// [`HttpTrouble`].
pub async fn revoke(device: DeviceId) -> Result<(), HttpTrouble> {
    let request = Request::delete(&format!("/api/devices/{device}"))
        .abort_signal(Some(&short()))
        .build();
    answer(request).await.map(drop)
}

/// Tells the server that this device deleted what it had received. Ends its sessions.
///
/// # Errors
/// [`HttpTrouble`].
pub async fn tell_wiped(device: DeviceId) -> Result<(), HttpTrouble> {
    let request = Request::post(&format!("/api/devices/{device}/wiped"))
        .abort_signal(Some(&short()))
        .build();
    answer(request).await.map(drop)
}
