// SPDX-License-Identifier: AGPL-3.0-or-later
//! The server and command line.
fn main() {}
