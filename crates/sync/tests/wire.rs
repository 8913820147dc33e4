// SPDX-License-Identifier: AGPL-3.0-or-later
//! What travels, letter by letter, and that neighbours in time understand each other.
#[path = "wire/older.rs"]
mod older;
#[path = "wire/shapes.rs"]
mod shapes;
