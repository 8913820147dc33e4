// SPDX-License-Identifier: AGPL-3.0-or-later
//! Stories of funding sources: who keeps them, and that there is never less than is committed.
use super::*;
use crate::{
    access::Place,
    action::Action,
    author::Role,
    calendar::Day,
    commitment::{self, Commitment, CommitmentState},
    context::{Decided, Known},
    id::{ChangeId, CommitmentId, DeviceId},
    moment::Moment,
    record::{FieldKey, Identity, Review},
    rooms::{self, EditOp, Record, Room as _},
    scope::sees,
    world::{NOW, author, decided_at, follow},
};
use soglia_kernel::{
    access::Roles,
    answer::Answer,
    edit::Edit,
    refusal::Refusal as Common,
    review::{Choosing, ReviewChoice},
    verb::Verb as _,
};
use uuid::Uuid;

const COORDINATOR: Role = Role::Coordinator;

const GRANT: FundingSourceId = FundingSourceId(Uuid::from_u128(81));

fn opened(name: &str, amount: Money) -> Action {
    let name = name.to_owned();
    let kind = SourceKind::Grant;
    let committed_by = Some(Day::constant(2026, 12, 30));
    let verb = Verb::Open {
        name,
        kind,
        amount,
        committed_by,
    };
    Action::on(GRANT, verb)
}

fn said(fact: FundingAnswer) -> Action {
    Action::on(GRANT, Verb::Say(fact))
}

fn amount(euro: i64) -> FundingAnswer {
    FundingAnswer::Amount(Answer::Known(Money::from_euro(euro)))
}

fn close(reason: &str) -> Action {
    let reason = reason.to_owned();
    Action::on(GRANT, Verb::Close { reason })
}

fn at_server(known: &Known, action: &Action) -> Decided {
    decided_at(known, COORDINATOR, action, Moment::at_server(NOW, NOW.ms))
}

#[track_caller]
fn act(known: &mut Known, action: &Action) -> usize {
    let decided = at_server(known, action);
    follow(known, decided)
}

#[track_caller]
fn refused(known: &Known, action: &Action, expected: impl Into<rooms::Refusal>) {
    assert_eq!(at_server(known, action), Err(expected.into()));
}

fn grant(known: &Known) -> &FundingSource {
    known.content(GRANT.key()).expect("the source was opened")
}

/// A source of 1,000 euro, of which 600 are committed and 300 were.
fn committed() -> Known {
    let mut known = Known::new();
    act(
        &mut known,
        &opened("Contributo iniziale", Money::from_euro(1_000)),
    );
    let released = CommitmentState::Released {
        reason: "errore".to_owned(),
    };
    for (number, euro, state) in [
        (1, 400, CommitmentState::Committed),
        (2, 200, CommitmentState::Committed),
        (3, 300, released),
    ] {
        let id = CommitmentId(Uuid::from_u128(number));
        let made = Commitment {
            id,
            source: GRANT,
            amount: Money::from_euro(euro),
            state,
            ..commitment::samples::record()
        };
        known.insert(id.key(), Record::Commitment(made));
    }
    known
}

#[test]
fn a_source_is_opened_once() {
    let mut known = Known::new();
    let open = opened("  Contributo iniziale ", Money::from_euro(1_000));
    assert_eq!(act(&mut known, &open), 1);
    let made = grant(&known);
    assert_eq!(
        (made.name(), made.amount()),
        ("Contributo iniziale", Money::from_euro(1_000))
    );
    assert_eq!(
        (made.kind, &made.state, made.at),
        (SourceKind::Grant, &SourceState::Open, NOW)
    );
    assert_eq!(
        made.facts.committed_by.known(),
        Some(&Day::constant(2026, 12, 30))
    );
    refused(&known, &open, Common::AlreadyExists);
}

#[test]
fn a_source_has_a_usable_name_and_an_amount_of_zero_or_more() {
    let mut known = Known::new();
    for name in ["", "  ", &"x".repeat(121)] {
        refused(&known, &opened(name, Money::ZERO), Common::LabelNotUsable);
    }
    refused(
        &known,
        &opened("Fondo", Money::from_cents(-1)),
        Common::NegativeAmount,
    );
    act(&mut known, &opened("Fondo", Money::ZERO));
    for name in ["", "  ", &"x".repeat(121)] {
        let name = FundingAnswer::Name(Answer::Known(name.to_owned()));
        refused(&known, &said(name), Common::LabelNotUsable);
    }
    refused(
        &known,
        &said(FundingAnswer::Name(Answer::NotKnownYet)),
        Common::LabelNotUsable,
    );
    let below = FundingAnswer::Amount(Answer::Known(Money::from_cents(-1)));
    refused(&known, &said(below), Common::NegativeAmount);
    let note = FundingAnswer::Note(Answer::Known("x".repeat(2_001)));
    refused(&known, &said(note), Common::TextTooLong { most: 2_000 });
}

