// SPDX-License-Identifier: AGPL-3.0-or-later
//! The diary: records that nobody changes, seen by who sees their household, or by fewer.
use super::{people::of_a_household, pool::Pool};
use crate::{chance::Chance, device::Device};
use soglia_domain::{
    action::Action,
    calendar::Day,
    diary_entry::{Circle, DiaryEntry, EntryTopic, Verb},
    id::DiaryEntryId,
    record::Identity as _,
    rooms::Room as _,
};

/// More than this would only make the play longer.
const MOST_ENTRIES: usize = 40;

pub(super) fn deed(chance: &mut Chance, device: &Device, pool: &mut Pool) -> Action {
    if pool.households.is_empty() {
        return of_a_household(chance, pool);
    }
    let id = if pool.entries.len() < MOST_ENTRIES {
        let id = DiaryEntryId(chance.id());
        pool.entries.push(id);
        id
    } else {
        // Written already: it is not written again.
        chance.one_of(&pool.entries)
    };
    let corrected = chance.one_of(&pool.entries);
    if chance.happens(300) {
        // Of the case to which it belongs, as far as the device knows; or of any, which is refused.
        let shown = device.shown(corrected.key());
        let of_case = shown.and_then(|stored| Some(DiaryEntry::of(&stored.record)?.household));
        let verb = Verb::Correct {
            household: of_case.unwrap_or_else(|| chance.one_of(&pool.households)),
            corrects: corrected,
            text: format!("Correzione {}", chance.below(4)),
        };
        return Action::on(id, verb);
    }
    let verb = Verb::Write {
        household: chance.one_of(&pool.households),
        day: Day::constant(2026, 9, 1 + chance.below(20) as i8),
        topic: chance.one_of(&EntryTopic::ALL),
        text: format!("Colloquio {}", chance.below(4)),
        circle: chance.one_of(&Circle::ALL),
    };
    Action::on(id, verb)
}
