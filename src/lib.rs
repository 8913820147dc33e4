// SPDX-License-Identifier: AGPL-3.0-or-later
//! The client: runs entirely in the browser, works without a network, and syncs when there is one.

pub mod agenda;
pub mod app;
pub mod certificate;
pub mod deliveries;
pub mod device;
pub mod diary;
pub mod dwellings;
pub mod family;
pub mod fetched;
pub mod funding;
pub mod households;
pub mod map;
pub mod path;
pub mod photos;
pub mod prelude;
pub mod record;
pub mod routes;
pub mod rules;
pub mod session;
pub mod settings;
pub mod state;
pub mod sync_loop;
pub mod text;
pub mod today;
pub mod ui;
