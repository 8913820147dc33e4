// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a generator gives: an action and the moment at which somebody did it.
use super::chance::Chance;
use soglia_domain::{
    action::Action, answer::Answer, calendar::Timestamp, id::DwellingId, placement::Verb as PlacementVerb,
    rooms::Verb,
};

/// One invented action.
pub(super) struct Drawn {
    pub(super) action: Action,
    pub(super) at: Timestamp,
}

impl Drawn {
    /// The dwelling that it offers, if it offers one.
    pub(super) fn offered(&self) -> Option<DwellingId> {
        let Verb::Placement(PlacementVerb::Offer { dwelling, .. }) = &self.action.verb else {
            return None;
        };
        Some(*dwelling)
    }
}

/// Known in so many of a hundred cases, asked without an answer in some of the others, not asked in the rest.
pub(super) fn maybe<T>(chance: &mut Chance, known_percent: i64, value: T) -> Answer<T> {
    let drawn = chance.between(0, 99);
    if drawn < known_percent {
        Answer::Known(value)
    } else if drawn < known_percent + (100 - known_percent) / 2 {
        Answer::NotKnownYet
    } else {
        Answer::NotAsked
    }
}
