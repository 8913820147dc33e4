// SPDX-License-Identifier: AGPL-3.0-or-later
//! What holds for every household, every dwelling and every set of rules.
#[path = "properties/amounts.rs"]
mod amounts;
#[path = "properties/asking.rs"]
mod asking;
#[path = "properties/certificates.rs"]
mod certificates;
#[path = "properties/knowledge.rs"]
mod knowledge;
#[path = "properties/rules.rs"]
mod rules;
