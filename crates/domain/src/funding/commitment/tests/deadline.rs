// SPDX-License-Identifier: AGPL-3.0-or-later
//! The last day for commitments, by the clock of the server in Rome and by no other.
use super::*;
use soglia_kernel::calendar::Timestamp;

const MINUTE_MS: i64 = 60_000;

fn until(last: Day) -> Known {
    let mut known = funded();
    known.insert(GRANT.key(), source(GRANT, Some(last)));
    known
}

/// Whether the server, by its clock, still takes a commitment.
fn is_taken(last: Day, received_ms: i64) -> bool {
    let decided = decided_at(
        &until(last),
        COORDINATOR,
        &euro(1, 1),
        Moment::at_server(NOW, received_ms),
    );
    if decided.is_err() {
        assert_eq!(decided, Err(Refusal::PastDeadline { last }.into()));
        return false;
    }
    true
}

/// The first moment of the day after, in milliseconds: midnight in Rome as UTC counts it.
#[track_caller]
fn check(last: Day, midnight_ms: i64) {
    assert!(
        is_taken(last, midnight_ms - MINUTE_MS),
        "{last}: the last minute begins"
    );
    assert!(is_taken(last, midnight_ms - 1), "{last}: the last minute ends");
    assert!(!is_taken(last, midnight_ms), "{last}: the next day begins");
    assert!(
        !is_taken(last, midnight_ms + MINUTE_MS),
        "{last}: the next day has begun"
    );
}

#[test]
fn the_last_minute_of_the_last_day_counts_and_the_first_of_the_next_does_not() {
    // In winter Rome is one hour ahead: 31 December 2026, 23:00 UTC.
    check(Day::constant(2026, 12, 31), 1_798_758_000_000);
    // In summer two: 30 June 2026, 22:00 UTC.
    check(Day::constant(2026, 6, 30), 1_782_856_800_000);
    // The day on which clocks go forward has 23 hours: 28 March, 23:00, to 29 March, 22:00 UTC.
    check(Day::constant(2026, 3, 28), 1_774_738_800_000);
    check(Day::constant(2026, 3, 29), 1_774_821_600_000);
    // The day on which they go back ends an hour later by UTC: 25 October, 23:00.
    check(Day::constant(2026, 10, 25), 1_792_969_200_000);
}

#[test]
fn the_clock_of_a_device_neither_saves_nor_costs_anything() {
    let last = Day::constant(2026, 12, 31);
    let known = until(last);
    let midnight_ms = 1_798_758_000_000;
    let at = |ms| Timestamp { ms, counter: 0 };
    let decided = |moment| decided_at(&known, COORDINATOR, &euro(1, 1), moment);
    // A tablet that was without a network past the last day may still say so; it is for the server to tell.
    assert!(decided(Moment::on_device(at(midnight_ms + MINUTE_MS))).is_ok());
    // Written in time and come too late, or written by a clock that runs ahead and come in time.
    let late = decided(Moment::at_server(at(midnight_ms - MINUTE_MS), midnight_ms));
    assert_eq!(late, Err(Refusal::PastDeadline { last }.into()));
    assert!(decided(Moment::at_server(at(midnight_ms + MINUTE_MS), midnight_ms - 1)).is_ok());
}

#[test]
fn without_a_last_day_there_is_no_late() {
    let decided = decided_at(
        &funded(),
        COORDINATOR,
        &euro(1, 1),
        Moment::at_server(NOW, i64::MAX / 2),
    );
    assert!(decided.is_ok());
}

#[test]
fn what_was_committed_in_time_is_released_at_any_time() {
    let mut known = until(Day::constant(2026, 12, 31));
    act(&mut known, &euro(1, 1));
    let after = Moment::at_server(NOW, 1_798_758_000_000);
    assert!(decided_at(&known, COORDINATOR, &release(1, "errore"), after).is_ok());
}
