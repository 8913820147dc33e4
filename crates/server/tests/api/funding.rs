// SPDX-License-Identifier: AGPL-3.0-or-later
//! Money: the server decides, by its sum and its clock.
use crate::place::{Pulled, Someone, on_both, problem};
use serde_json::{Value, json};
use soglia_domain::{
    action::Action,
    author::Role,
    calendar::{Day, RomeTime},
    commitment::{self, Commitment, CommitmentState, Verb as CommitmentVerb},
    funding_source::{self, SourceKind, Verb as SourceVerb},
    id::{CommitmentId, FundingSourceId},
    key::Identity as _,
    money::Money,
    rooms::{Common, Refusal, Room as _},
};
use soglia_sync::change::Answer;
use std::{
    sync::Barrier,
    time::{SystemTime, UNIX_EPOCH},
};
use uuid::Uuid;

fn now_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    i64::try_from(since.as_millis()).unwrap()
}

/// So many days from today, by the clock of Rome.
fn in_days(n: i64) -> Day {
    RomeTime::of_ms(now_ms()).day.plus_days(n)
}

#[track_caller]
fn stands(answer: &Answer) {
    assert!(matches!(answer, Answer::Accepted { .. }), "{answer:?}");
}

fn refused(refusal: impl Into<Refusal>) -> Answer {
    Answer::Refused {
        refusal: refusal.into(),
    }
}

fn opening(source: FundingSourceId, euro: i64, committed_by: Option<Day>) -> Action {
    let verb = SourceVerb::Open {
        name: "Contributo iniziale".to_owned(),
        kind: SourceKind::Grant,
        amount: Money::from_euro(euro),
        committed_by,
    };
    Action::on(source, verb)
}

fn source(elena: &Someone<'_>, euro: i64, committed_by: Option<Day>) -> FundingSourceId {
    let source = FundingSourceId(Uuid::now_v7());
    stands(&elena.act(opening(source, euro, committed_by), Vec::new()));
    source
}

fn commit(source: FundingSourceId, euro: i64) -> Action {
    let verb = CommitmentVerb::Commit {
        source,
        amount: Money::from_euro(euro),
        purpose: "Serramenti e impianto elettrico".to_owned(),
        dwelling: None,
    };
    Action::on(CommitmentId(Uuid::now_v7()), verb)
}

/// What is set aside, as somebody sees it.
fn committed(pulled: &Pulled) -> i64 {
    let all = pulled.records.iter();
    let commitments = all.filter_map(|stored| Commitment::of(&stored.record));
    commitments
        .filter(|commitment| commitment.state == CommitmentState::Committed)
        .map(|commitment| commitment.amount.cents())
        .sum::<i64>()
        / 100
}

#[test]
fn a_commitment_beyond_the_source_is_refused_with_what_is_left() {
    on_both(|stage| {
        let elena = stage.person("elena", "coordinator", "Coordinamento");
        let source = source(&elena, 100, None);
        stands(&elena.act(commit(source, 60), Vec::new()));
        let left = |euro| {
            refused(commitment::Refusal::BeyondSource {
                left: Money::from_euro(euro),
            })
        };
        assert_eq!(elena.act(commit(source, 41), Vec::new()), left(40));
        // What was set aside in the same batch counts as well.
        let last = commit(source, 40);
        let batch = [last.clone(), commit(source, 1)].map(|action| elena.change(action, Vec::new()));
        let answers = elena.push(&batch);
        stands(&answers[0]);
        assert_eq!(answers[1], left(0));
        let reason = "Lavori fatti dal condominio".to_owned();
        let release = Action::on_key(last.on, CommitmentVerb::Release { reason });
        stands(&elena.act(release, Vec::new()));
        assert_eq!(elena.act(commit(source, 41), Vec::new()), left(40));
        stands(&elena.act(commit(source, 40), Vec::new()));
        assert_eq!(committed(&elena.pull(0)), 100);
        // And never less is there than is committed.
        let less = json!({ "on": source.key(), "version": 1, "verb": { "funding_source": { "say": { "amount": "99.99" } } } });
        let answer = elena.act(serde_json::from_value(less).unwrap(), Vec::new());
        let committed = Money::from_euro(100);
        assert_eq!(
            answer,
            refused(funding_source::Refusal::BelowCommitments { committed })
        );
        stage.verify();
    });
}

#[test]
fn the_same_commitment_sent_twice_is_one_with_the_same_answer() {
    on_both(|stage| {
        let elena = stage.person("elena", "coordinator", "Coordinamento");
        let source = source(&elena, 100, None);
        let change = elena.change(commit(source, 60), Vec::new());
        let again = std::slice::from_ref(&change);
        let first = elena.push(again);
        stands(&first[0]);
        assert_eq!(elena.push(again), first);
        // At once, as after an answer that was lost on the way.
        let (one, two) = std::thread::scope(|scope| {
            let other = scope.spawn(|| elena.push(again));
            (elena.push(again), other.join().unwrap())
        });
        assert_eq!((&one, &two), (&first, &first));
        assert_eq!(committed(&elena.pull(0)), 60);
        stage.verify();
    });
}

