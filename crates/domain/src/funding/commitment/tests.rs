// SPDX-License-Identifier: AGPL-3.0-or-later
//! Stories of commitments: never more than there is, and never after the last day. Days stand in `deadline`.
mod deadline;

use super::*;
use crate::{
    access::Place,
    action::Action,
    author::Role,
    calendar::Day,
    context::{Decided, Known},
    dwelling,
    funding_source::{self, FundingSource, SourceState},
    moment::Moment,
    record::Identity,
    rooms::{self, Record},
    world::{HOME, NOW, decided_at, follow, world},
};
use soglia_kernel::{access::Roles, refusal::Refusal as Common, verb::Verb as _};
use uuid::Uuid;

const COORDINATOR: Role = Role::Coordinator;

const GRANT: FundingSourceId = FundingSourceId(Uuid::from_u128(81));
const OTHER_GRANT: FundingSourceId = FundingSourceId(Uuid::from_u128(82));

fn commitment(number: u128) -> CommitmentId {
    CommitmentId(Uuid::from_u128(900 + number))
}

fn source(id: FundingSourceId, committed_by: Option<Day>) -> Record {
    let mut source = FundingSource {
        id,
        ..funding_source::samples::record()
    };
    source.facts.amount = Some(Money::from_euro(1_000)).into();
    source.facts.committed_by = committed_by.into();
    Record::FundingSource(source)
}

/// Two sources of 1,000 euro without a last day.
fn funded() -> Known {
    let mut known = world();
    for id in [GRANT, OTHER_GRANT] {
        known.insert(id.key(), source(id, None));
    }
    known
}

fn set_aside(amount: Money) -> Verb {
    Verb::Commit {
        source: GRANT,
        amount,
        purpose: " caldaia ".to_owned(),
        dwelling: Some(HOME),
    }
}

fn euro(number: u128, euro: i64) -> Action {
    Action::on(commitment(number), set_aside(Money::from_euro(euro)))
}

fn release(number: u128, reason: &str) -> Action {
    let reason = reason.to_owned();
    Action::on(commitment(number), Verb::Release { reason })
}

fn at_server(known: &Known, action: &Action) -> Decided {
    decided_at(known, COORDINATOR, action, Moment::at_server(NOW, NOW.ms))
}

fn on_device(known: &Known, action: &Action) -> Decided {
    decided_at(known, COORDINATOR, action, Moment::on_device(NOW))
}

/// What the server decides, followed.
#[track_caller]
fn act(known: &mut Known, action: &Action) {
    let decided = at_server(known, action);
    assert_eq!(follow(known, decided), 1);
}

#[track_caller]
fn refused(known: &Known, action: &Action, expected: impl Into<rooms::Refusal>) {
    assert_eq!(at_server(known, action), Err(expected.into()));
}

fn made(known: &Known, number: u128) -> &Commitment {
    known.content(commitment(number).key()).expect("it was committed")
}

#[test]
fn a_commitment_keeps_for_what_and_who() {
    let mut known = funded();
    act(&mut known, &euro(1, 400));
    let made = made(&known, 1);
    assert_eq!((made.source, made.amount), (GRANT, Money::from_euro(400)));
    assert_eq!((made.purpose.as_str(), made.dwelling), ("caldaia", Some(HOME)));
    assert_eq!((made.by_name.as_str(), made.at), ("Prova", NOW));
    assert_eq!(made.state, CommitmentState::Committed);
    refused(&known, &euro(1, 1), Common::AlreadyExists);
}

#[test]
fn beyond_what_is_left_is_refused_at_the_server_and_only_asked_on_a_device() {
    let mut known = funded();
    act(&mut known, &euro(1, 600));
    let beyond = Action::on(commitment(2), set_aside(Money::from_cents(40_001)));
    let left = Money::from_euro(400);
    refused(&known, &beyond, Refusal::BeyondSource { left });
    // The device does not know what others committed: it asks, and shows nothing as valid.
    assert!(on_device(&known, &beyond).is_ok());
    assert_eq!(beyond.verb.who().place, Place::Server);
    act(&mut known, &euro(2, 400));
    refused(&known, &euro(3, 1), Refusal::BeyondSource { left: Money::ZERO });
}

#[test]
fn what_is_released_is_free_again() {
    let mut known = funded();
    act(&mut known, &euro(1, 600));
    act(&mut known, &euro(2, 400));
    act(&mut known, &release(1, "preventivo ritirato"));
    let left = Money::from_euro(600);
    refused(&known, &euro(3, 601), Refusal::BeyondSource { left });
    act(&mut known, &euro(3, 600));
    let reason = "preventivo ritirato".to_owned();
    assert_eq!(made(&known, 1).state, CommitmentState::Released { reason });
}

#[test]
fn commitments_of_another_source_do_not_count() {
    let mut known = funded();
    let other = Verb::Commit {
        source: OTHER_GRANT,
        amount: Money::from_euro(1_000),
        purpose: "infissi".to_owned(),
        dwelling: None,
    };
    act(&mut known, &Action::on(commitment(1), other));
    act(&mut known, &euro(2, 1_000));
}

