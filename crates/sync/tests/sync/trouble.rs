// SPDX-License-Identifier: AGPL-3.0-or-later
//! When something goes wrong: nothing written is lost, nothing arrives twice, one bad change holds up no other.
use crate::{
    arrival::two,
    deeds::{income, new_household, open},
    line::Line,
    server::{Server, Weather},
};
use soglia_domain::{
    action::Action,
    city_rules, household,
    id::{CITY_RULES, ScenarioId},
    record::Identity as _,
    rulebook::{NewValue, ParameterName},
};
use soglia_sync::{
    change::Answer,
    engine::ExchangeTrouble,
    replica::ActTrouble,
    storage::StorageTrouble,
    transport::TransportTrouble,
    wire::{Pulled, Pushed},
};

#[test]
fn without_a_network_everything_stays_and_shows_after_reopening() {
    let server = Server::default();
    let (marta, _) = two(&server);
    server.set_weather(Weather::Down);
    let id = new_household();
    marta.must(open(id, "Famiglia Ionescu"));
    marta.must(income(id, 950));
    let trouble = ExchangeTrouble::Transport(TransportTrouble::NoNetwork);
    assert_eq!(marta.sync(&server), Err(trouble));
    let reopened = marta.reopened();
    assert_eq!(reopened.household(id), marta.household(id));
    assert_eq!(reopened.rows(), marta.rows());
    assert_eq!(reopened.n_outbox(), 2);
}

#[test]
fn an_answer_that_is_lost_on_the_way_changes_nothing_twice() {
    let server = Server::default();
    let (marta, _) = two(&server);
    let id = new_household();
    marta.must(open(id, "Famiglia Ionescu"));
    server.set_weather(Weather::AnswersLost);
    assert!(marta.sync(&server).is_err());
    assert_eq!(marta.n_outbox(), 1);
    server.set_weather(Weather::Fair);
    marta.sync(&server).expect("the server is there");
    assert_eq!(server.n_pushed(), 2);
    assert_eq!((marta.n_outbox(), marta.n_waiting_for_author()), (0, 0));
    assert_eq!(server.all().len(), 1);
}

#[test]
fn a_session_that_ended_keeps_the_work() {
    let server = Server::default();
    let (marta, _) = two(&server);
    server.end_session(marta.device());
    let id = new_household();
    marta.must(open(id, "Famiglia Ionescu"));
    let trouble = ExchangeTrouble::Transport(TransportTrouble::SignedOut);
    assert_eq!(marta.sync(&server), Err(trouble));
    marta.must(income(id, 900));
    server.meet(marta.author(), marta.device());
    marta.sync(&server).expect("the server is there");
    assert_eq!(marta.n_outbox(), 0);
}

#[test]
fn what_is_answered_leaves_only_with_the_records_that_show_it() {
    let server = Server::default();
    let (marta, _) = two(&server);
    let id = new_household();
    marta.must(open(id, "Famiglia Ionescu"));
    // The answers arrive and are stored; the device fails while it stores the records.
    marta.sync(&server).expect("the server is there");
    marta.must(income(id, 900));
    let push_only = FailsToPull(marta.line());
    assert!(marta.sync_over(&push_only).is_err());
    assert_eq!(marta.n_outbox(), 1);
    assert!(!marta.laid(id.key()).pending.is_empty());
    let reopened = marta.reopened();
    assert_eq!(reopened.household(id), marta.household(id));
    reopened.sync(&server).expect("the server is there");
    assert_eq!((reopened.n_outbox(), reopened.n_deliveries()), (0, 2));
}

pub(crate) struct FailsToPull(pub(crate) Line);

impl soglia_sync::transport::Transport for FailsToPull {
    async fn push(
        &self,
        push: &soglia_sync::wire::Push,
    ) -> Result<soglia_sync::wire::Pushed, TransportTrouble> {
        self.0.push(push).await
    }

    async fn pull(
        &self,
        _request: &soglia_sync::transport::PullRequest,
    ) -> Result<Vec<u8>, TransportTrouble> {
        Err(TransportTrouble::NoNetwork)
    }
}

#[test]
fn a_change_that_cannot_be_read_is_set_aside_and_the_others_arrive() {
    let server = Server::default();
    let (marta, _) = two(&server);
    let ids: Vec<_> = (0..7).map(|_| new_household()).collect();
    let changes: Vec<_> = ids.iter().map(|id| marta.must(open(*id, "Famiglia"))).collect();
    server.cannot_read(changes[3]);
    marta.sync(&server).expect("the server is there");
    assert_eq!(server.all().len(), 6);
    assert_eq!(marta.waiting_for_author(), [changes[3]]);
}

#[test]
fn what_builds_on_a_refused_beginning_waits_and_follows_it() {
    let server = Server::default();
    let (marta, luca) = two(&server);
    let id = new_household();
    // Another device drew the same identity: as unlikely as it is, it refuses the beginning.
    luca.must(open(id, "Famiglia Rossi"));
    luca.sync(&server).expect("the server is there");
    let opening = marta.must(open(id, "Famiglia Ionescu"));
    marta.must(income(id, 900));
    server.cannot_read(opening);
    marta.sync(&server).expect("the server is there");
    assert_eq!(marta.waiting_for_author(), [opening]);
    assert_eq!(marta.n_outbox(), 2, "the answer waits for its household");

    marta.discard(opening);
    assert_eq!(
        marta.n_outbox(),
        0,
        "without its household the answer says nothing"
    );
    assert_eq!(marta.household(id).label(), "Famiglia Rossi");
}

