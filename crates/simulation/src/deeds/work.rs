// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tasks and visits: records with a state that two people end at once, and that partners see in part, or no more.
use super::{
    chosen::{due, one_of, shown, words},
    people::of_a_household,
    pool::Pool,
    stock::photo,
};
use crate::{chance::Chance, device::Device};
use soglia_domain::{
    action::Action,
    answer::Answer,
    assignee::{Assignee, Colleague},
    author::Role,
    calendar::Day,
    id::{HouseholdId, TaskId, VisitId},
    task::{self, TaskFact, TaskKind},
    visit::{self, Appointment, AttemptId, AttemptReason, CheckItem, Purpose, VisitFact},
};

pub(super) fn deed(chance: &mut Chance, device: &Device, pool: &mut Pool) -> Action {
    let households = shown(device, &pool.households);
    if households.is_empty() {
        return of_a_household(chance, pool);
    }
    let household = chance.one_of(&households);
    if chance.happens(500) {
        of_a_task(household, chance, device, pool)
    } else {
        of_a_visit(household, chance, device, pool)
    }
}

fn a_day(chance: &mut Chance) -> Day {
    Day::constant(2026, 9, 12).plus_days(chance.below(12) as i64)
}

fn for_whom(chance: &mut Chance, device: &Device) -> Assignee {
    if chance.happens(300) {
        Assignee::Person(Colleague::of(&device.signed_in.author))
    } else {
        Assignee::Role(chance.one_of(&Role::OF_RECORDS))
    }
}

fn of_a_task(household: HouseholdId, chance: &mut Chance, device: &Device, pool: &mut Pool) -> Action {
    let Some(id) = one_of(chance, device, &pool.tasks, pool.is_of_care) else {
        let id = TaskId(chance.id());
        pool.tasks.push(id);
        let verb = task::Verb::Ask {
            household,
            what: chance.one_of(&TaskKind::ALL),
            about: None,
            text: words(chance),
            due: due(chance),
            assignee: for_whom(chance, device),
        };
        return Action::on(id, verb);
    };
    let verb = match chance.below(8) {
        0 | 1 => task::Verb::Finish {
            answer: chance.happens(700).then(|| words(chance)),
        },
        2 => task::Verb::Drop {
            reason: words(chance),
        },
        3 => task::Verb::Reopen {},
        4 => task::Verb::Postpone {
            due: due(chance),
            reason: words(chance),
        },
        _ => task::Verb::Say(TaskFact::Assignee(for_whom(chance, device))),
    };
    Action::on(id, verb)
}

fn appointment(chance: &mut Chance) -> Appointment {
    Appointment {
        day: a_day(chance),
        from: chance.happens(500).then_some(540),
        to: chance.happens(500).then_some(600),
        place: words(chance),
    }
}

fn of_a_visit(household: HouseholdId, chance: &mut Chance, device: &Device, pool: &mut Pool) -> Action {
    let Some(id) = one_of(chance, device, &pool.visits, pool.is_of_care) else {
        let id = VisitId(chance.id());
        pool.visits.push(id);
        let verb = visit::Verb::Plan {
            household,
            dwelling: None,
            purpose: chance.one_of(&Purpose::ALL),
            appointment: appointment(chance),
            who: None,
        };
        return Action::on(id, verb);
    };
    let reason = chance.one_of(&AttemptReason::ALL);
    let verb = match chance.below(14) {
        0 => visit::Verb::Close {
            day: a_day(chance),
            from: None,
            to: None,
            present: vec![words(chance)],
            notes: words(chance),
        },
        1 => visit::Verb::GiveUp {
            reason,
            note: words(chance),
        },
        2 => visit::Verb::Cancel {
            reason: words(chance),
        },
        3 | 4 => visit::Verb::Attempt {
            attempt: AttemptId(chance.below(4) as u32),
            day: a_day(chance),
            reason,
            note: words(chance),
        },
        5 | 6 => visit::Verb::Check {
            item: chance.one_of(&CheckItem::ALL),
            done: chance.happens(700),
        },
        7 | 8 => visit::Verb::Say(VisitFact::Safety(Answer::Known(words(chance)))),
        9 => visit::Verb::AddPhoto { photo: photo(chance) },
        10 => visit::Verb::RemovePhoto {
            photo: photo(chance).id,
        },
        11 => visit::Verb::Say(VisitFact::Who(Colleague::of(&device.signed_in.author))),
        _ => visit::Verb::Say(VisitFact::Appointment(appointment(chance))),
    };
    Action::on(id, verb)
}
