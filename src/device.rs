// SPDX-License-Identifier: AGPL-3.0-or-later
//! The only code that names the browser's own things: storage, network, clock, files, installation.
pub mod clock;
pub mod http;
pub mod update;
