// SPDX-License-Identifier: AGPL-3.0-or-later
//! Clocks that are wrong.
use crate::{
    arrival::two,
    deeds::{income, new_household, open},
    server::{BEGIN_MS as NOW_MS, Server},
};
use soglia_domain::record::Identity as _;

const DAY_MS: i64 = 86_400_000;

/// F20: a device whose clock is days ahead or behind exchanges as any other, and drags no other clock along.
#[test]
fn a_device_days_ahead_or_behind_exchanges_as_any_other() {
    for skew_ms in [5 * DAY_MS, -5 * DAY_MS, 300_000, -300_000] {
        let server = Server::default();
        let (marta, luca) = two(&server);
        marta.set_clock(NOW_MS);
        luca.set_clock(NOW_MS + skew_ms);
        let (a, b) = (new_household(), new_household());
        marta.must(open(a, "Famiglia Ionescu"));
        luca.must(open(b, "Famiglia Rossi"));
        for _ in 0..2 {
            marta.sync(&server).expect("the server is there");
            luca.sync(&server).expect("the server is there");
        }
        marta.must(income(b, 900));
        luca.must(income(a, 800));
        for _ in 0..2 {
            marta.sync(&server).expect("the server is there");
            luca.sync(&server).expect("the server is there");
        }
        assert_eq!((marta.n_outbox(), luca.n_outbox()), (0, 0));
        assert_eq!(marta.rows(), luca.rows());
        for key in [a.key(), b.key()] {
            assert_eq!(marta.shown(key), luca.shown(key));
        }
        let ahead_ms = marta.head().clock.ms - NOW_MS;
        assert!(ahead_ms < DAY_MS + 60_000, "dragged along by {ahead_ms} ms");
    }
}

/// F20: a clock that is set back does not turn the order of what one device did around.
#[test]
fn a_clock_that_is_set_back_keeps_the_order_of_the_device() {
    let server = Server::default();
    let (marta, _) = two(&server);
    marta.set_clock(NOW_MS);
    let id = new_household();
    marta.must(open(id, "Famiglia Ionescu"));
    marta.set_clock(NOW_MS - 3 * DAY_MS);
    marta.must(income(id, 700));
    marta.must(income(id, 900));
    assert_eq!(marta.counters(), [1, 2, 3]);
    assert_eq!(marta.reopened().counters(), [1, 2, 3]);
    let shown = marta.household(id);
    marta.sync(&server).expect("the server is there");
    assert_eq!(marta.household(id).facts, shown.facts);
}
