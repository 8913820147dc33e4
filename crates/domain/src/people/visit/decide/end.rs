// SPDX-License-Identifier: AGPL-3.0-or-later
//! How a visit ends: held, given up or called off. Of two that end one visit without having seen each other the first
//! stands; the second is at peace where it says the same, and goes back to its author where it says something else.
use crate::{
    context::{Context, Decided, NOTHING},
    visit::{
        AttemptReason, LONGEST_ATTEMPT_NOTE, LONGEST_NOTES, LONGEST_PRESENT, MOST_PRESENT, Refusal, Visit,
        VisitState,
        appointment::{check_hours, check_not_long_ago},
    },
};
use soglia_kernel::{
    calendar::Day,
    edit::Edit,
    shape::{check_length, check_past_day, check_reason},
};

/// What came of a visit, as it was typed.
pub(super) struct Held<'a> {
    pub(super) day: Day,
    pub(super) hours: (Option<u16>, Option<u16>),
    pub(super) present: &'a [String],
    pub(super) notes: &'a str,
}

pub(super) fn close(held: &Held<'_>, visit: &Visit, context: &Context<'_>) -> Decided {
    check_past_day(held.day, context.today())?;
    check_not_long_ago(held.day, visit.at.day())?;
    let (from, to) = held.hours;
    check_hours(from, to)?;
    check_length(held.notes, LONGEST_NOTES)?;
    let names = held.present.iter().map(|name| name.trim());
    let present: Vec<String> = names.filter(|name| !name.is_empty()).map(str::to_owned).collect();
    if present.len() > MOST_PRESENT {
        let most = MOST_PRESENT as u32;
        return Err(Refusal::TooManyPresent { most }.into());
    }
    present
        .iter()
        .try_for_each(|name| check_length(name, LONGEST_PRESENT))?;
    let done = VisitState::Done {
        day: held.day,
        from,
        to,
        present,
        notes: held.notes.to_owned(),
    };
    end(done, visit, context)
}

pub(super) fn give_up(reason: AttemptReason, note: &str, visit: &Visit, context: &Context<'_>) -> Decided {
    check_length(note, LONGEST_ATTEMPT_NOTE)?;
    if visit.attempts.is_empty() {
        return Err(Refusal::NotTried.into());
    }
    let note = note.to_owned();
    end(VisitState::NotPossible { reason, note }, visit, context)
}

pub(super) fn cancel(reason: &str, visit: &Visit, context: &Context<'_>) -> Decided {
    check_reason(reason)?;
    let reason = reason.trim().to_owned();
    end(VisitState::Cancelled { reason }, visit, context)
}

fn end(state: VisitState, visit: &Visit, context: &Context<'_>) -> Decided {
    if visit.state == state {
        return NOTHING;
    }
    match visit.state {
        VisitState::Planned => context.one::<Visit>(Edit::Move(state)),
        VisitState::Done { .. } | VisitState::NotPossible { .. } | VisitState::Cancelled { .. } => {
            Err(Refusal::Over.into())
        }
    }
}
