// SPDX-License-Identifier: AGPL-3.0-or-later
//! One value for everything about a visit.
use super::{
    Appointment, Attempt, AttemptId, AttemptReason, CheckItem, LONGEST_NOTES, MOST_ATTEMPTS, MOST_PRESENT,
    MOST_VISIT_PHOTOS, Purpose, Refusal, Verb, Visit, VisitFact, VisitPart, VisitState,
};
use crate::{
    assignee::Colleague,
    context::Known,
    id::VisitId,
    photo::{Photo, PhotoId, PhotoStage},
    samples::{AT, BY_NAME, DWELLING, HOUSEHOLD, PARTNER, PERSON, TODAY, broken},
};
use soglia_kernel::{
    answer::Answer,
    author::Role,
    calendar::Day,
    edit::Edit,
    every,
    samples::{Pieces, choosings},
};
use uuid::Uuid;

/// The visit of the samples.
pub const VISIT: VisitId = VisitId(Uuid::from_u128(0xb2));

/// Half past nine and half past ten.
const HOURS: (Option<u16>, Option<u16>) = (Some(570), Some(630));

fn appointment() -> Appointment {
    Appointment {
        day: Day::constant(2026, 3, 24),
        from: HOURS.0,
        to: HOURS.1,
        place: "via Padova 80, citofono Ionescu".to_owned(),
    }
}

/// Somebody of the samples, in a role.
fn colleague(role: Role) -> Colleague {
    Colleague {
        id: PERSON,
        name: BY_NAME.to_owned(),
        role,
    }
}

fn attempt() -> Attempt {
    Attempt {
        id: AttemptId(7),
        day: TODAY,
        at: AT,
        reason: AttemptReason::NobodyHome,
        note: "la vicina non vede i Ionescu da giorni".to_owned(),
    }
}

fn photo() -> Photo {
    Photo {
        id: PhotoId([11; 32]),
        size: 180_000,
        media_type: "image/jpeg".to_owned(),
        taken: TODAY,
        stage: PhotoStage::Other,
        caption: "la cucina dei Ionescu".to_owned(),
    }
}

/// A visit of a partner that is to come, tried once, with everything filled in.
pub fn record() -> Visit {
    Visit {
        id: VISIT,
        household: HOUSEHOLD,
        dwelling: Some(DWELLING),
        purpose: Purpose::Home,
        appointment: appointment(),
        who: colleague(Role::ManagingPartner),
        safety: Answer::Known("il cane dei Ionescu va legato prima".to_owned()),
        checks: vec![CheckItem::IdentityPapers],
        attempts: vec![attempt()],
        photos: vec![photo()],
        state: VisitState::Planned,
        partner: Some(PARTNER),
        by: PERSON,
        by_name: BY_NAME.to_owned(),
        role: Role::ManagingPartner,
        at: AT,
    }
}

/// Every fact as it stands.
fn facts() -> Vec<VisitFact> {
    every!(VisitFact {
        Appointment => VisitFact::Appointment(appointment()),
        Who => VisitFact::Who(colleague(Role::ManagingPartner)),
        Safety => VisitFact::Safety(record().safety),
    })
}

/// One part of every sort.
fn parts() -> Vec<VisitPart> {
    every!(VisitPart {
        Check => VisitPart::Check(Box::new(CheckItem::IdentityPapers)),
        Attempt => VisitPart::Attempt(Box::new(attempt())),
        Photo => VisitPart::Photo(Box::new(photo())),
    })
}

/// Every verb, and every fact said once.
pub fn verbs() -> Vec<Verb> {
    let mut said = facts().into_iter().map(Verb::Say);
    let mut choices = choosings("safety").into_iter().map(Verb::Resolve);
    let (first, choice) = (said.next(), choices.next());
    let (from, to) = HOURS;
    let mut verbs = every!(Verb {
        Say => first.expect("there are facts"),
        Resolve => choice.expect("there are choices"),
        Plan => Verb::Plan {
            household: HOUSEHOLD,
            dwelling: Some(DWELLING),
            purpose: Purpose::Home,
            appointment: appointment(),
            who: Some(colleague(Role::SocialWorker)),
        },
        Attempt => Verb::Attempt {
            attempt: AttemptId(8),
            day: TODAY,
            reason: AttemptReason::WrongAddress,
            note: "sul citofono non c’è Ionescu".to_owned(),
        },
        Check => Verb::Check { item: CheckItem::HeatingAndDamp, done: true },
        AddPhoto => Verb::AddPhoto { photo: photo() },
        RemovePhoto => Verb::RemovePhoto { photo: photo().id },
        Close => Verb::Close {
            day: TODAY,
            from,
            to,
            present: vec!["Maria Ionescu".to_owned(), "la mediatrice".to_owned()],
            notes: "Ionescu teme di perdere il lavoro.".to_owned(),
        },
        GiveUp => Verb::GiveUp {
            reason: AttemptReason::NobodyHome,
            note: "Ionescu non risponde".to_owned(),
        },
        Cancel => Verb::Cancel { reason: "Ionescu è in ospedale".to_owned() },
    });
    verbs.extend(said);
    verbs.extend(choices);
    verbs
}

