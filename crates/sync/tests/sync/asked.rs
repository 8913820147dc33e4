// SPDX-License-Identifier: AGPL-3.0-or-later
//! What only the server decides: on a device it rests as asked, and shows as valid nowhere.
use crate::{server::Server, tablet::Tablet};
use soglia_domain::{
    action::Action,
    answer::Answer as Told,
    author::Role,
    commitment::{self, Commitment, CommitmentState},
    funding_source::{self, FundingAnswer, FundingSource, SourceKind},
    id::{CommitmentId, FundingSourceId},
    money::Money,
    record::{Identity as _, LogPosition},
};
use soglia_sync::{
    change::{Answer, OutboxState},
    replica::ActTrouble,
};
use uuid::Uuid;

const SOURCE: FundingSourceId = FundingSourceId(Uuid::from_u128(1));

fn commitment(n: u128) -> CommitmentId {
    CommitmentId(Uuid::from_u128(n))
}

fn source(euros: i64) -> Action {
    let verb = funding_source::Verb::Open {
        name: "Fondo".to_owned(),
        kind: SourceKind::Grant,
        amount: Money::from_euro(euros),
        committed_by: None,
    };
    Action::on(SOURCE, verb)
}

fn commit(n: u128, euros: i64) -> Action {
    let verb = commitment::Verb::Commit {
        source: SOURCE,
        amount: Money::from_euro(euros),
        purpose: "bagno accessibile".to_owned(),
        dwelling: None,
    };
    Action::on(commitment(n), verb)
}

/// A server with a source of a hundred euros, and two tablets that know it.
fn place() -> (Server, Tablet, Tablet) {
    let server = Server::default();
    server.does(Role::Coordinator, source(100));
    let one = Tablet::new(&server, "Paola", Role::Coordinator);
    let other = Tablet::new(&server, "Sara", Role::Coordinator);
    for tablet in [&one, &other] {
        tablet.sync(&server).expect("the server is there");
    }
    (server, one, other)
}

#[test]
fn what_is_asked_shows_as_valid_nowhere_until_the_server_said_yes() {
    let (server, paola, sara) = place();
    let key = commitment(1).key();
    let asked = paola.must(commit(1, 60));
    for tablet in [&paola, &paola.reopened()] {
        let entry = &tablet.outbox()[0];
        assert!(entry.asks() && entry.edits.is_empty());
        assert_eq!(entry.state, OutboxState::Pending);
        let laid = tablet.laid(key);
        assert!(laid.stored.is_none() && laid.pending.is_empty());
        assert_eq!(tablet.rows().len(), 1, "the source");
        assert!(tablet.every(CommitmentId::KIND).is_empty());
    }

    paola.sync(&server).expect("the server is there");
    assert_eq!(
        server.answer(asked),
        Some(Answer::Accepted {
            position: LogPosition(2)
        })
    );
    assert_eq!((paola.n_outbox(), paola.n_deliveries()), (0, 1));
    let made: Commitment = paola.content(key);
    assert_eq!(
        (made.amount, &made.state),
        (Money::from_euro(60), &CommitmentState::Committed)
    );
    sara.sync(&server).expect("the server is there");
    assert_eq!(sara.rows(), paola.rows());
    assert_eq!(paola.reopened().rows(), paola.rows());
}

/// Two ask at once: each device alone would allow it, and the one that comes second hears why not.
#[test]
fn what_the_server_refuses_comes_back_to_its_author_with_the_reason() {
    let (server, paola, sara) = place();
    paola.must(commit(1, 60));
    let second = sara.must(commit(2, 60));
    paola.sync(&server).expect("the server is there");
    sara.sync(&server).expect("the server is there");
    let left = Money::from_euro(40);
    let refusal = commitment::Refusal::BeyondSource { left }.into();
    let kept = sara.reopened().outbox();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].state, OutboxState::Refused { refusal });
    assert_eq!(sara.waiting_for_author(), [second]);
    // Neither does it show now, nor when it is asked again.
    assert!(sara.shown(commitment(2).key()).is_none());
    sara.resend(second).expect("a device does not know the sum");
    assert!(sara.outbox()[0].edits.is_empty());
    sara.sync(&server).expect("the server is there");
    let again = sara.waiting_for_author();
    assert_eq!(again.len(), 1);
    sara.discard(again[0]);
    assert_eq!((sara.n_outbox(), sara.rows().len()), (0, 2));
    assert_eq!(server.all().len(), 2);
    assert!(server.holds());
}