#[test]
fn a_beginning_sent_again_takes_its_answers_along() {
    let server = Server::default();
    let (marta, _) = two(&server);
    let id = new_household();
    let opening = marta.must(open(id, "Famiglia Ionescu"));
    marta.must(income(id, 900));
    server.cannot_read(opening);
    marta.sync(&server).expect("the server is there");
    assert_eq!(
        marta.household(id).label(),
        "Famiglia Ionescu",
        "the draft still shows"
    );
    marta.resend(opening).expect("it is allowed");
    assert_eq!(marta.counters(), [3, 4]);
    marta.sync(&server).expect("the server is there");
    assert_eq!(marta.n_outbox(), 0);
    let stored = server.stored(id.key()).expect("it arrived");
    assert_eq!(marta.shown(id.key()), Some(stored));
}

/// F7, F21: the rules of the City are one record that nobody begins alone: what is refused in them holds up nothing else.
#[test]
fn a_refused_supposition_holds_up_no_other_and_takes_no_other_along() {
    let server = Server::default();
    let (marta, _) = two(&server);
    let suppose = |n| {
        Action::on(
            CITY_RULES,
            city_rules::Verb::SaveScenario {
                scenario: ScenarioId(uuid::Uuid::from_u128(n)),
                name: format!("Ipotesi {n}"),
                changes: vec![(ParameterName::CapServiceChargesShare, NewValue::Number(40))],
            },
        )
    };
    let refused = marta.must(suppose(1));
    marta.must(suppose(2));
    server.cannot_read(refused);
    marta.sync(&server).expect("the server is there");
    assert_eq!(marta.waiting_for_author(), [refused]);
    assert_eq!(marta.n_outbox(), 1, "the other one arrived");
    let unsent = marta.must(suppose(3));
    marta.discard(refused);
    assert_eq!(marta.outbox()[0].change.id, unsent);
}

#[test]
fn what_the_device_cannot_store_is_not_shown_as_saved() {
    let server = Server::default();
    let (marta, _) = two(&server);
    let id = new_household();
    marta.storage.fail_next_write(StorageTrouble::Full);
    let refused = marta.act(open(id, "Famiglia Ionescu"));
    assert_eq!(refused, Err(ActTrouble::Storage(StorageTrouble::Full)));
    assert!(marta.rows().is_empty());
    assert_eq!(marta.storage.n_outbox(), 0);
    marta.must(open(id, "Famiglia Ionescu"));
}

#[test]
fn the_rules_refuse_on_the_tablet_before_anything_is_stored() {
    let server = Server::default();
    let (marta, _) = two(&server);
    let refused = marta.act(income(new_household(), 900));
    assert_eq!(
        refused,
        Err(ActTrouble::Refused(household::Refusal::Unknown.into()))
    );
    assert_eq!(marta.storage.n_outbox(), 0);
}

#[test]
fn a_tab_that_was_overtaken_notices_and_loses_nothing() {
    let server = Server::default();
    let (first, _) = two(&server);
    let second = first.second_tab();
    let (a, b) = (new_household(), new_household());
    first.must(open(a, "Famiglia Ionescu"));
    let overtaken = second.act(open(b, "Famiglia Rossi"));
    assert_eq!(overtaken, Err(ActTrouble::Storage(StorageTrouble::Overtaken)));
    second.reload();
    second.must(open(b, "Famiglia Rossi"));
    assert_eq!(second.counters(), [1, 2]);
    assert_eq!(second.rows().len(), 2);
}

#[test]
fn an_answer_of_a_newer_server_sets_one_change_aside_and_no_other() {
    let (a, b) = (uuid::Uuid::from_u128(1), uuid::Uuid::from_u128(2));
    let answers = format!(
        r#"{{"answers":[
            {{"change":"{a}","answer":{{"refused":{{"refusal":"invented_later"}}}}}},
            {{"change":"{b}","answer":{{"accepted":{{"position":7}}}}}}
        ]}}"#
    );
    let pushed = Pushed::read(answers.as_bytes()).expect("the whole can be read");
    assert!(matches!(pushed.answers[0].answer, Answer::Quarantined { .. }));
    assert_eq!(pushed.answers[1].answer.position().map(|at| at.0), Some(7));
}

/// A record of any kind can be taken away.
#[test]
fn what_is_taken_away_is_told_by_keys_of_any_kind() {
    let key = "kind_of_tomorrow:00000000-0000-0000-0000-000000000007";
    let page = format!(r#"{{"records":[],"removed":["{key}"],"cursor":3,"more":false,"server_ms":0}}"#);
    let page: Pulled = soglia_json::from_slice(page.as_bytes()).expect("the whole can be read");
    assert_eq!(page.removed, [key.parse().expect("it is a key")]);
}
