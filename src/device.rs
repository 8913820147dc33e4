// SPDX-License-Identifier: AGPL-3.0-or-later
//! The only code that names the browser's own things: storage, network, clock, files, new versions, other tabs.
pub mod calendars;
pub mod clock;
mod codec;
pub mod crypto;
pub mod devices;
pub mod drafts;
pub mod events;
pub mod files;
pub mod handover;
pub mod here;
mod history;
pub mod http;
pub mod idle;
pub mod indexeddb;
pub mod install;
pub mod locks;
mod message;
mod packing;
pub mod photos;
pub mod pictures;
pub mod profile;
pub mod shared;
pub mod space;
pub mod tabs;
pub mod update;
pub mod words;
pub mod writer;