#[test]
fn the_same_fact_twice_changes_nothing_the_second_time() {
    let mut known = committed();
    for fact in samples::facts() {
        assert_eq!(act(&mut known, &said(fact.clone())), 1, "{fact:?}");
        assert_eq!(act(&mut known, &said(fact.clone())), 0, "{fact:?}");
    }
}

#[test]
fn a_name_is_kept_without_what_stands_around_it() {
    let mut known = committed();
    let name = |name: &str| said(FundingAnswer::Name(Answer::Known(name.to_owned())));
    assert_eq!(act(&mut known, &name("  Fondo  ")), 1);
    assert_eq!(grant(&known).name(), "Fondo");
    assert_eq!(act(&mut known, &name(" Fondo")), 0);
}

#[test]
fn an_amount_below_what_is_committed_is_refused_at_the_server() {
    let mut known = committed();
    let committed = Money::from_euro(600);
    let below = Refusal::BelowCommitments { committed };
    refused(&known, &said(amount(599)), below.clone());
    refused(&known, &said(FundingAnswer::Amount(Answer::NotKnownYet)), below);
    // The device may know only some of what was committed, and asks.
    let on_device = decided_at(&known, COORDINATOR, &said(amount(599)), Moment::on_device(NOW));
    assert!(on_device.is_ok());
    assert_eq!(act(&mut known, &said(amount(600))), 1);
    assert_eq!(grant(&known).amount(), committed);
}

#[test]
fn a_choice_between_two_amounts_keeps_what_is_committed_too() {
    let mut known = committed();
    let change = ChangeId(Uuid::from_u128(51));
    let op = FundingSource::op(Edit::Say(amount(599)));
    let field = FieldKey("amount".to_owned());
    known.reviews = vec![Review {
        field: field.clone(),
        change,
        op,
        by: author(COORDINATOR).person,
        by_name: "Prova".to_owned(),
        role: COORDINATOR,
        device: DeviceId(Uuid::nil()),
        at: NOW,
        present: None,
    }];
    let choose = |choice| {
        let (field, seen) = (field.clone(), vec![change]);
        Action::on(GRANT, Verb::Resolve(Choosing { field, choice, seen }))
    };
    let committed = Money::from_euro(600);
    refused(
        &known,
        &choose(ReviewChoice::Other(change)),
        Refusal::BelowCommitments { committed },
    );
    let kept = at_server(&known, &choose(ReviewChoice::Present)).expect("what stands may stay");
    assert!(matches!(&kept[0].op, EditOp::FundingSource(Edit::Resolve(_))));
}

#[test]
fn a_source_is_closed_once_and_with_its_reason() {
    let mut known = committed();
    refused(&known, &close("  "), Common::ReasonMissing);
    assert_eq!(act(&mut known, &close(" esaurita ")), 1);
    let reason = "esaurita".to_owned();
    assert_eq!(grant(&known).state, SourceState::Closed { reason });
    refused(&known, &close("esaurita"), Refusal::Closed);
}

#[test]
fn what_is_not_there_is_neither_said_nor_closed() {
    let known = Known::new();
    refused(&known, &said(amount(1)), Refusal::Unknown);
    refused(&known, &close("esaurita"), Refusal::Unknown);
}

#[test]
fn only_the_coordination_keeps_the_money_and_only_the_server_decides() {
    let known = committed();
    for role in [Role::SocialWorker, Role::HousingOfficer, Role::ManagingPartner] {
        for action in [opened("Fondo", Money::ZERO), said(amount(700)), close("esaurita")] {
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
fn whatever_is_said_of_a_source_gathers_what_is_committed_of_it() {
    let gathered = [(GRANT.key(), CommitmentId::KIND)];
    assert_eq!(Verb::Say(amount(1)).gathers(GRANT.key()), gathered);
    let choosing = soglia_kernel::samples::choosings("amount").remove(0);
    assert_eq!(Verb::Resolve(choosing).gathers(GRANT.key()), gathered);
}

#[test]
fn the_city_sees_sources_and_partners_do_not() {
    let known = committed();
    for record in known.values() {
        for role in Role::OF_RECORDS {
            let seen = sees(&author(role), record, |key| known.get(&key));
            assert_eq!(seen, role != Role::ManagingPartner, "{record:?} {role:?}");
        }
    }
}

#[test]
fn a_state_that_is_not_there_reads_as_closed() {
    let mut wire = serde_json::to_value(samples::record()).expect("a source can be written");
    wire.as_object_mut().expect("it has fields").remove("state");
    let read: FundingSource = serde_json::from_value(wire).expect("it can be read");
    assert_eq!(read.state, SourceState::closed());
}
