// SPDX-License-Identifier: AGPL-3.0-or-later
//! Both engines pass the suite of every store, each test in a folder or database of its own.
mod cursors;
mod folder;
mod postgres;
mod server;
mod sqlite;
