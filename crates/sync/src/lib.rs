// SPDX-License-Identifier: AGPL-3.0-or-later
//! How an action travels, rests on a device, and merges.
//!
//! This crate knows the domain. It does no input or output: no browser, no network, no SQL; storage and transport are
//! traits that others implement.
#![warn(missing_docs)]

pub mod change;
pub mod codec;
pub mod engine;
pub mod id_hash;
pub mod memory;
pub mod outbox;
pub mod overlay;
pub mod replica;
pub mod segment;
pub mod storage;
pub mod transport;
mod trouble;
pub mod wire;
pub mod workfile;
