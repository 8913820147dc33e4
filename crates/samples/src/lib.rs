// SPDX-License-Identifier: AGPL-3.0-or-later
//! Invented households and dwellings, for tests and measurements. Each has a number; the same number gives the same one
//! on every machine.
#![warn(missing_docs)]

mod draw;
mod dwellings;
mod households;
mod lines;
mod today;
mod transcript;

pub use dwellings::{area, tier};
pub use households::{household, people, whole_household};
pub use lines::{dwelling_line, household_line};
pub use today::TODAY;
pub use transcript::{agreement, transcript};

use soglia_domain::{
    eligibility::Situation,
    rulebook::{Rulebook, Rules},
};

/// How many samples two machines are held against each other with.
pub const N_AGREED: u64 = 10_000;

/// The published rules of that day.
pub fn rules() -> Rules {
    Rulebook::published().as_of(TODAY)
}

/// What the rules need to know of a household.
pub fn situation(number: u64, rules: &Rules) -> Situation {
    Situation::of(&household(number), rules)
}