/// An answer that is lost, and a server that was restored: asked again it is still one commitment.
#[test]
fn what_is_asked_twice_is_decided_once() {
    let (server, paola, _) = place();
    let backup = server.backup();
    paola.must(commit(1, 60));
    server.set_weather(crate::server::Weather::AnswersLost);
    assert!(paola.sync(&server).is_err());
    server.set_weather(crate::server::Weather::Fair);
    paola.sync(&server).expect("the server is there");
    assert_eq!((paola.n_outbox(), server.all().len()), (0, 2));
    server.restore(&backup);
    paola.sync(&server).expect("the server is there");
    assert_eq!((paola.n_outbox(), server.all().len()), (0, 2));
    assert!(paola.shown(commitment(1).key()).is_some() && server.holds());
}

/// What changes a record that is here leaves it as it is until the server answered.
#[test]
fn a_record_shows_as_the_server_has_it_while_a_change_of_it_is_asked() {
    let (server, paola, sara) = place();
    paola.must(commit(1, 60));
    paola.sync(&server).expect("the server is there");
    sara.sync(&server).expect("the server is there");
    let confirmed = paola.shown(SOURCE.key());
    let amount = |euros| {
        let amount = FundingAnswer::Amount(Told::Known(Money::from_euro(euros)));
        Action::on(SOURCE, funding_source::Verb::Say(amount))
    };
    paola.must(amount(80));
    let reason = "lavori annullati".to_owned();
    paola.must(Action::on(commitment(1), commitment::Verb::Release { reason }));
    for tablet in [&paola, &paola.reopened()] {
        assert_eq!(tablet.shown(SOURCE.key()), confirmed);
        let shown: Commitment = tablet.content(commitment(1).key());
        assert_eq!(shown.state, CommitmentState::Committed);
    }
    paola.sync(&server).expect("the server is there");
    let shown: FundingSource = paola.content(SOURCE.key());
    assert_eq!(shown.amount(), Money::from_euro(80));
    // Meanwhile another one asked for something else: both values wait for a choice, which is asked as well.
    sara.must(amount(90));
    sara.sync(&server).expect("the server is there");
    let shown = sara.shown(SOURCE.key()).expect("it is here");
    assert_eq!(shown.reviews.len(), 1);
    sara.must(amount(80));
    assert_eq!(
        sara.shown(SOURCE.key()).expect("it is here").reviews.len(),
        1,
        "still open"
    );
    sara.sync(&server).expect("the server is there");
    assert!(sara.shown(SOURCE.key()).expect("it is here").reviews.is_empty());
    assert!(server.holds());
}

/// What is certainly refused is refused before anything is asked.
#[test]
fn what_is_certainly_refused_is_not_asked() {
    let (server, paola, _) = place();
    let nothing = ActTrouble::Refused(commitment::Refusal::Nothing.into());
    assert_eq!(paola.act(commit(1, 0)), Err(nothing));
    let worker = Tablet::new(&server, "Marta", Role::SocialWorker);
    worker.sync(&server).expect("the server is there");
    assert!(matches!(worker.act(commit(1, 10)), Err(ActTrouble::Refused(_))));
    assert_eq!((paola.n_outbox(), worker.n_outbox()), (0, 0));
}

/// Carried to another device it is still only asked, and sent from both it is decided once.
#[test]
fn what_is_asked_can_be_carried_to_another_device() {
    let (server, paola, _) = place();
    paola.must(commit(1, 60));
    let other = paola.another();
    assert_eq!(other.import(&paola.export()), Ok((1, 0)));
    assert!(other.rows().is_empty());
    other.sync(&server).expect("the server is there");
    paola.sync(&server).expect("the server is there");
    for tablet in [&paola, &other] {
        assert_eq!((tablet.n_outbox(), tablet.rows().len()), (0, 2));
    }
    assert_eq!(server.all().len(), 2);
}
