// SPDX-License-Identifier: AGPL-3.0-or-later
//! Stories of visits: how they are planned, tried, and end; who sees them; what two devices do together. Here stands what
//! they share.
mod ending;
mod photos;
mod planning;
mod seen;
mod together;
mod trying;

use super::*;
use crate::{
    action::Action,
    context::Known,
    dwelling, household,
    photo::PhotoStage,
    record::{Around, Identity, LogPosition, beginning},
    rooms::Record,
    world::{
        FAMILY, HOME, NOW, OFFER, OTHER_FAMILY, TODAY, act, author, content, decided, offer, refused, world,
    },
};
use soglia_kernel::{calendar::Day, refusal::Refusal as Common};
use uuid::Uuid;

const WORKER: Role = Role::SocialWorker;
const OFFICER: Role = Role::HousingOfficer;
const PARTNER: Role = Role::ManagingPartner;
const COORDINATOR: Role = Role::Coordinator;

const VISIT: VisitId = VisitId(Uuid::from_u128(91));

/// Half past nine and half past ten.
const HOURS: (Option<u16>, Option<u16>) = (Some(570), Some(630));

fn on(day: Day) -> Appointment {
    Appointment {
        day,
        from: HOURS.0,
        to: HOURS.1,
        place: "via Padova 80".to_owned(),
    }
}

fn tomorrow() -> Appointment {
    on(TODAY.plus_days(1))
}

fn planned_with(appointment: Appointment, who: Option<Colleague>) -> Action {
    let verb = Verb::Plan {
        household: FAMILY,
        dwelling: Some(HOME),
        purpose: Purpose::Home,
        appointment,
        who,
    };
    Action::on(VISIT, verb)
}

fn planned(appointment: Appointment) -> Action {
    planned_with(appointment, None)
}

fn said(fact: VisitFact) -> Action {
    Action::on(VISIT, Verb::Say(fact))
}

fn moved(appointment: Appointment) -> Action {
    said(VisitFact::Appointment(appointment))
}

fn safety(note: &str) -> Action {
    said(VisitFact::Safety(Answer::Known(note.to_owned())))
}

fn tried_on(id: u32, day: Day, note: &str) -> Action {
    let verb = Verb::Attempt {
        attempt: AttemptId(id),
        day,
        reason: AttemptReason::NobodyHome,
        note: note.to_owned(),
    };
    Action::on(VISIT, verb)
}

fn tried(id: u32) -> Action {
    tried_on(id, TODAY, "")
}

fn ticked(item: CheckItem, done: bool) -> Action {
    Action::on(VISIT, Verb::Check { item, done })
}

fn held_on(day: Day, notes: &str) -> Action {
    let verb = Verb::Close {
        day,
        from: HOURS.0,
        to: HOURS.1,
        present: vec!["Maria".to_owned()],
        notes: notes.to_owned(),
    };
    Action::on(VISIT, verb)
}

fn held(notes: &str) -> Action {
    held_on(TODAY, notes)
}

fn given_up(note: &str) -> Action {
    let (reason, note) = (AttemptReason::NobodyHome, note.to_owned());
    Action::on(VISIT, Verb::GiveUp { reason, note })
}

fn cancelled(reason: &str) -> Action {
    let reason = reason.to_owned();
    Action::on(VISIT, Verb::Cancel { reason })
}

fn photo(number: u8) -> Photo {
    Photo {
        id: PhotoId([number; 32]),
        size: 200_000,
        media_type: "image/jpeg".to_owned(),
        taken: TODAY,
        stage: PhotoStage::Other,
        caption: "muffa in bagno".to_owned(),
    }
}

fn photographed(number: u8) -> Action {
    let photo = photo(number);
    Action::on(VISIT, Verb::AddPhoto { photo })
}

fn visit(known: &Known) -> &Visit {
    content(known, VISIT)
}

/// A world in which the partner sees the household, and somebody planned a visit to it.
#[track_caller]
fn with(role: Role) -> Known {
    let mut known = world();
    act(&mut known, WORKER, &offer(OFFER, FAMILY));
    act(&mut known, role, &planned(tomorrow()));
    known
}

#[track_caller]
fn after(actions: &[Action]) -> Known {
    let mut known = with(WORKER);
    for action in actions {
        act(&mut known, WORKER, action);
    }
    known
}
