// SPDX-License-Identifier: AGPL-3.0-or-later
//! What people choose among: records that their device shows, days, words.
use crate::{chance::Chance, device::Device};
use soglia_domain::{calendar::Day, record::Identity, rooms::Room};

/// More than these of one kind would only make the play longer.
const MOST: usize = 30;

/// Those that the device shows.
pub(super) fn shown<T: Identity>(device: &Device, ids: &[T]) -> Vec<T> {
    let is_shown = |id: &T| device.shown(id.key()).is_some();
    ids.iter().copied().filter(is_shown).collect()
}

/// One of those that the device shows, mostly; none where another one may begin instead.
pub(super) fn one_of<T: Identity>(
    chance: &mut Chance,
    device: &Device,
    ids: &[T],
    is_of_care: bool,
) -> Option<T> {
    let going_on = if is_of_care { 950 } else { 800 };
    let shown = shown(device, ids);
    if ids.len() >= MOST || (!ids.is_empty() && chance.happens(50)) {
        return Some(chance.one_of(ids));
    }
    (!shown.is_empty() && chance.happens(going_on)).then(|| chance.one_of(&shown))
}

/// A record as the device shows it.
pub(super) fn content<C: Room + Clone>(device: &Device, id: impl Identity) -> Option<C> {
    let shown = device.shown(id.key())?;
    C::of(&shown.record).cloned()
}

/// A day to come, however long the play lasts.
pub(super) fn due(chance: &mut Chance) -> Day {
    Day::constant(2028, 6, 1).plus_days(chance.below(9) as i64)
}

pub(super) fn words(chance: &mut Chance) -> String {
    format!("parole {}", chance.below(3))
}