#[test]
fn a_source_that_was_cut_below_its_commitments_leaves_nothing_and_not_less() {
    let mut known = funded();
    act(&mut known, &euro(1, 600));
    let Some(Record::FundingSource(grant)) = known.get_mut(&GRANT.key()) else {
        panic!("the source exists");
    };
    grant.facts.amount = Some(Money::from_euro(500)).into();
    refused(&known, &euro(2, 1), Refusal::BeyondSource { left: Money::ZERO });
    // A source of which nobody knows how much there is has nothing to give.
    known.insert(OTHER_GRANT.key(), {
        let mut unknown = funding_source::samples::record();
        unknown.id = OTHER_GRANT;
        unknown.facts.amount = None.into();
        Record::FundingSource(unknown)
    });
    let other = Verb::Commit {
        source: OTHER_GRANT,
        amount: Money::from_cents(1),
        purpose: "infissi".to_owned(),
        dwelling: None,
    };
    refused(
        &known,
        &Action::on(commitment(2), other),
        Refusal::BeyondSource { left: Money::ZERO },
    );
}

#[test]
fn sums_beyond_any_money_are_refused_and_overflow_nothing() {
    let mut known = funded();
    act(&mut known, &euro(1, 600));
    let left = Money::from_euro(400);
    let all = Action::on(commitment(2), set_aside(Money::from_cents(i64::MAX)));
    refused(&known, &all, Refusal::BeyondSource { left });
}

#[test]
fn nothing_is_no_commitment() {
    let known = funded();
    for cents in [0, -1, i64::MIN] {
        let action = Action::on(commitment(1), set_aside(Money::from_cents(cents)));
        refused(&known, &action, Refusal::Nothing);
        // What is certainly refused a device tells at once.
        assert_eq!(on_device(&known, &action), Err(Refusal::Nothing.into()));
    }
}

#[test]
fn a_commitment_says_what_for_and_for_a_dwelling_in_view() {
    let mut known = funded();
    let purpose = |purpose: &str| {
        let purpose = purpose.to_owned();
        let (amount, dwelling) = (Money::from_euro(1), None);
        let source = GRANT;
        Action::on(
            commitment(1),
            Verb::Commit {
                source,
                amount,
                purpose,
                dwelling,
            },
        )
    };
    refused(&known, &purpose("  "), Common::ReasonMissing);
    let most = 2_000;
    refused(&known, &purpose(&"x".repeat(2_001)), Common::TextTooLong { most });
    known.remove(&HOME.key());
    refused(&known, &euro(1, 1), dwelling::Refusal::Unknown);
    known.remove(&GRANT.key());
    refused(&known, &purpose("caldaia"), funding_source::Refusal::Unknown);
}

#[test]
fn a_closed_source_gives_nothing_more() {
    let mut known = funded();
    act(&mut known, &euro(1, 1));
    let Some(Record::FundingSource(grant)) = known.get_mut(&GRANT.key()) else {
        panic!("the source exists");
    };
    grant.state = SourceState::Closed {
        reason: "esaurita".to_owned(),
    };
    refused(&known, &euro(2, 1), funding_source::Refusal::Closed);
    // What was committed stands, and can still be released.
    act(&mut known, &release(1, "lavori annullati"));
}

#[test]
fn a_commitment_is_released_once_and_with_its_reason() {
    let mut known = funded();
    refused(&known, &release(1, "errore"), Refusal::Unknown);
    act(&mut known, &euro(1, 400));
    refused(&known, &release(1, " "), Common::ReasonMissing);
    act(&mut known, &release(1, " errore "));
    refused(&known, &release(1, "errore"), Refusal::Released);
}

#[test]
fn only_the_coordination_sets_money_aside() {
    let known = funded();
    for role in [Role::SocialWorker, Role::HousingOfficer, Role::ManagingPartner] {
        for action in [euro(1, 1), release(1, "errore")] {
            let decided = decided_at(&known, role, &action, Moment::at_server(NOW, NOW.ms));
            assert_eq!(decided, Err(Common::NotYourTask { role }.into()));
        }
    }
    for verb in samples::verbs() {
        assert_eq!(verb.who().roles, Roles::of(&[COORDINATOR]), "{verb:?}");
        assert_eq!(verb.who().place, Place::Server, "{verb:?}");
    }
}

#[test]
fn a_commitment_names_its_source_and_gathers_what_was_committed_of_it() {
    let verb = set_aside(Money::from_euro(1));
    assert_eq!(verb.names(), [GRANT.key(), HOME.key()]);
    assert_eq!(
        verb.gathers(commitment(1).key()),
        [(GRANT.key(), CommitmentId::KIND)]
    );
    assert_eq!(
        Record::Commitment(samples::record()).roots(),
        [crate::samples::SOURCE.key()]
    );
}
