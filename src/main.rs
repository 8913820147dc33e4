// SPDX-License-Identifier: AGPL-3.0-or-later
//! Mounts the client.
fn main() {}
