// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which steps a database still needs to come to the present tables.
use soglia_ledger::store::{Outcome, StoreError};

/// Version 0.2 begins with this number: what version 0.1 wrote is told apart, and left as it is.
const FIRST: i64 = 10;

/// The number a database has once every step is taken.
pub(super) fn steps_taken(steps: &[&str]) -> i64 {
    i64::try_from(steps.len()).map_or(i64::MAX, |n| FIRST + n - 1)
}

/// The steps that a database with a number still needs; 0 is an empty one.
pub(super) fn steps_left<'a>(steps: &'a [&'a str], taken: i64) -> Outcome<&'a [&'a str]> {
    if taken == 0 {
        return Ok(steps);
    }
    if taken < FIRST {
        return Err(StoreError(
            "the database was written by version 0.1 of Soglia, which this version does not read: begin with an empty one"
                .to_owned(),
        ));
    }
    usize::try_from(taken - FIRST + 1)
        .ok()
        .and_then(|n| steps.get(n..))
        .ok_or_else(|| StoreError("the database was written by a newer version of Soglia".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_takes_the_steps_that_it_lacks() {
        let steps = ["a", "b", "c"];
        assert_eq!(steps_left(&steps, 0), Ok(&steps[..]));
        assert_eq!(steps_left(&steps, 10), Ok(&steps[1..]));
        assert_eq!(steps_left(&steps, 12), Ok(&steps[3..]));
        assert_eq!(steps_taken(&steps), 12);
        assert!(steps_left(&steps, 13).is_err(), "it is newer");
        assert!(steps_left(&steps, 3).is_err(), "it is of version 0.1");
    }
}
