// SPDX-License-Identifier: AGPL-3.0-or-later
//! What was done for a household, one thing after the other.
use crate::demo::{chance::Chance, days::Days, draw::Drawn};
use soglia_domain::{action::Action, calendar::Timestamp, id::HouseholdId};

/// Gives each action of a case its moment.
pub(super) struct Diary {
    pub(super) days: Days,
    pub(super) household: HouseholdId,
    pub(super) at: Timestamp,
    pub(super) actions: Vec<Drawn>,
}

impl Diary {
    /// The next thing done, some seconds after the one before.
    pub(super) fn note(&mut self, chance: &mut Chance, action: Action) {
        self.at = Timestamp {
            ms: self.at.ms + chance.between(4, 70) * 1_000,
            counter: 0,
        };
        self.actions.push(Drawn { action, at: self.at });
    }

    /// Some days later, during office hours; on the same day where the demonstration begins before.
    pub(super) fn later(&mut self, chance: &mut Chance) {
        let (n_days, shift_ms) = (chance.between(1, 4), chance.between(-90, 90) * 60_000);
        if let Some(later_ms) = self.days.later_ms(self.at.ms, n_days) {
            self.at.ms = later_ms + shift_ms;
        }
    }
}
