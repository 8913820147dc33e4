// SPDX-License-Identifier: AGPL-3.0-or-later
//! Two tablets and a server, all in memory: what is stored, what is shown, what arrives.
#[path = "sync/alike.rs"]
mod alike;
#[path = "sync/anew.rs"]
mod anew;
#[path = "sync/arrival.rs"]
mod arrival;
#[path = "sync/asked.rs"]
mod asked;
#[path = "sync/at_work.rs"]
mod at_work;
#[path = "sync/care.rs"]
mod care;
#[path = "sync/carry.rs"]
mod carry;
#[path = "sync/clock.rs"]
mod clock;
#[path = "sync/deeds.rs"]
mod deeds;
#[path = "sync/line.rs"]
mod line;
#[path = "sync/newer.rs"]
mod newer;
#[path = "sync/older_device.rs"]
mod older_device;
#[path = "sync/probing.rs"]
mod probing;
#[path = "sync/rest.rs"]
mod rest;
#[path = "sync/seen.rs"]
mod seen;
#[path = "sync/server.rs"]
mod server;
#[path = "sync/simulation.rs"]
mod simulation;
#[path = "sync/tablet.rs"]
mod tablet;
#[path = "sync/trouble.rs"]
mod trouble;
#[path = "sync/weeks.rs"]
mod weeks;
