// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a try costs while the server cannot be reached: the same, whatever waits.
use crate::{
    arrival::two,
    deeds::{income, new_household, open},
    line::Line,
    server::{Server, Weather},
};
use soglia_sync::{
    transport::{PullRequest, Transport, TransportTrouble},
    wire::{Push, Pushed},
};
use std::cell::RefCell;

/// The way to the server, with the size of each request that took it.
struct Weighed(Line, RefCell<Vec<usize>>);

impl Transport for Weighed {
    async fn push(&self, push: &Push) -> Result<Pushed, TransportTrouble> {
        self.1.borrow_mut().push(push.changes.len());
        self.0.push(push).await
    }

    async fn pull(&self, request: &PullRequest) -> Result<Vec<u8>, TransportTrouble> {
        self.0.pull(request).await
    }
}

#[test]
fn a_few_changes_go_ahead_to_a_server_that_was_not_there() {
    let server = Server::default();
    let (marta, _) = two(&server);
    let id = new_household();
    marta.must(open(id, "Famiglia Ionescu"));
    for euro in 0..199 {
        marta.must(income(id, euro));
    }
    server.set_weather(Weather::Down);
    let line = Weighed(marta.line(), RefCell::default());
    for _ in 0..3 {
        assert!(marta.sync_over(&line).is_err());
    }
    server.set_weather(Weather::Fair);
    marta.sync_over(&line).expect("the server is there");
    assert_eq!(*line.1.borrow(), [200, 50, 50, 50, 150]);
    assert_eq!((marta.n_outbox(), marta.n_waiting_for_author()), (0, 0));
    marta.must(income(id, 1_000));
    marta.sync_over(&line).expect("the server is there");
    assert_eq!(line.1.borrow().last(), Some(&1));
}
