// SPDX-License-Identifier: AGPL-3.0-or-later
//! What travels, letter by letter, and that neighbours in time understand each other.
#[path = "wire/base.rs"]
mod base;
#[path = "wire/older.rs"]
mod older;
#[path = "wire/rooms.rs"]
mod rooms;
#[path = "wire/shapes.rs"]
mod shapes;
