// SPDX-License-Identifier: AGPL-3.0-or-later
//! F11: the exchange goes on in the background, and never stands in the way of who works.
use crate::{
    arrival::two,
    deeds::{income, new_household, open},
    line::Line,
    server::Server,
    tablet::Tablet,
};
use soglia_domain::id::HouseholdId;
use soglia_sync::{
    transport::{PullRequest, Transport, TransportTrouble},
    wire::{Push, Pushed},
};
use std::cell::Cell;

/// A network so slow that somebody writes down another answer during every request.
struct Slow<'a> {
    line: Line,
    tablet: &'a Tablet,
    household: HouseholdId,
    n_saved: Cell<i64>,
}

impl Slow<'_> {
    async fn somebody_works(&self) {
        self.n_saved.set(self.n_saved.get() + 1);
        self.tablet
            .act_at_once(income(self.household, 900 + self.n_saved.get()))
            .await;
    }
}

impl Transport for Slow<'_> {
    async fn push(&self, push: &Push) -> Result<Pushed, TransportTrouble> {
        // Only the first delivery is that slow, or it would never end.
        if self.n_saved.get() < 3 {
            self.somebody_works().await;
        }
        self.line.push(push).await
    }

    async fn pull(&self, request: &PullRequest) -> Result<Vec<u8>, TransportTrouble> {
        self.somebody_works().await;
        self.line.pull(request).await
    }
}

#[test]
fn a_person_goes_on_working_while_the_network_is_awaited() {
    let server = Server::default();
    let (marta, _) = two(&server);
    let household = new_household();
    marta.must(open(household, "Famiglia Ionescu"));
    let slow = Slow {
        line: marta.line(),
        tablet: &marta,
        household,
        n_saved: Cell::new(0),
    };
    marta.sync_over(&slow).expect("the server is there");
    assert!(slow.n_saved.get() >= 3, "somebody worked during every request");
    marta.sync(&server).expect("the server is there");
    marta.sync(&server).expect("the server is there");
    assert_eq!(marta.n_outbox(), 0, "what was saved meanwhile is delivered too");
    let income = marta.household(household).facts.net_monthly_income;
    let last = soglia_domain::money::Money::from_euro(900 + slow.n_saved.get());
    assert_eq!(income.known(), Some(&last));
}