/// On PostgreSQL at two processes, on SQLite at one.
#[test]
fn of_two_devices_that_ask_for_the_last_euro_at_once_one_gets_it() {
    on_both(|stage| {
        let elena = stage.person("elena", "coordinator", "Coordinamento");
        let carlo = stage.person_elsewhere("carlo", "coordinator", "Coordinamento");
        let n_rounds = 8;
        for _ in 0..n_rounds {
            let source = source(&elena, 1, None);
            let together = Barrier::new(2);
            let ask = |someone: &Someone<'_>| {
                let change = someone.change(commit(source, 1), Vec::new());
                together.wait();
                someone.push(&[change]).remove(0)
            };
            let answers = std::thread::scope(|scope| {
                let other = scope.spawn(|| ask(&carlo));
                [ask(&elena), other.join().unwrap()]
            });
            let n_accepted = answers
                .iter()
                .filter(|answer| answer.position().is_some())
                .count();
            assert_eq!(n_accepted, 1, "{answers:?}");
            let nothing_left = refused(commitment::Refusal::BeyondSource { left: Money::ZERO });
            assert!(answers.contains(&nothing_left), "{answers:?}");
        }
        assert_eq!(committed(&carlo.pull(0)), n_rounds);
        stage.verify();
    });
}

/// A commitment whose device, and whoever changed its words on the way, claim another time.
fn claiming(elena: &Someone<'_>, source: FundingSourceId, ms: i64) -> Value {
    let mut change = json!(elena.change(commit(source, 1), Vec::new()));
    change["at"]["ms"] = json!(ms);
    for name in ["received", "received_ms", "moment", "now_ms"] {
        change[name] = json!(ms);
        change["action"][name] = json!(ms);
        change["action"]["verb"]["commitment"]["commit"][name] = json!(ms);
    }
    change
}

#[test]
fn a_deadline_is_judged_by_the_clock_of_the_server_whatever_a_change_claims() {
    on_both(|stage| {
        let elena = stage.person("elena", "coordinator", "Coordinamento");
        let last = in_days(-1);
        let (over, open) = (
            source(&elena, 100, Some(last)),
            source(&elena, 100, Some(in_days(1))),
        );
        let year_ms = 365 * 86_400_000_i64;
        for ms in [
            0,
            now_ms() - year_ms,
            now_ms() - 2 * 86_400_000,
            now_ms() + year_ms,
        ] {
            let told =
                elena.send(&json!({ "changes": [claiming(&elena, over, ms), claiming(&elena, open, ms)] }));
            let answer = |at: usize| serde_json::from_value(told["answers"][at]["answer"].clone()).unwrap();
            assert_eq!(
                answer(0),
                refused(commitment::Refusal::PastDeadline { last }),
                "{ms}"
            );
            stands(&answer(1));
        }
        assert_eq!(committed(&elena.pull(0)), 4);
        stage.verify();
    });
}

#[test]
fn only_the_coordinator_keeps_the_money_and_partners_see_none_of_it() {
    on_both(|stage| {
        let elena = stage.person("elena", "coordinator", "Coordinamento");
        let source = source(&elena, 100, None);
        let change = elena.change(commit(source, 60), Vec::new());
        stands(&elena.push(std::slice::from_ref(&change))[0]);
        let commitment = change.action.on;
        let reason = || "Lavori fatti dal condominio".to_owned();
        for (name, key, role, n_seen) in [
            ("anna", "social-worker", Role::SocialWorker, 2),
            ("bruno", "housing-officer", Role::HousingOfficer, 2),
            ("sara", "managing-partner", Role::ManagingPartner, 0),
        ] {
            let somebody = stage.person(name, key, "Ente");
            let not_theirs = refused(Common::NotYourTask { role });
            for action in [
                opening(FundingSourceId(Uuid::now_v7()), 100, None),
                commit(source, 1),
                Action::on_key(commitment, CommitmentVerb::Release { reason: reason() }),
                Action::on(source, SourceVerb::Close { reason: reason() }),
            ] {
                assert_eq!(somebody.act(action, Vec::new()), not_theirs, "{key}");
            }
            assert_eq!(somebody.pull(0).records.len(), n_seen, "{key}");
            if n_seen == 0 {
                for key in [source.key(), commitment] {
                    let path = format!("/api/records/{key}/history");
                    problem(somebody.get(&path).send().unwrap(), 404);
                }
            }
        }
        stage.verify();
    });
}
