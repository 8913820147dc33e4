// SPDX-License-Identifier: AGPL-3.0-or-later
//! The one order of changes: what the server makes of what devices send, and what it gives out, over any store.
//!
//! This crate knows the domain and the wire. It does no input or output of its own: no network, no SQL, no clock; the
//! store is a few traits, and the moment is an argument.
#![warn(missing_docs)]

pub mod archive;
pub mod chain;
#[cfg(feature = "contract")]
pub mod contract;
pub mod erasure;
pub mod fold;
mod hash;
pub mod memory;
pub mod office;
pub mod pull;
pub mod push;
pub mod store;
