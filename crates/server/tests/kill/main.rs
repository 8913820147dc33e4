// SPDX-License-Identifier: AGPL-3.0-or-later
//! The server is killed without warning while devices deliver, again and again: nothing that was answered is missing
//! afterwards, and nothing is there twice. `SOGLIA_KILLS` says how often; few times in the tests, 200 before a release.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod database;
mod device;
mod field;

use database::Database;
use device::deliver;
use field::Field;
use std::sync::atomic::Ordering;

/// Devices that deliver at the same time.
const N_DEVICES: usize = 4;

fn n_kills() -> usize {
    std::env::var("SOGLIA_KILLS").map_or(20, |kills| kills.parse().unwrap())
}

fn kill_again_and_again(database: &Database) {
    let field = Field::new(database);
    let n_kills = n_kills();
    let mut chance = 88_172_645_463_325_252_u64;
    std::thread::scope(|scope| {
        for n in 0..N_DEVICES {
            let field = &field;
            scope.spawn(move || deliver(field, n));
        }
        for kill in 1..=n_kills {
            chance ^= chance << 13;
            chance ^= chance >> 7;
            chance ^= chance << 17;
            // Others are under way whenever a number of answers has arrived.
            field.wait_for_answers(1 + (chance % 25) as usize);
            field.kill();
            // What was answered up to now has to be there, whatever comes later.
            let answered = field.answered();
            field.start();
            database.holds(&answered);
            if kill % 10 == 0 {
                database.verify();
            }
        }
        field.is_over.store(true, Ordering::Relaxed);
    });
    let answered = field.answered();
    field.kill();
    database.holds(&answered);
    // Every device went on until it had every answer: nothing else was taken.
    assert_eq!(database.verify(), answered.len() as u64);
    eprintln!(
        "{n_kills} kills on {}, {} changes answered, none missing, none twice",
        database.name(),
        answered.len()
    );
}

#[test]
fn sqlite_keeps_what_was_answered_when_the_server_is_killed() {
    kill_again_and_again(&Database::in_folder());
}

#[test]
fn postgres_keeps_what_was_answered_when_the_server_is_killed() {
    if let Some(database) = Database::in_postgres() {
        kill_again_and_again(&database);
    }
}
