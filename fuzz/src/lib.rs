// SPDX-License-Identifier: AGPL-3.0-or-later
//! What must hold of any bytes, for each that reads what comes from outside. libFuzzer runs it where it is installed, and the
//! steady runner on every machine: the same functions.

#[path = "targets/accounts.rs"]
pub mod accounts;
#[path = "targets/changes.rs"]
pub mod changes;
#[path = "targets/evaluate.rs"]
pub mod evaluate;
#[path = "targets/identifiers.rs"]
pub mod identifiers;
#[path = "targets/json.rs"]
pub mod json;
#[path = "targets/links.rs"]
pub mod links;
pub mod mutate;
#[path = "targets/rent.rs"]
pub mod rent;
#[path = "targets/tax_codes.rs"]
pub mod tax_codes;

/// A target: its name, which is that of its folder of seeds, and what must hold.
pub type Target = (&'static str, fn(&[u8]));

/// All of them.
pub const TARGETS: [Target; 8] = [
    ("evaluate", evaluate::check),
    ("rent", rent::check),
    ("tax_codes", tax_codes::check),
    ("identifiers", identifiers::check),
    ("json", json::check),
    ("changes", changes::check),
    ("accounts", accounts::check),
    ("links", links::check),
];