/// Every edit.
pub fn edits() -> Vec<Edit<Visit>> {
    let (from, to) = HOURS;
    soglia_kernel::samples::edits(Pieces {
        record: record(),
        facts: facts(),
        part_facts: Vec::new(),
        parts: parts(),
        states: every!(VisitState {
            Planned => VisitState::Planned,
            Done => VisitState::Done {
                day: TODAY,
                from,
                to,
                present: vec!["Maria Ionescu".to_owned()],
                notes: "Ionescu teme di perdere il lavoro.".to_owned(),
            },
            NotPossible => VisitState::NotPossible {
                reason: AttemptReason::NobodyHome,
                note: "Ionescu non risponde".to_owned(),
            },
            Cancelled => VisitState::Cancelled { reason: "Ionescu è in ospedale".to_owned() },
        }),
    })
}

/// Every refusal.
pub fn refusals() -> Vec<Refusal> {
    every!(Refusal {
        Unknown => Refusal::Unknown,
        OfOthers => Refusal::OfOthers,
        WrongSide => Refusal::WrongSide,
        TooFarBack => Refusal::TooFarBack { first: Day::constant(2026, 2, 18) },
        TooFarAhead => Refusal::TooFarAhead { last: Day::constant(2027, 3, 20) },
        EndsBeforeItBegan => Refusal::EndsBeforeItBegan,
        NoSuchHour => Refusal::NoSuchHour,
        Over => Refusal::Over,
        NotTried => Refusal::NotTried,
        TooManyAttempts => Refusal::TooManyAttempts { most: MOST_ATTEMPTS as u32 },
        TooManyPhotos => Refusal::TooManyPhotos { most: MOST_VISIT_PHOTOS as u32 },
        TooManyPresent => Refusal::TooManyPresent { most: MOST_PRESENT as u32 },
    })
}

/// Visits that differ in who sees them.
pub fn shown() -> Vec<(&'static str, Visit)> {
    let city = Visit {
        partner: None,
        who: colleague(Role::SocialWorker),
        role: Role::SocialWorker,
        ..record()
    };
    vec![("of the City", city), ("of a partner", record())]
}

/// What does not hold about a visit.
pub fn invariants(visit: &Visit, _: &Known) -> Vec<&'static str> {
    let tried = match &visit.state {
        VisitState::NotPossible { .. } => !visit.attempts.is_empty(),
        VisitState::Planned | VisitState::Done { .. } | VisitState::Cancelled { .. } => true,
    };
    let written = match &visit.state {
        VisitState::Done {
            from,
            to,
            present,
            notes,
            ..
        } => {
            ends_after_it_began(*from, *to)
                && present.len() <= MOST_PRESENT
                && notes.chars().count() <= LONGEST_NOTES as usize
        }
        VisitState::Planned | VisitState::NotPossible { .. } | VisitState::Cancelled { .. } => true,
    };
    let planned = &visit.appointment;
    broken(&[
        (
            ends_after_it_began(planned.from, planned.to),
            "a visit ends after it began",
        ),
        (tried, "what is given up was tried"),
        (written, "what is written of a visit that was held has its limits"),
        (
            visit.partner.is_some() == (visit.role == Role::ManagingPartner)
                && visit.partner.is_some() == (visit.who.role == Role::ManagingPartner),
            "a partner plans its own visits and sends its own people, and so does the City",
        ),
        (
            visit.attempts.len() <= MOST_ATTEMPTS,
            "a visit is not tried without end",
        ),
        (
            visit.photos.len() <= MOST_VISIT_PHOTOS,
            "a visit has not more photos than it may",
        ),
    ])
}

fn ends_after_it_began(from: Option<u16>, to: Option<u16>) -> bool {
    from.zip(to).is_none_or(|(from, to)| from < to)
}
