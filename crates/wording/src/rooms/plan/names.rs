// SPDX-License-Identifier: AGPL-3.0-or-later
//! The names of states, outcomes, reasons and times of a plan.
use crate::{Language, pick};
use soglia_domain::plan::{EndReason, FollowUpTime, GoalOutcome, PlanStateKind};

/// How far a plan is.
pub const fn plan_state(state: PlanStateKind, language: Language) -> &'static str {
    match state {
        PlanStateKind::Draft => pick(language, "Da firmare", "To be signed"),
        PlanStateKind::Signed => pick(language, "Firmato", "Signed"),
        PlanStateKind::Ended => pick(language, "Concluso", "Ended"),
    }
}

/// What became of a goal.
pub const fn goal_outcome(outcome: GoalOutcome, language: Language) -> &'static str {
    match outcome {
        GoalOutcome::Open => pick(language, "In corso", "Under way"),
        GoalOutcome::Reached => pick(language, "Raggiunto", "Reached"),
        GoalOutcome::Partly => pick(language, "Raggiunto in parte", "Reached in part"),
        GoalOutcome::NotReached => pick(language, "Non raggiunto", "Not reached"),
    }
}

/// Why a plan is over.
pub const fn end_reason(reason: EndReason, language: Language) -> &'static str {
    match reason {
        EndReason::Autonomous => pick(language, "Autonomia raggiunta", "Independence reached"),
        EndReason::Moved => pick(language, "Trasferimento", "Moved away"),
        EndReason::Withdrawn => pick(language, "Rinuncia del nucleo", "The household withdrew"),
        EndReason::Interrupted => pick(language, "Percorso interrotto", "Broken off"),
        EndReason::Other => pick(language, "Altro motivo", "Another reason"),
    }
}

/// How long after the end of a plan somebody asks.
pub const fn follow_up_time(after: FollowUpTime, language: Language) -> &'static str {
    match after {
        FollowUpTime::SixMonths => pick(language, "Sei mesi dopo la fine", "Six months after the end"),
        FollowUpTime::TwelveMonths => pick(language, "Un anno dopo la fine", "A year after the end"),
    }
}
