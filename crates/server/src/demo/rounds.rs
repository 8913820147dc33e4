// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who goes where this week. On the day on which the demonstration begins both social workers have a round to make: from
//! one address to the next near it, to a dwelling that is on offer, and to one place that no map knows.
use super::{dwellings::Standing, entries::Followed};
use soglia_domain::{
    assignee::Colleague,
    calendar::{Day, is_working_day},
    id::PersonId,
    visit::{Appointment, Purpose, Verb},
};
use std::collections::BTreeMap;

/// Visits of the first day.
const FIRST_DAY: usize = 5;

/// When they begin, in minutes of the day: an hour each, and the way to the next one.
const HOURS: [u16; FIRST_DAY] = [540, 615, 690, 840, 915];

/// Addresses nearer than this to one where the round was already are the same corner, in millionths of a degree.
const SAME_CORNER: i32 = 12_000;

/// The rounds of all workers, as they are made up.
pub(super) struct Rounds {
    /// Where dwellings of the demonstration stand, as long as nobody goes there.
    addresses: Vec<Standing>,
    of: BTreeMap<PersonId, Round>,
}

/// The round of one worker so far.
#[derive(Default)]
struct Round {
    n_followed: usize,
    n_visits: usize,
    seen: Vec<Standing>,
}

impl Rounds {
    pub(super) const fn begin(addresses: Vec<Standing>) -> Self {
        Self {
            addresses,
            of: BTreeMap::new(),
        }
    }

    /// The visit that is planned for a case; every second one has one.
    pub(super) fn next(&mut self, begins: Day, followed: &Followed) -> Option<Verb> {
        let worker = &followed.author;
        let round = self.of.entry(worker.person).or_default();
        round.n_followed += 1;
        if round.n_followed.is_multiple_of(2) {
            return None;
        }
        let n = round.n_visits;
        round.n_visits += 1;
        let later = n.saturating_sub(FIRST_DAY);
        let (n_days, slot) = if n < FIRST_DAY {
            (0, n)
        } else {
            (1 + later % 4, later / 4 % FIRST_DAY)
        };
        let (purpose, place) = if followed.offered.is_some() {
            (Purpose::Dwelling, "Davanti al portone".to_owned())
        } else if n % FIRST_DAY == 2 {
            (Purpose::Plan, "Ufficio di zona, secondo piano".to_owned())
        } else {
            let next = take_next(&mut self.addresses, &round.seen);
            round.seen.extend(next.clone());
            let place = next.map(|next| format!("{}, citofono in cortile", next.text));
            (Purpose::Home, place.unwrap_or_default())
        };
        let from = HOURS[slot];
        Some(Verb::Plan {
            household: followed.household,
            dwelling: followed.offered,
            purpose,
            appointment: Appointment {
                day: working_day(begins.plus_days(n_days as i64)),
                from: Some(from),
                to: Some(from + 60),
                place,
            },
            who: Some(Colleague::of(worker)),
        })
    }
}

/// The address nearest to the last one that is at no corner where the round was; the first of all where it begins.
fn take_next(addresses: &mut Vec<Standing>, seen: &[Standing]) -> Option<Standing> {
    let far = |one: &Standing, other: &Standing| {
        let (here, there) = (one.position, other.position);
        (here.latitude - there.latitude).abs() + (here.longitude - there.longitude).abs()
    };
    let is_new = |at: &usize| seen.iter().all(|other| far(&addresses[*at], other) > SAME_CORNER);
    let from_last = |at: &usize| seen.last().map_or(0, |last| far(&addresses[*at], last));
    let at = (0..addresses.len()).filter(is_new).min_by_key(from_last)?;
    Some(addresses.remove(at))
}

/// That day, or the next one on which people work.
pub(super) fn working_day(mut day: Day) -> Day {
    while !is_working_day(day) {
        day = day.plus_days(1);
    }
    day
}
